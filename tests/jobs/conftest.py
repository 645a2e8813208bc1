from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from rockettrainer.jobs import Backoff, SqlQueue
from rockettrainer.storage._engine import connect_engine
from tests.jobs.backends import POSTGRES, database

NO_POSTGRES = pytest.mark.skipif(
    not POSTGRES, reason="no PostgreSQL; set ROCKETTRAINER_TEST_POSTGRES to an SQLAlchemy URL"
)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=NO_POSTGRES)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with database(request.param, tmp_path) as address:
        yield address


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    made = connect_engine(url)
    yield made
    made.dispose()


@pytest.fixture
def queue(engine: Engine) -> SqlQueue:
    return SqlQueue(engine, backoff=Backoff(first_s=0.05, factor=1.0, longest_s=5.0))
