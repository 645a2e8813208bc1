"""Brings a database to the current schema: whole or not at all."""

import threading
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, NullPool, text

from rockettrainer.storage._backup import let_go_of_copies, safety_copy
from rockettrainer.storage._engine import WRITE, connect_engine, database_file
from rockettrainer.storage._errors import StoreError, Trouble, explained

SCRIPTS: Final = Path(__file__).parent / "_migrations"
ADVISORY_LOCK: Final = 0x5254_4D49
"""Of PostgreSQL; keeps two servers from migrating at once. SQLite's write lock does there."""

_one_at_a_time = threading.Lock()
"""Alembic's operations go to a context that is global to the process."""


def migrate(url: str, *, scripts: Path = SCRIPTS) -> None:
    """Migrates to the newest schema, after a copy of an older database.

    Everything happens in one transaction, the record of the version included: interrupted at any
    statement, the database is as before, and the next start does it again.

    Args:
        url: Of the database.
        scripts: Folder of the migrations.

    Raises:
        StoreError: The database is newer than this version, or cannot be written.
    """
    engine = connect_engine(url, foreign_keys=False, poolclass=NullPool)
    path = database_file(engine)
    with _one_at_a_time, explained(path.parent if path else None):
        migrate_engine(engine, scripts)


def migrate_engine(engine: Engine, scripts: Path = SCRIPTS) -> None:
    """Migrates through an engine whose connections do not enforce foreign keys."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    path = database_file(engine)
    if not (wanted := _pending(engine, config)):
        return
    if path is not None and wanted.current is not None:
        safety_copy(path, "update")
        let_go_of_copies(path, "update")
    with engine.connect().execution_options(**WRITE) as connection, connection.begin():
        _upgrade(connection, config)


class _Step:
    """From which revision to which; false if there is nothing to do."""

    def __init__(self, current: str | None, head: str) -> None:
        self.current = current
        self.head = head

    def __bool__(self) -> bool:
        return self.current != self.head


def _pending(engine: Engine, config: Config) -> _Step:
    scripts = ScriptDirectory.from_config(config)
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    head = scripts.get_current_head()
    if head is None:
        message = "there are no migrations"
        raise RuntimeError(message)
    if current is not None and not _is_known(scripts, current):
        raise StoreError(
            Trouble.NEWER_SCHEMA, f"the database was made by a newer version ({current})"
        )
    return _Step(current, head)


def _is_known(scripts: ScriptDirectory, revision: str) -> bool:
    try:
        return scripts.get_revision(revision) is not None
    except CommandError:
        return False


def _upgrade(connection: Connection, config: Config) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        _check_references(connection)


def _check_references(connection: Connection) -> None:
    """Does at the end what SQLite did not do on the way."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        message = f"{len(broken)} rows refer to others that are not there, first in {broken[0][0]}"
        raise StoreError(Trouble.DAMAGED, message)
