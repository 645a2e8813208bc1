"""Metrics of stick and wheels."""

from functools import partial

from rockettrainer.features._metric import Better, Family, Metric, Skill, Unit
from rockettrainer.features._values import ratio, share, total
from rockettrainer.match import Aspect, Visible

_metric = partial(
    Metric,
    family=Family.CONTROLS,
    skill=Skill.MECHANICAL,
    needs=Visible.CONTROLS,
    seen=total("seen_s"),
    aspect=Aspect.CAR_FLIGHT,
    source=(
        "the game's own count of wheels that touch and the inputs it acts on; the thresholds, "
        "0.1 of a stick's way, flights of 0.5 s and 0.25 s to settle, are ours"
    ),
)

METRICS = (
    _metric(
        key="no_wheel_percent",
        name="No wheel on anything, share",
        unit=Unit.PERCENT,
        high=100.0,
        definition="Share of time in play in which no wheel touches ground, wall or ceiling.",
        value=share("air_s", "seen_s"),
    ),
    _metric(
        key="flight_mean_s",
        name="Average flight",
        unit=Unit.SECONDS,
        definition=(
            "Mean time from the last wheel that leaves to the first that touches, of flights of "
            "half a second or more."
        ),
        undefined="was never in the air for half a second",
        value=ratio(("flight_s",), ("flights",)),
    ),
    _metric(
        key="air_roll_percent",
        name="Air roll in flight, share",
        unit=Unit.PERCENT,
        high=100.0,
        definition="Share of the time with no wheel down in which roll is asked for.",
        undefined="was never in the air",
        value=share("air_roll_s", "air_s"),
    ),
    _metric(
        key="air_turn_percent",
        name="Turning in flight, share",
        unit=Unit.PERCENT,
        high=100.0,
        definition="Share of the time with no wheel down in which pitch, yaw or roll is asked for.",
        undefined="was never in the air",
        value=share("air_turn_s", "air_s"),
    ),
    _metric(
        key="clean_landing_percent",
        name="Clean landings, share",
        unit=Unit.PERCENT,
        high=100.0,
        better=Better.HIGHER,
        definition=(
            "Share of landings, after flights of half a second or more, that have all four wheels "
            "down within a quarter of a second."
        ),
        undefined="never landed after half a second in the air",
        value=share("clean_landings", "landings"),
    ),
)
