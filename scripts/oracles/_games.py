"""The games, and the truth about them by player, team and field."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]
_REPLAYS = Path(os.environ.get("ROCKETTRAINER_REPLAYS", _ROOT.parent / "shared" / "replays"))

FOLDER = _REPLAYS.parent / "oracles" / "ballchasing"
"""Where the replays lie, and beside each the answer of ballchasing's API."""

SIDES = ("blue", "orange")

Values = dict[str, float]
"""Value by its place in ballchasing's JSON, as ``boost.bpm``."""

# The site leaves these out where they are 0.
_ABSENT_IS_ZERO = ("positioning.goals_against_while_last_defender",)


@dataclass(frozen=True, slots=True)
class Subject:
    """A player or a team of the truth."""

    side: str
    name: str
    """Name of the player, or of the side."""
    platform: str | None
    account: str | None
    values: Values
    players: int = 0
    """Players of a team; 0 for a player."""

    @property
    def is_team(self) -> bool:
        """Whether this is a team."""
        return self.players > 0


@dataclass(frozen=True, slots=True)
class Game:
    """A replay and the truth about it."""

    name: str
    replay: Path
    players: tuple[Subject, ...]
    teams: tuple[Subject, Subject]

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Players, then teams."""
        return (*self.players, *self.teams)


def games(folder: Path = FOLDER) -> list[Game]:
    """Every game that has both a replay and a truth; none where the folder is absent."""
    return [_game(path) for path in sorted(folder.glob("*.ballchasing.json"))]


def _game(path: Path) -> Game:
    truth = json.loads(path.read_text(encoding="utf-8"))
    name = path.name.removesuffix(".ballchasing.json")
    blue, orange = (_team(truth[side], side) for side in SIDES)
    players = tuple(player for side in SIDES for player in _players(truth[side], side))
    return Game(name, path.with_name(f"{name}.replay"), players, (blue, orange))


def _players(team: dict[str, Any], side: str) -> Iterator[Subject]:
    for player in team["players"]:
        values = _values(player["stats"])
        for place in _ABSENT_IS_ZERO:
            values.setdefault(place, 0.0)
        who = player["id"]
        yield Subject(side, player["name"], who.get("platform"), who.get("id"), values)


def _team(team: dict[str, Any], side: str) -> Subject:
    return Subject(side, side, None, None, _values(team["stats"]), len(team["players"]))


def _values(stats: dict[str, dict[str, float]]) -> Values:
    return {
        f"{family}.{name}": float(value)
        for family, fields in stats.items()
        for name, value in fields.items()
    }
