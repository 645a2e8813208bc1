from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import keyring
import pytest
from keyring.backends import fail

from rockettrainer.integrations.ballchasing import TOKEN_VARIABLE
from rockettrainer.library import Library
from tests.support.matches import fill, match, record
from tests.support.server import Live, running

STORED = 30
WITH_FRAMES = STORED + 1
"""Number of the one match that has frames."""


def filled(home: Path) -> Library:
    """A library with some matches, whose workers do not run."""
    library = Library(home)
    fill(library.store, STORED)
    made = match(STORED, frames=600)
    store = library.store
    store.add_match(replace(record(STORED), frames=store.files.write_frames(made)))
    library.me.look()
    return library


@pytest.fixture(scope="session", autouse=True)
def _nobodys_account() -> Iterator[None]:
    """No request that is made up reaches the keyring of whoever runs the tests, or the service."""
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(TOKEN_VARIABLE, raising=False)
        yield
    keyring.set_keyring(before)


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A server over some made-up matches. Tests that change them make their own."""
    library = filled(tmp_path_factory.mktemp("home"))
    with running(library) as server:
        yield server
    library.store.close()


@pytest.fixture
def client(live: Live) -> Iterator[httpx.Client]:
    with live.client() as opened:
        yield opened
