"""Connections, with transactions that begin when we say so."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, Pool, create_engine, event, make_url

BUSY_TIMEOUT_MS: Final = 5_000

WRITE: Final = {"sqlite_begin": "IMMEDIATE"}
"""Execution options of a transaction that writes. It takes SQLite's lock at once: one that reads
first and wants the lock later is refused, without waiting, if another wrote in between."""


def sqlite_url(path: Path) -> str:
    """The address of a database file."""
    return f"sqlite:///{path}"


def database_file(engine: Engine) -> Path | None:
    """The file of an SQLite database; None for a server's."""
    name = engine.url.database
    return Path(name) if engine.dialect.name == "sqlite" and name else None


def connect_engine(
    url: str, *, foreign_keys: bool = True, poolclass: type[Pool] | None = None
) -> Engine:
    """An engine for SQLite or, by psycopg 3, PostgreSQL.

    Args:
        url: As SQLAlchemy writes it.
        foreign_keys: False to let SQLite rebuild tables that others refer to.
        poolclass: Another pool than the dialect's.
    """
    options: dict[str, Any] = {"poolclass": poolclass} if poolclass else {}
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, **options)
    # The driver would begin transactions by itself, but not before DDL: a migration that is
    # interrupted would stay half done. Without its help every transaction is ours.
    arguments = {"isolation_level": None, "timeout": BUSY_TIMEOUT_MS / 1000}
    engine = create_engine(url, connect_args=arguments, **options)
    event.listen(engine, "connect", _prepares(foreign_keys))
    event.listen(engine, "begin", _begin)
    return engine


def _prepares(foreign_keys: bool) -> Callable[[sqlite3.Connection, object], None]:
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        # A match is acknowledged once and imports are rare: the commit waits for the disk, so
        # that not even a power cut undoes it.
        connection.execute("PRAGMA synchronous = FULL")

    return prepare


def _begin(connection: Connection) -> None:
    mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")
