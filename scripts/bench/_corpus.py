"""The replays that are timed."""

import csv
import os
from pathlib import Path

_ROOT = Path(__file__).parents[2]
REPLAYS = Path(os.environ.get("ROCKETTRAINER_REPLAYS", _ROOT.parent / "shared" / "replays"))

_CHOSEN = {
    "f9903c5ab70a7e86": 3,
    "6e905e4bf3131a54": 3,
    "c76da4f080c529a6": 3,
    "d8e920fb76216d6e": 2,
    "e00e2fb668a22f06": 1,
}
"""Whole games of 2025 and 2026, all modes of soccar, with the size of their teams."""


def chosen() -> list[Path]:
    """The replays timed by default that are at hand."""
    return [path for name in _CHOSEN if (path := REPLAYS / f"{name}.replay").is_file()]


def label(path: Path) -> str:
    """A short name that says how many play."""
    size = _CHOSEN.get(path.stem)
    return f"{size}v{size} {path.stem[:8]}" if size else path.stem[:20]


def is_3v3(path: Path) -> bool:
    """Whether it is known for a game of three against three."""
    return _CHOSEN.get(path.stem) == 3


def valid(count: int) -> list[Path]:
    """The first sound replays of the corpus."""
    index = REPLAYS / "index.csv"
    if not index.is_file():
        return []
    with index.open(newline="", encoding="utf-8") as table:
        rows = [row for row in csv.DictReader(table) if row["valid"] == "yes"]
    return [REPLAYS / row["filename"] for row in rows[:count]]
