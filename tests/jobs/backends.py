"""The databases that the queue is tested on."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Engine, make_url, text

from rockettrainer.storage import jobs
from rockettrainer.storage._engine import connect_engine, sqlite_url

POSTGRES = os.environ.get("ROCKETTRAINER_TEST_POSTGRES", "")


class Time:
    """A clock that goes as it is told."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


@contextmanager
def database(backend: str, folder: Path) -> Iterator[str]:
    """Address of a new database with the table of jobs and one for effects of jobs."""
    with _postgres() if backend == "postgresql" else _sqlite(folder) as url:
        engine = connect_engine(url)
        jobs.create(engine)
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE effects (key TEXT NOT NULL, pid INTEGER)"))
        engine.dispose()
        yield url


@contextmanager
def _sqlite(folder: Path) -> Iterator[str]:
    path = folder / "queue.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    yield sqlite_url(path)


@contextmanager
def _postgres() -> Iterator[str]:
    schema = f"jobs_{secrets.token_hex(4)}"
    server = connect_engine(POSTGRES)
    with server.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    url = make_url(POSTGRES).update_query_dict({"options": f"-csearch_path={schema}"})
    yield url.render_as_string(hide_password=False)
    with server.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    server.dispose()


def effects(engine: Engine) -> list[str]:
    """Keys of all effects that jobs had."""
    with engine.connect() as connection:
        return list(connection.execute(text("SELECT key FROM effects ORDER BY key")).scalars())
