"""What can go wrong with the store, for a person and for a program."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout


class Trouble(StrEnum):
    """The kind of a `StoreError`: a word that programs can rely on."""

    FULL_DISK = "full_disk"
    LOCKED = "locked"
    NEWER_SCHEMA = "newer_schema"
    DAMAGED = "damaged"
    NOT_WRITABLE = "not_writable"
    NOT_FOUND = "not_found"
    BROKEN_DISK = "broken_disk"
    UNREACHABLE = "unreachable"
    NOT_POSSIBLE = "not_possible"


_HINTS: Final = {
    Trouble.FULL_DISK: "Free some space or lower the budget for replays; nothing was half saved.",
    Trouble.LOCKED: "Another program holds the data; close it or try again in a moment.",
    Trouble.NEWER_SCHEMA: "Update RocketTrainer, or restore a backup that this version made.",
    Trouble.DAMAGED: "Restore a backup: rockettrainer db restore.",
    Trouble.NOT_WRITABLE: "Check the permissions of the data folder.",
    Trouble.NOT_FOUND: "It was deleted or never made; analyse the replay again.",
    Trouble.BROKEN_DISK: "Check the disk; restore a backup if the message stays.",
    Trouble.UNREACHABLE: "Check that the database server runs and that its address is right.",
    Trouble.NOT_POSSIBLE: "See rockettrainer db --help.",
}


class StoreError(Exception):
    """The store cannot do what was asked; nothing was half done."""

    def __init__(self, kind: Trouble, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.hint = hint or _HINTS[kind]
        """What to do."""


_SQLITE: Final = {
    sqlite3.SQLITE_FULL: Trouble.FULL_DISK,
    sqlite3.SQLITE_BUSY: Trouble.LOCKED,
    sqlite3.SQLITE_LOCKED: Trouble.LOCKED,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
    sqlite3.SQLITE_READONLY: Trouble.NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: Trouble.NOT_WRITABLE,
    sqlite3.SQLITE_PERM: Trouble.NOT_WRITABLE,
    sqlite3.SQLITE_IOERR: Trouble.BROKEN_DISK,
}
_SQLSTATES: Final = {
    "53100": Trouble.FULL_DISK,
    "53300": Trouble.UNREACHABLE,
    "55P03": Trouble.LOCKED,
    "40P01": Trouble.LOCKED,
    "40001": Trouble.LOCKED,
    "42501": Trouble.NOT_WRITABLE,
    "XX001": Trouble.DAMAGED,
    "XX002": Trouble.DAMAGED,
}
_MESSAGES: Final = {
    Trouble.FULL_DISK: "the disk is full",
    Trouble.LOCKED: "the data is in use by another program",
    Trouble.DAMAGED: "the database is damaged",
    Trouble.NOT_WRITABLE: "the data folder cannot be written",
    Trouble.BROKEN_DISK: "the disk reports an error",
    Trouble.UNREACHABLE: "the database server does not answer",
}
_NO_ROOM_BYTES: Final = 64 * 1024
"""With less than this left a failed write is a full disk, whatever SQLite calls it: room for the
shared index of the write-ahead log (32 KiB) cannot be had, and it reports a fault of the disk."""


@contextmanager
def explained(place: Path | None) -> Iterator[None]:
    """Turns faults of the database and of the disk inside into `StoreError`.

    Args:
        place: A folder on the disk of the data; None for a database on a server.
    """
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        if (kind := _database_trouble(error.orig, place)) is None:
            raise
        raise StoreError(kind, _MESSAGES[kind]) from error
    except PoolTimeout as error:
        raise StoreError(Trouble.LOCKED, "all connections to the database are busy") from error
    except sqlite3.Error as error:
        if (kind := _sqlite_trouble(error, place)) is None:
            raise
        raise StoreError(kind, _MESSAGES[kind]) from error
    except OSError as error:
        raise disk_error(error) from error


def disk_error(error: OSError) -> StoreError:
    """An error of the file system in our words."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreError(Trouble.FULL_DISK, _MESSAGES[Trouble.FULL_DISK])
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StoreError(Trouble.NOT_WRITABLE, f"{error.filename}: {error.strerror}")
    if error.errno == errno.ENOENT:
        return StoreError(Trouble.NOT_FOUND, f"{error.filename}: there is no such file")
    return StoreError(Trouble.BROKEN_DISK, f"{error.filename}: {error.strerror}")


def _database_trouble(error: BaseException | None, place: Path | None) -> Trouble | None:
    if isinstance(error, sqlite3.Error):
        return _sqlite_trouble(error, place)
    state = getattr(error, "sqlstate", None)
    if state is None and type(error).__name__ == "OperationalError":
        return Trouble.UNREACHABLE  # psycopg has no state where there was no answer
    if state is not None and state[:2] in ("08", "57"):
        return Trouble.UNREACHABLE
    return _SQLSTATES.get(state or "")


def _sqlite_trouble(error: sqlite3.Error, place: Path | None) -> Trouble | None:
    code = getattr(error, "sqlite_errorcode", None)
    kind = None if code is None else _SQLITE.get(code & 0xFF)
    unsure = kind in (Trouble.BROKEN_DISK, Trouble.NOT_WRITABLE)
    if unsure and place is not None and _is_full(place):
        return Trouble.FULL_DISK
    return kind


def _is_full(place: Path) -> bool:
    try:
        return shutil.disk_usage(place).free < _NO_ROOM_BYTES
    except OSError:
        return False
