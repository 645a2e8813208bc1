"""What happens at one moment of a simulated match."""

from dataclasses import dataclass
from enum import Enum, auto

from rockettrainer.match import Team

Place = tuple[float, float, float]


class Kind(Enum):
    """What happened; whose fields matter is said there."""

    COUNTDOWN = auto()
    ROUND_STARTED = auto()
    TOUCH = auto()
    """player, team; value = the ball's speed before it, uu/s."""
    SHOT = auto()
    SAVE = auto()
    ASSIST = auto()
    GOAL = auto()
    """player (-1 for an own goal), team that scored; value = the ball's speed; position = ball."""
    CROSSBAR = auto()
    """value = how much it changed the ball's speed, uu/s; position = the ball."""
    DEMOLITION = auto()
    """player demolished other; position = the victim."""
    PAD = auto()
    """player took a pad; big; value = boost before it; position = the pad."""
    PAD_BACK = auto()
    """position = the pad; big."""
    GOAL_REPLAY_STARTED = auto()
    GOAL_REPLAY_ENDED = auto()
    OVERTIME = auto()
    MATCH_ENDED = auto()
    """team that won."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event. Players are slots."""

    kind: Kind
    player: int = -1
    other: int = -1
    team: Team = Team.NONE
    value: float = float("nan")
    position: Place | None = None
    big: bool = False
