import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from rockettrainer.storage import Store, StoreError, Trouble, database_path, open_store
from rockettrainer.storage._migrate import SCRIPTS, migrate
from tests.conftest import ROOT
from tests.support.matches import fill, record
from tests.support.migrations import (
    NEXT,
    migrate_until,
    scripts_of_the_first,
    scripts_with_next,
)


class InterruptionError(Exception):
    """Stands for whatever may stop a migration."""


def _interrupt() -> None:
    raise InterruptionError


def _content(url: str) -> dict[str, list[str]]:
    """Every row and every definition of a database, as text."""
    engine = create_engine(url)
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        found = {
            table: sorted(map(repr, connection.execute(text(f'SELECT * FROM "{table}"'))))  # noqa: S608
            for table in tables
        }
        for table in tables:
            found[f"columns of {table}"] = sorted(map(repr, inspect(connection).get_columns(table)))
            found[f"indexes of {table}"] = sorted(map(repr, inspect(connection).get_indexes(table)))
    engine.dispose()
    return found


def _interrupted_everywhere(url: str, scripts: Path) -> int:
    """Interrupts a migration before each of its statements; returns how many times."""
    before = _content(url)
    statement = 0
    while True:
        statement += 1
        try:
            migrate_until(url, scripts, statement, _interrupt)
        except InterruptionError:
            assert _content(url) == before, statement
        else:
            return statement - 1


def test_the_first_start_may_be_interrupted_anywhere(url: str, tmp_path: Path) -> None:
    assert _interrupted_everywhere(url, SCRIPTS) > 30
    with open_store(tmp_path, url) as store:
        assert store.add_match(record(1)).new


def test_an_update_may_be_interrupted_anywhere(url: str, tmp_path: Path) -> None:
    with open_store(tmp_path, url) as store:
        fill(store, 3)
    times = _interrupted_everywhere(url, scripts_with_next(tmp_path))
    assert times > (10 if url.startswith("sqlite") else 5)
    content = _content(url)
    assert content["alembic_version"] == [f"('{NEXT}',)"]
    assert len(content["notes"]) == len(content["matches"]) == 3
    assert all("'good'" in row for row in content["matches"])
    assert len(content["match_players"]) == len(content["player_stats"]) == 18


def test_a_database_of_the_first_version_may_be_interrupted_anywhere(
    url: str, tmp_path: Path
) -> None:
    migrate(url, scripts=scripts_of_the_first(tmp_path))
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO users VALUES (7, 'local', 'Ann', 0)"))
    engine.dispose()
    assert _interrupted_everywhere(url, SCRIPTS) >= 3
    with open_store(tmp_path, url) as store:
        assert store.user_id == 7
        assert store.add_match(record(1)).new


@pytest.mark.parametrize("statement", [3, 8, 12, 16])
def test_an_update_may_be_killed(tmp_path: Path, statement: int) -> None:
    url = f"sqlite:///{tmp_path / 'rockettrainer.db'}"
    with open_store(tmp_path) as store:
        fill(store, 2)
    before, scripts = _content(url), scripts_with_next(tmp_path)
    command = [sys.executable, "-m", "tests.support.migrations", url, str(scripts), str(statement)]
    killed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert killed.returncode != 0, killed.stderr
    assert _content(url) == before
    migrate(url, scripts=scripts)
    assert _content(url)["alembic_version"] == [f"('{NEXT}',)"]


def test_a_copy_is_made_before_an_update(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'rockettrainer.db'}"
    with open_store(tmp_path) as store:
        fill(store, 2)
    assert not (tmp_path / "backups").exists()
    before, scripts = _content(url), scripts_with_next(tmp_path)
    migrate(url, scripts=scripts)
    migrate(url, scripts=scripts)
    (copy,) = (tmp_path / "backups").iterdir()
    assert _content(f"sqlite:///{copy}") == before


def test_copies_of_former_updates_go_and_others_stay(tmp_path: Path) -> None:
    path = database_path(tmp_path)
    with open_store(tmp_path) as store:
        fill(store, 1)
    (tmp_path / "backups").mkdir()
    olds = [
        tmp_path / "backups" / f"{path.stem}-2020010{n}-000000-00-before-update.db"
        for n in range(7)
    ]
    others = [
        tmp_path / "backups" / f"{path.stem}-20200101-000000-00-{o}.db"
        for o in ("before-restore", "by-hand")
    ]
    for file in (*olds, *others):
        file.write_bytes(b"")
    migrate(f"sqlite:///{path}", scripts=scripts_with_next(tmp_path))
    assert [file.exists() for file in (*olds, *others)] == [False] * 3 + [True] * 6


def test_a_newer_database_is_left_alone(store: Store, tmp_path: Path, url: str) -> None:
    store.close()
    migrate(url, scripts=scripts_with_next(tmp_path))
    before = _content(url)
    with pytest.raises(StoreError, match="newer") as caught:
        open_store(tmp_path, url)
    assert caught.value.kind is Trouble.NEWER_SCHEMA
    assert "Update" in caught.value.hint
    assert _content(url) == before


def test_first_starts_at_once_make_one_database(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from rockettrainer.storage import open_store;"
        "from tests.support.matches import record;"
        "open_store(Path(sys.argv[1])).add_match(record(int(sys.argv[2])))"
    )
    processes = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(n)], cwd=ROOT)
        for n in range(4)
    ]
    try:
        assert [process.wait(120) for process in processes] == [0] * 4
    finally:
        for process in processes:
            with suppress(OSError):
                process.kill()
    with open_store(tmp_path) as store:
        assert store.count() == 4
