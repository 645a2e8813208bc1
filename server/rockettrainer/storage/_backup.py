"""Copies of an SQLite database, and the way back."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Final

from rockettrainer.home import replacing
from rockettrainer.storage._engine import BUSY_TIMEOUT_MS
from rockettrainer.storage._errors import StoreError, Trouble, explained

BACKUPS: Final = "backups"
"""Folder beside the database."""

KEPT: Final = 5
"""Copies made before updates that stay. Others are the user's to remove."""


def copy_database(source: Path, target: Path) -> Path:
    """Writes a compact copy, while others may use the source."""
    with explained(target.parent), _opened(source) as connection, replacing(target) as temporary:
        connection.execute("VACUUM INTO ?", (str(temporary),))
    return target


def safety_copy(path: Path, occasion: str) -> Path:
    """Copies a database before something is done to it."""
    return copy_database(path, backup_name(path, f"before-{occasion}"))


def backup_name(path: Path, occasion: str) -> Path:
    """A name beside a database that no file has yet."""
    stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime())
    names = (f"{path.stem}-{stamp}-{number:02}-{occasion}.db" for number in count())
    return next(f for f in (path.parent / BACKUPS / name for name in names) if not f.exists())


def let_go_of_copies(path: Path, occasion: str) -> None:
    """Removes the oldest safety copies of one occasion."""
    folder = path.parent / BACKUPS
    with explained(folder):
        for old in sorted(folder.glob(f"{path.stem}-*-before-{occasion}.db"))[:-KEPT]:
            old.unlink(missing_ok=True)


def restore_database(backup: Path, path: Path) -> Path | None:
    """Puts a backup in a database's place, in one transaction of the database.

    Whoever has the database open sees the restored data afterwards; interrupted, the database is
    as before.

    Args:
        backup: A copy made by `copy_database`.
        path: The database; it may be missing or damaged.

    Returns:
        Where the former database was put; None if there was none.
    """
    check_database(backup)
    former = _put_aside(path) if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    with explained(path.parent), _opened(backup) as source, _writable(path) as target:
        source.backup(target)
    return former


def check_database(path: Path) -> None:
    """Reads all of a database of ours.

    Raises:
        StoreError: It is missing, damaged, or another program's.
    """
    with explained(path.parent), _opened(path) as connection:
        if (verdict := connection.execute("PRAGMA quick_check").fetchone()[0]) != "ok":
            raise StoreError(Trouble.DAMAGED, f"{path} is damaged: {verdict}")
        named = "SELECT count(*) FROM sqlite_master WHERE name IN ('alembic_version', 'matches')"
        if connection.execute(named).fetchone()[0] != 2:
            raise StoreError(Trouble.DAMAGED, f"{path} is not a database of RocketTrainer")


def compact_database(path: Path) -> None:
    """Gives the room of deleted rows back to the disk."""
    with explained(path.parent), _opened(path, mode="rw") as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _put_aside(path: Path) -> Path:
    """Copies a sound database; moves a damaged one, for it cannot be written into."""
    try:
        check_database(path)
    except StoreError as error:
        if error.kind is not Trouble.DAMAGED:
            raise
        aside = path.with_name(f"{path.name}.damaged-{int(time.time())}")
        with explained(path.parent):
            for ending in ("-wal", "-shm"):
                path.with_name(path.name + ending).unlink(missing_ok=True)
            return path.replace(aside)
    return safety_copy(path, "restore")


@contextmanager
def _opened(path: Path, mode: str = "ro") -> Iterator[sqlite3.Connection]:
    """A connection to a database that must exist; a new, empty one is never made."""
    if not path.is_file():
        raise StoreError(Trouble.NOT_FOUND, f"{path}: there is no such file", "Check the path.")
    # A read-only connection cannot take up a log that a crash left behind: only the copy's
    # source is opened so where nothing has to be recovered.
    writable = mode == "rw" or path.with_name(f"{path.name}-wal").exists()
    uri = f"{path.absolute().as_uri()}?mode={'rw' if writable else 'ro'}"
    connection = sqlite3.connect(
        uri, uri=True, isolation_level=None, timeout=BUSY_TIMEOUT_MS / 1000
    )
    with closing(connection):
        yield connection


@contextmanager
def _writable(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_TIMEOUT_MS / 1000)
    with closing(connection):
        yield connection
