"""Metrics of movement, counted as ballchasing.com counts them."""

from functools import partial

from rockettrainer.features._metric import Skill, TeamRule, Unit
from rockettrainer.features._share import with_share
from rockettrainer.features._values import total
from rockettrainer.features.ballchasing._reported import ALL_REPORTS, reported
from rockettrainer.features.ballchasing._values import (
    band_percent,
    mean_of,
    part,
    speed_percent,
)
from rockettrainer.match import CAR_MAX_SPEED_UU_S

_metric = partial(
    reported,
    skill=Skill.MECHANICAL,
    seen=total("poses"),
)

MOVEMENT = (
    _metric(
        key="ballchasing_speed_mean_uu_s",
        name="Average speed",
        unit=Unit.UU_S,
        high=CAR_MAX_SPEED_UU_S,
        definition="Plain mean of all reported speeds, however long each of them held.",
        ballchasing="movement.avg_speed",
        value=mean_of("speed_sum", "poses"),
    ),
    _metric(
        key="ballchasing_speed_mean_percent",
        name="Average speed, share of the fastest",
        unit=Unit.PERCENT,
        high=100.0,
        definition="Plain mean of all reported speeds, in whole uu/s, in percent of 2300 uu/s.",
        ballchasing="movement.avg_speed_percentage",
        value=speed_percent,
    ),
    *with_share(
        _metric(
            key="ballchasing_slow_s",
            name="At slow speed",
            unit=Unit.SECONDS,
            definition=(
                "Time before reports of a speed below 1410 uu/s, each back to the report before it."
            ),
            ballchasing="movement.time_slow_speed",
            value=part("speed_s", 0),
            team=TeamRule.SUM,
        ),
        band_percent("speed_s", 0),
        ALL_REPORTS,
    ),
    *with_share(
        _metric(
            key="ballchasing_boost_speed_s",
            name="At boost speed",
            unit=Unit.SECONDS,
            definition=(
                "Time before reports of a speed from 1410 to 2200 uu/s, each back to the report "
                "before it."
            ),
            ballchasing="movement.time_boost_speed",
            value=part("speed_s", 1),
            team=TeamRule.SUM,
        ),
        band_percent("speed_s", 1),
        ALL_REPORTS,
    ),
    *with_share(
        _metric(
            key="ballchasing_supersonic_s",
            name="At supersonic speed",
            unit=Unit.SECONDS,
            definition=(
                "Time before reports of a speed of 2200 uu/s or more, each back to the report "
                "before it."
            ),
            ballchasing="movement.time_supersonic_speed",
            value=part("speed_s", 2),
            team=TeamRule.SUM,
        ),
        band_percent("speed_s", 2),
        ALL_REPORTS,
    ),
    *with_share(
        _metric(
            key="ballchasing_ground_s",
            name="On the ground",
            unit=Unit.SECONDS,
            definition=(
                "Time before reports of a height up to 20 uu, each back to the report before it."
            ),
            ballchasing="movement.time_ground",
            value=part("height_s", 0),
            team=TeamRule.SUM,
        ),
        band_percent("height_s", 0),
        ALL_REPORTS,
    ),
    *with_share(
        _metric(
            key="ballchasing_low_air_s",
            name="Low in the air",
            unit=Unit.SECONDS,
            definition=(
                "Time before reports of a height from 20 to 840 uu, each back to the report before "
                "it."
            ),
            ballchasing="movement.time_low_air",
            value=part("height_s", 1),
            team=TeamRule.SUM,
        ),
        band_percent("height_s", 1),
        ALL_REPORTS,
    ),
    *with_share(
        _metric(
            key="ballchasing_high_air_s",
            name="High in the air",
            unit=Unit.SECONDS,
            definition=(
                "Time before reports of a height over 840 uu, each back to the report before it."
            ),
            ballchasing="movement.time_high_air",
            value=part("height_s", 2),
            team=TeamRule.SUM,
        ),
        band_percent("height_s", 2),
        ALL_REPORTS,
    ),
)
