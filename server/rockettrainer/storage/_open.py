"""Opens the store: finds the data folder, brings the database up to date."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from rockettrainer.home import HomeError, home_folder, make_home
from rockettrainer.storage._engine import BUSY_TIMEOUT_MS, connect_engine, sqlite_url
from rockettrainer.storage._errors import StoreError, Trouble, explained
from rockettrainer.storage._files import Files
from rockettrainer.storage._migrate import migrate
from rockettrainer.storage._settings import local_user
from rockettrainer.storage._store import Store
from rockettrainer.storage._transactions import Transactions

DATABASE: Final = "rockettrainer.db"
_PAUSE_S: Final = 0.05


def database_path(home: Path | None = None) -> Path:
    """The database of a data folder; of the user's by default."""
    return (home or home_folder()) / DATABASE


def open_store(home: Path | None = None, url: str | None = None) -> Store:
    """Opens a store, which is made or migrated if it has to be.

    Args:
        home: The data folder; the user's by default.
        url: A database on a PostgreSQL server, as ``postgresql+psycopg://…``; a file in the
            data folder by default. Frames and replays stay in the data folder.

    Raises:
        StoreError: It cannot be opened; the hint says what to do.
    """
    path = database_path(home)
    try:
        make_home(path.parent)
    except HomeError as error:
        raise StoreError(Trouble.NOT_WRITABLE, str(error), error.hint) from error
    if url is None:
        with explained(path.parent):
            _use_write_ahead_log(path)
    migrate(url or sqlite_url(path))
    transactions = Transactions(connect_engine(url or sqlite_url(path)))
    with transactions.writing() as connection:
        user_id = local_user(connection)
    return Store(transactions, Files(path.parent), user_id)


def _use_write_ahead_log(path: Path) -> None:
    """Lets readers and a writer work at once. It is a lasting property of the file.

    SQLite does not wait for other processes here, so that two first starts at once would fail.
    """
    latest = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while not _switched(path, last=time.monotonic() > latest):
        time.sleep(_PAUSE_S)


def _switched(path: Path, *, last: bool) -> bool:
    with closing(sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if last or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return False
    return True
