"""Metrics of movement."""

from functools import partial

from rockettrainer.features._metric import Better, Family, Metric, Skill, TeamRule, Unit
from rockettrainer.features._share import timed
from rockettrainer.features._values import ratio, total
from rockettrainer.match import CAR_MAX_SPEED_UU_S, Visible

_metric = partial(
    Metric,
    family=Family.MOVEMENT,
    skill=Skill.MECHANICAL,
    source=(
        "2200 uu/s is the game's supersonic speed, 1410 uu/s the most that throttle alone gives, "
        "2300 uu/s a car's limit (RLBot wiki); 20 and 840 uu are the heights of carball"
    ),
)
_SPEEDS = ("supersonic_s", "boost_speed_s", "slow_s")
_HEIGHTS = ("ground_s", "low_air_s", "high_air_s")
_speed = partial(_metric, needs=Visible.SPEED, seen=total(*_SPEEDS))
_place = partial(_metric, needs=Visible.POSITIONS, seen=total(*_HEIGHTS))
_powerslide = partial(_metric, needs=Visible.POSITIONS | Visible.INPUTS, seen=total(*_HEIGHTS))

METRICS = (
    _speed(
        key="speed_mean_uu_s",
        name="Average speed",
        unit=Unit.UU_S,
        high=CAR_MAX_SPEED_UU_S,
        better=Better.HIGHER,
        definition="Mean speed of the car while it moves, weighted by time.",
        ballchasing="movement.avg_speed",
        value=ratio(("moving_uu",), ("moving_s",)),
    ),
    _speed(
        key="speed_mean_percent",
        name="Average speed, share of the fastest",
        unit=Unit.PERCENT,
        high=100.0,
        better=Better.HIGHER,
        definition="Mean speed in percent of 2300 uu/s, the fastest that a car can go.",
        ballchasing="movement.avg_speed_percentage",
        value=ratio(("moving_uu",), ("moving_s",), 100.0 / CAR_MAX_SPEED_UU_S),
    ),
    _place(
        key="distance_uu",
        name="Distance driven",
        unit=Unit.UU,
        definition="Length of the way driven and flown, respawns left out.",
        ballchasing="movement.total_distance",
        value=total("distance_uu"),
        team=TeamRule.SUM,
    ),
    *timed(
        _speed,
        "supersonic_s",
        _SPEEDS,
        name="At supersonic speed",
        definition="Time at 2200 uu/s or more, where a car can demolish.",
        ballchasing="movement.time_supersonic_speed",
        team=TeamRule.SUM,
    ),
    *timed(
        _speed,
        "boost_speed_s",
        _SPEEDS,
        name="At boost speed",
        definition="Time from 1410 uu/s, the most that throttle alone gives, up to supersonic.",
        ballchasing="movement.time_boost_speed",
        team=TeamRule.SUM,
    ),
    *timed(
        _speed,
        "slow_s",
        _SPEEDS,
        name="At slow speed",
        definition="Time below 1410 uu/s, the most that throttle alone gives.",
        ballchasing="movement.time_slow_speed",
        team=TeamRule.SUM,
    ),
    *timed(
        _place,
        "ground_s",
        _HEIGHTS,
        name="On the ground",
        definition="Time with the car's centre 20 uu high or lower.",
        ballchasing="movement.time_ground",
        team=TeamRule.SUM,
    ),
    *timed(
        _place,
        "low_air_s",
        _HEIGHTS,
        name="Low in the air",
        definition="Time above 20 uu and up to 840 uu; walls count too.",
        ballchasing="movement.time_low_air",
        team=TeamRule.SUM,
    ),
    *timed(
        _place,
        "high_air_s",
        _HEIGHTS,
        name="High in the air",
        definition="Time above 840 uu, a car's length over the goal's bar.",
        ballchasing="movement.time_high_air",
        team=TeamRule.SUM,
    ),
    _powerslide(
        key="powerslide_s",
        name="Powersliding",
        unit=Unit.SECONDS,
        definition="Time with the handbrake held while the car is on the ground.",
        ballchasing="movement.time_powerslide",
        value=total("powerslide_s"),
        team=TeamRule.SUM,
    ),
    _powerslide(
        key="powerslides",
        name="Powerslides",
        unit=Unit.COUNT,
        definition="Times that the handbrake was pulled on the ground.",
        ballchasing="movement.count_powerslide",
        value=total("powerslides"),
        team=TeamRule.SUM,
    ),
    _powerslide(
        key="powerslide_mean_s",
        name="Average powerslide",
        unit=Unit.SECONDS,
        definition="Mean length of a powerslide.",
        undefined="did not powerslide",
        ballchasing="movement.avg_powerslide_duration",
        value=ratio(("powerslide_s",), ("powerslides",)),
    ),
)
