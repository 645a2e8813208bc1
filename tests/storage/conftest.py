"""Stores in each database that is at hand."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from rockettrainer.storage import Store, open_store

POSTGRES = os.environ.get("ROCKETTRAINER_TEST_POSTGRES")
"""Address of a server where databases may be made, as ``postgresql+psycopg://user@host/name``."""

_no_server = pytest.mark.skipif(not POSTGRES, reason="ROCKETTRAINER_TEST_POSTGRES names no server")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=_no_server)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database, of each kind in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'rockettrainer.db'}"
        return
    assert POSTGRES is not None
    name = f"rockettrainer_test_{uuid.uuid4().hex}"
    admin = create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def store(url: str, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with open_store(tmp_path, None if url.startswith("sqlite") else url) as opened:
        yield opened
