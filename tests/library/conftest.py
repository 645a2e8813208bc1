from collections.abc import Iterator
from pathlib import Path

import pytest

from rockettrainer.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library at work."""
    with Library(tmp_path / "home", workers=1) as opened:
        yield opened
