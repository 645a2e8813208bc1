"""Transactions, with faults in our words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, text

from rockettrainer.storage._engine import WRITE, database_file
from rockettrainer.storage._errors import explained

_ADVISORY_LOCK: Final = 0x5254_5752


class Transactions:
    """Reading and writing, the same on both dialects: one writer at a time, readers never wait."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writer = engine.execution_options(**WRITE)
        path = database_file(engine)
        self._place: Path | None = path.parent if path else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees the data as they are at its first query.

        Raises:
            StoreError: The database cannot be read.
        """
        with explained(self._place), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed at the end, or leaves no trace.

        Raises:
            StoreError: The disk is full, or another program holds the lock for too long.
        """
        with explained(self._place), self._writer.begin() as connection:
            if connection.dialect.name == "postgresql":
                lock = text("SELECT pg_advisory_xact_lock(:key)")
                connection.execute(lock, {"key": _ADVISORY_LOCK})
            yield connection
