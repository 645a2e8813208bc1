import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, insert
from sqlalchemy.exc import IntegrityError

from rockettrainer.storage import Store, jobs, metadata


def _differences(connection: Connection) -> list[object]:
    options = {"target_metadata": metadata, "compare_type": True, "compare_server_default": True}
    found: list[object] = compare_metadata(
        MigrationContext.configure(connection, opts=options), metadata
    )
    return found


def test_migrations_make_the_tables_that_the_code_expects(store: Store) -> None:
    with store.engine.connect() as connection:
        assert _differences(connection) == []


def test_every_table_is_there() -> None:
    assert set(metadata.tables) == {
        *("users", "players", "matches", "replays", "match_players", "metrics", "player_stats"),
        *("team_stats", "training_packs", "training_sessions", "recommendations", "jobs"),
        "settings",
    }


def test_references_are_enforced(store: Store) -> None:
    seat = insert(metadata.tables["match_players"]).values(
        match_id=77, slot=0, player_id=88, name="", team=0, is_recorder=False, details={}
    )
    with pytest.raises(IntegrityError), store.writing() as connection:
        connection.execute(seat)


def test_every_reference_has_an_index() -> None:
    """Without one, deleting what is referred to reads the whole table."""
    for table in metadata.tables.values():
        leading = {index.columns.keys()[0] for index in table.indexes}
        leading.add(table.primary_key.columns.keys()[0])
        for reference in table.foreign_keys:
            assert reference.parent.name in leading or reference.parent.name == "slot", reference


def test_a_job_needs_only_what_it_is(store: Store) -> None:
    job = {"kind": "import", "key": "a", "args": {}, "ready_at": 0.5, "created_at": 0.5}
    with store.writing() as connection:
        row = connection.execute(insert(jobs).values(job).returning(jobs)).one()
    assert (row.state, row.attempts, row.token) == ("ready", 0, 0)


def test_a_desktop_database_is_set_up_for_crashes(store: Store) -> None:
    if store.engine.dialect.name != "sqlite":
        pytest.skip("settings of SQLite")
    with store.engine.connect() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        }
    full = 2
    assert values == {
        "journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 5000, "synchronous": full,
    }  # fmt: skip
