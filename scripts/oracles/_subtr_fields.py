"""Where subtr-actor's summed statistics hold each of ballchasing's fields.

Amounts of boost are in the game's 255 steps there. Averages and shares are over the time that it
tracked, as its own documentation computes them.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

STEP = 1.0 / 2.55
"""A step of the game's boost, in percent of the tank."""
PERCENT = 100.0
PER_MINUTE = 60.0
CAR_MAX_SPEED_UU_S = 2300.0


class Field(NamedTuple):
    """A figure, or the quotient of two of one module, times a scale."""

    module: str
    top: str
    scale: float = 1.0
    bottom: str | None = None

    def read(self, stats: Mapping[str, Mapping[str, Any]]) -> float:
        """The value for a player; a module does not list who has nothing to show."""
        row = stats[self.module]
        value = self.scale * float(row.get(self.top, 0.0))
        if self.bottom is None:
            return value
        below = row.get(self.bottom, 0.0)
        return value / below if below else 0.0


def _same(family: str, names: str, scale: float = 1.0) -> Iterator[tuple[str, Field]]:
    """Fields of the same name on both sides."""
    return ((f"{family}.{name}", Field(family, name, scale)) for name in names.split())


def _shares(family: str, fields: str) -> Iterator[tuple[str, Field]]:
    """Pairs of a share's name and its time's, over the tracked time."""
    for pair in fields.split():
        name, time = pair.split("=")
        place = f"{family}.percent_{name}"
        yield place, Field(family, f"time_{time}", PERCENT, "tracked_time")


FIELDS: dict[str, Field] = {
    **dict(_same("core", "goals assists saves shots score")),
    "core.shooting_percentage": Field("core", "goals", PERCENT, "shots"),
    "boost.bpm": Field("boost", "amount_collected", STEP * PER_MINUTE, "tracked_time"),
    "boost.bcpm": Field("boost", "amount_collected", STEP * PER_MINUTE, "tracked_time"),
    "boost.avg_amount": Field("boost", "boost_integral", STEP, "tracked_time"),
    **dict(_same("boost", "amount_collected amount_stolen amount_collected_big", STEP)),
    **dict(_same("boost", "amount_stolen_big amount_collected_small amount_stolen_small", STEP)),
    **dict(_same("boost", "amount_used_while_supersonic", STEP)),
    "boost.amount_overfill": Field("boost", "overfill_total", STEP),
    "boost.amount_overfill_stolen": Field("boost", "overfill_from_stolen", STEP),
    "boost.count_collected_big": Field("boost", "big_pads_collected"),
    "boost.count_stolen_big": Field("boost", "big_pads_stolen"),
    "boost.count_collected_small": Field("boost", "small_pads_collected"),
    "boost.count_stolen_small": Field("boost", "small_pads_stolen"),
    **dict(_same("boost", "time_zero_boost time_boost_0_25 time_boost_25_50")),
    **dict(_same("boost", "time_boost_50_75 time_boost_75_100")),
    "boost.time_full_boost": Field("boost", "time_hundred_boost"),
    **dict(_shares("boost", "zero_boost=zero_boost full_boost=hundred_boost")),
    **dict(_shares("boost", "boost_0_25=boost_0_25 boost_25_50=boost_25_50")),
    **dict(_shares("boost", "boost_50_75=boost_50_75 boost_75_100=boost_75_100")),
    "movement.avg_speed": Field("movement", "speed_integral", 1.0, "tracked_time"),
    "movement.avg_speed_percentage": Field(
        "movement", "speed_integral", PERCENT / CAR_MAX_SPEED_UU_S, "tracked_time"
    ),
    **dict(_same("movement", "total_distance time_supersonic_speed time_boost_speed")),
    **dict(_same("movement", "time_slow_speed time_low_air time_high_air")),
    "movement.time_ground": Field("movement", "time_on_ground"),
    **dict(_shares("movement", "supersonic_speed=supersonic_speed boost_speed=boost_speed")),
    **dict(_shares("movement", "slow_speed=slow_speed ground=on_ground")),
    **dict(_shares("movement", "low_air=low_air high_air=high_air")),
    "movement.time_powerslide": Field("powerslide", "total_duration"),
    "movement.count_powerslide": Field("powerslide", "press_count"),
    "movement.avg_powerslide_duration": Field("powerslide", "total_duration", 1.0, "press_count"),
    "positioning.avg_distance_to_ball": Field(
        "positioning", "sum_distance_to_ball", 1.0, "tracked_time"
    ),
    "positioning.avg_distance_to_ball_possession": Field(
        "positioning", "sum_distance_to_ball_has_possession", 1.0, "time_has_possession"
    ),
    "positioning.avg_distance_to_ball_no_possession": Field(
        "positioning", "sum_distance_to_ball_no_possession", 1.0, "time_no_possession"
    ),
    "positioning.avg_distance_to_mates": Field(
        "positioning", "sum_distance_to_teammates", 1.0, "tracked_time"
    ),
    **dict(_same("positioning", "time_defensive_third time_neutral_third")),
    **dict(_same("positioning", "time_offensive_third time_defensive_half")),
    **dict(_same("positioning", "time_offensive_half time_behind_ball time_most_back")),
    **dict(_same("positioning", "time_most_forward time_farthest_from_ball")),
    "positioning.time_infront_ball": Field("positioning", "time_in_front_of_ball"),
    "positioning.time_closest_to_ball": Field("positioning", "time_closest_to_ball_team"),
    **dict(_shares("positioning", "defensive_third=defensive_third neutral_third=neutral_third")),
    **dict(_shares("positioning", "offensive_third=offensive_third behind_ball=behind_ball")),
    **dict(_shares("positioning", "defensive_half=defensive_half offensive_half=offensive_half")),
    **dict(_shares("positioning", "infront_ball=in_front_of_ball most_back=most_back")),
    **dict(_shares("positioning", "most_forward=most_forward")),
    **dict(_shares("positioning", "closest_to_ball=closest_to_ball_team")),
    **dict(_shares("positioning", "farthest_from_ball=farthest_from_ball")),
    "positioning.goals_against_while_last_defender": Field(
        "core", "goals_conceded_while_last_defender"
    ),
    "demo.inflicted": Field("demo", "demos_inflicted"),
    "demo.taken": Field("demo", "demos_taken"),
}
"""By place in ballchasing's JSON."""
