"""Real replays, where they are at hand; and how tests are spread over processes."""

import csv
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from rockettrainer.features import prepare

ROOT = Path(__file__).parent.parent
REPLAYS = Path(os.environ.get("ROCKETTRAINER_REPLAYS", ROOT.parent / "shared" / "replays"))
ORACLES = REPLAYS.parent / "oracles"


def corpus(*, valid: bool) -> list[Path]:
    """Replays of the index that are sound, or those that are damaged on purpose."""
    index = REPLAYS / "index.csv"
    if not index.is_file():
        return []
    with index.open(newline="", encoding="utf-8") as table:
        return [
            REPLAYS / row["filename"]
            for row in csv.DictReader(table)
            if (row["valid"] == "yes") is valid
        ]


def real(paths: list[Path], what: str) -> list[object]:
    """Parameters of a test over real files; where there are none, one that says so and skips."""
    if paths:
        return [pytest.param(path, id=path.stem) for path in paths]
    reason = f"no {what} at {REPLAYS.parent}; set ROCKETTRAINER_REPLAYS to a folder of replays"
    return [pytest.param(None, marks=pytest.mark.skip(reason=reason), id="absent")]


TOGETHER = ("tests/oracles/", "tests/integrations/", "tests/match/")
"""Folders whose tests share what takes long to make, or are too short to be worth a message."""

HUNGRY = (
    *("tests/jobs/", "tests/library/test_kills.py", "tests/storage/test_kills.py"),
    *("tests/sources/test_mutations.py", "tests/api/test_schema.py"),
)
"""Tests with several processes of their own: one after the other, or they starve each other."""


def _group(nodeid: str) -> str | None:
    if nodeid.startswith(HUNGRY):
        return "hungry"
    return next((folder for folder in TOGETHER if nodeid.startswith(folder)), None)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Keeps tests in one process that share much; the others go wherever there is time.

    First, for xdist's own hook reads the groups.
    """
    for item in items:
        if group := _group(item.nodeid):
            item.add_marker(pytest.mark.xdist_group(group))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Compiles the kernels once, before processes start that would each do it."""
    prepare()
