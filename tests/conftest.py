"""Real replays, where they are at hand."""

import csv
import os
from pathlib import Path

import pytest

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
