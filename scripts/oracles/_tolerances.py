"""How close each field has to come to the truth: the one table."""

from dataclasses import dataclass
from enum import StrEnum

from scripts.oracles._deviation import Deviation


class Limit(StrEnum):
    """What a tolerance limits."""

    EXACT = "exact"
    RELATIVE = "%"
    """`Deviation.relative`."""
    POINTS = "pp"
    """Mean absolute error in percentage points."""
    BOOST = "boost"
    """Mean absolute error in boost, of which a tank holds 100."""
    SECONDS = "s"
    """Mean absolute error in seconds."""


_SUMMED = (Limit.BOOST, Limit.SECONDS)
"""Limits on amounts that a team sums over its players."""

ROUNDING = 0.01
"""Exact fields that are quotients are written with limited digits."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """A limit for one player's field; a team's sum may err by as much for each player."""

    limit: Limit
    most: float = 0.0

    def __str__(self) -> str:
        return "exact" if self.limit is Limit.EXACT else f"{self.most:g} {self.limit}"

    def allows(self, deviation: Deviation, players: float = 1.0) -> bool:
        """Whether errors stay within it.

        Args:
            deviation: The errors.
            players: Players summed up in one value.
        """
        if self.limit is Limit.EXACT:
            return deviation.worst <= ROUNDING
        if self.limit is Limit.RELATIVE:
            return deviation.relative <= self.most
        return deviation.mae <= self.most * (players if self.limit in _SUMMED else 1.0)


_TABLE = {
    Tolerance(Limit.EXACT): (
        *("core.goals", "core.assists", "core.saves", "core.shots", "core.score", "core.mvp"),
        *("core.goals_against", "core.shots_against", "core.shooting_percentage"),
        *("demo.inflicted", "demo.taken"),
    ),
    Tolerance(Limit.RELATIVE, 0.5): (
        *("movement.avg_speed", "movement.avg_speed_percentage", "movement.total_distance"),
        *("positioning.avg_distance_to_ball", "positioning.avg_distance_to_mates"),
        "positioning.avg_distance_to_ball_possession",
        "positioning.avg_distance_to_ball_no_possession",
    ),
    Tolerance(Limit.POINTS, 0.5): (
        *("movement.percent_ground", "movement.percent_low_air", "movement.percent_high_air"),
        *("movement.percent_slow_speed", "movement.percent_boost_speed"),
        "movement.percent_supersonic_speed",
        *("positioning.percent_defensive_third", "positioning.percent_neutral_third"),
        *("positioning.percent_offensive_third", "positioning.percent_defensive_half"),
        *("positioning.percent_offensive_half", "positioning.percent_behind_ball"),
        "positioning.percent_infront_ball",
        *("boost.percent_zero_boost", "boost.percent_full_boost", "boost.percent_boost_0_25"),
        *("boost.percent_boost_25_50", "boost.percent_boost_50_75", "boost.percent_boost_75_100"),
    ),
    Tolerance(Limit.RELATIVE, 3.0): (
        *("movement.time_powerslide", "movement.count_powerslide"),
        "movement.avg_powerslide_duration",
        *("positioning.time_most_back", "positioning.time_most_forward"),
        *("positioning.time_closest_to_ball", "positioning.time_farthest_from_ball"),
        *("boost.bpm", "boost.bcpm"),
    ),
    Tolerance(Limit.POINTS, 3.0): (
        *("positioning.percent_most_back", "positioning.percent_most_forward"),
        *("positioning.percent_closest_to_ball", "positioning.percent_farthest_from_ball"),
    ),
    Tolerance(Limit.BOOST, 1.0): ("boost.avg_amount",),
    Tolerance(Limit.SECONDS, 3.0): (
        *("boost.time_zero_boost", "boost.time_full_boost", "boost.time_boost_0_25"),
        *("boost.time_boost_25_50", "boost.time_boost_50_75", "boost.time_boost_75_100"),
    ),
}

_BY_PLACE = {place: tolerance for tolerance, places in _TABLE.items() for place in places}


def tolerance_of(place: str) -> Tolerance | None:
    """The tolerance of a field; None where it only must not be worse than subtr-actor's."""
    return _BY_PLACE.get(place)
