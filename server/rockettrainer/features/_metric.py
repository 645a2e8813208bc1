"""What a metric is."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from rockettrainer.features._accumulator import State
from rockettrainer.match import F64, Aspect, Visible


class Family(StrEnum):
    """The subject of a metric: its tab on a page, its heading in a table."""

    CORE = "core"
    BOOST = "boost"
    MOVEMENT = "movement"
    POSITIONING = "positioning"
    DEMOLITION = "demolition"
    CONTROLS = "controls"
    BALLCHASING = "ballchasing"

    @property
    def about(self) -> str:
        """What the family speaks of, in a sentence."""
        return _ABOUT[self]


_ABOUT = {
    Family.CORE: "What the scoreboard says.",
    Family.BOOST: "How boost is collected, kept and burnt.",
    Family.MOVEMENT: "How a car moves: speed, height, distance, powerslides.",
    Family.POSITIONING: "Where players are: on the field, to the ball, to each other.",
    Family.DEMOLITION: "Demolitions, dealt and suffered.",
    Family.CONTROLS: "What stick and wheels do. Only the running game tells; a replay does not.",
    Family.BALLCHASING: (
        "What ballchasing.com counts in another way than we hold right, counted its way, so that "
        "numbers can be compared."
    ),
}


class Skill(StrEnum):
    """The kind of ability that a metric speaks of."""

    RESULT = "result"
    POSITIONAL = "positional"
    MECHANICAL = "mechanical"
    GAME_SENSE = "game sense"


class Unit(StrEnum):
    """Unit of a metric's values, as shown behind a number."""

    COUNT = ""
    POINTS = "points"
    YES_NO = "yes/no"
    PERCENT = "%"
    SECONDS = "s"
    UU = "uu"
    UU_S = "uu/s"
    BOOST = "boost"
    BOOST_MIN = "boost/min"


class Better(StrEnum):
    """Which direction is better, where that is known without looking at who plays."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class TeamRule(StrEnum):
    """How the players' values make their team's."""

    NONE = "none"
    SUM = "sum"
    MEAN = "mean"
    """Of its players, where a sum would say nothing."""
    SHARED = "shared"
    """Every teammate has the same value, and so has the team."""
    OWN = "own"
    """Computed for the team as a whole by `Metric.team_value`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One metric, declared once; API, tooltips, docs and model inputs are derived from it.

    Attributes:
        key: Name in our output, unique.
        name: Name on a screen.
        family: Subject.
        skill: Kind of ability.
        unit: Unit of the values.
        low: Least possible value.
        high: Greatest possible value; infinity where nothing bounds it.
        better: Which direction is better.
        needs: What a source must see for it.
        aspect: What must hold in the mode that is played for it to mean anything.
        needs_field: Whether the arena's length must be known.
        definition: What it measures, in a sentence.
        source: Where formula and thresholds come from.
        undefined: Why there may be no value although everything was seen.
        ballchasing: Its place in ballchasing.com's replay JSON, as ``boost.bpm``.
        value: Values of all slots, ``[p]``, from the accumulator's state.
        seen: How much of what it needs was seen of each slot, ``[p]``: with nothing seen there is
            no value. None where `value` tells it by itself.
        team: How a team's value comes about.
        team_value: Values of both teams, ``[2]``, for `TeamRule.OWN`.
    """

    key: str
    name: str
    family: Family
    skill: Skill
    unit: Unit
    definition: str
    source: str
    needs: Visible
    value: Callable[[State], F64] | None
    seen: Callable[[State], F64] | None = None
    aspect: Aspect | None = None
    needs_field: bool = False
    low: float = 0.0
    high: float = float("inf")
    better: Better = Better.NEITHER
    undefined: str = "the player had no time in play"
    ballchasing: str | None = None
    team: TeamRule = TeamRule.NONE
    team_value: Callable[[State], F64] | None = None
