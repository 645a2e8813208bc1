"""Hand-played scenarios as matches, and what is counted in them.

They were played for the carball library, whose expectations end at the goal: what happens between
the ball crossing the line and the next countdown is "after the goal" here and counted apart.
"""

from functools import cache

import numpy as np

from rockettrainer.features import Analysis, analyse
from rockettrainer.match import I8, EventKind, Events, Match, Phase, Team
from rockettrainer.sources import read_replay
from tests.conftest import ORACLES

FOLDER = ORACLES / "scenarios"


@cache
def played(scenario: str) -> Match:
    """A scenario's match by the name of its file."""
    return read_replay(FOLDER / f"{scenario}.replay")


@cache
def measured(scenario: str) -> Analysis:
    """Its metrics."""
    return analyse(played(scenario))


def slot_of(match: Match, name: str) -> int:
    """Slot of the player of that name."""
    return [player.name for player in match.roster].index(name)


def during(match: Match, phase: Phase, *kinds: EventKind) -> Events:
    """Events of some kinds in a phase of play."""
    events = match.events.where(*kinds)
    keep = match.frames.phase[events.frame] == phase
    return Events._make(column[keep] for column in events)


def of(events: Events, slot: int) -> Events:
    """A player's events."""
    return Events._make(column[events.player == slot] for column in events)


def stolen(match: Match, slot: int, kind: EventKind) -> int:
    """Pads that a player took in play in the half that he attacks."""
    ahead = 1.0 if match.roster[slot].team is Team.BLUE else -1.0
    pads = of(during(match, Phase.ACTIVE, kind), slot)
    return int((pads.position[:, 1] * ahead > 0.0).sum())


def boost_used(match: Match, slot: int, phase: Phase) -> float:
    """Boost that left a tank in a phase: the sum of all drops between two frames."""
    frames = match.frames
    drops = -np.diff(frames.boost[:, slot])
    drops[np.isnan(drops) | (drops < 0.0) | (frames.phase[:-1] != phase)] = 0.0
    return float(drops.sum())


def times_begun(column: I8) -> int:
    """How often a flag rises."""
    return int((np.diff((column == 1).astype(np.int8), prepend=0) == 1).sum())
