"""Metrics of boost, counted as ballchasing.com counts them."""

from functools import partial

from rockettrainer.features._metric import Metric, Skill, TeamRule, Unit
from rockettrainer.features._share import with_share
from rockettrainer.features._values import quarter_percent, quarter_s, total
from rockettrainer.features.ballchasing._reported import LIVE_PLAY, reported
from rockettrainer.features.ballchasing._values import (
    collected_per_min,
    live_percent,
    mean,
    of_all_pads,
    of_pads,
    part,
    percents,
    used_per_min,
)
from rockettrainer.match import Aspect

_metric = partial(
    reported,
    skill=Skill.GAME_SENSE,
    seen=total("reports"),
    aspect=Aspect.BOOST,
)


def _quarter(quarter: int) -> tuple[Metric, Metric]:
    """Time with the tank in one of its quarters, 0 the lowest, and its share."""
    low, high = 25 * quarter, 25 * quarter + 25
    return with_share(
        _metric(
            key=f"ballchasing_boost_{low}_{high}_s",
            name=f"Boost from {low} to {high}",
            unit=Unit.SECONDS,
            definition=(
                f"Time before reports of boost from {low} to {high}, each back to the report "
                "before it."
            ),
            ballchasing=f"boost.time_boost_{low}_{high}",
            value=quarter_s(quarter),
            team=TeamRule.SUM,
        ),
        quarter_percent(quarter),
        "all four quarters",
    )


BOOST = (
    _metric(
        key="ballchasing_boost_used_per_min",
        name="Boost used per minute",
        unit=Unit.BOOST_MIN,
        definition="Falls between reports of boost, for each minute between reports.",
        ballchasing="boost.bpm",
        value=used_per_min,
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_boost_collected_per_min",
        name="Boost collected per minute",
        unit=Unit.BOOST_MIN,
        definition="Rises between reports of boost, for each minute without kickoff countdowns.",
        ballchasing="boost.bcpm",
        value=collected_per_min,
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_boost_mean",
        name="Average boost",
        unit=Unit.BOOST,
        high=100.0,
        definition="Plain mean of all reported amounts, however long each of them held.",
        ballchasing="boost.avg_amount",
        value=mean,
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_boost_collected",
        name="Boost collected",
        unit=Unit.BOOST,
        definition="Rises between reports of boost.",
        ballchasing="boost.amount_collected",
        value=of_all_pads("rises"),
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_boost_collected_big",
        name="Boost collected, big pads",
        unit=Unit.BOOST,
        definition="Rises between reports of boost from big pads.",
        ballchasing="boost.amount_collected_big",
        value=of_pads("rises", 1),
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_big_pads_collected",
        name="Big pads collected",
        unit=Unit.COUNT,
        definition=(
            "Big pads that made a report of boost rise. One that gave less than was burnt since "
            "the last report goes unseen, and so does one that a full tank ran over."
        ),
        ballchasing="boost.count_collected_big",
        value=part("pads", 1),
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_boost_collected_small",
        name="Boost collected, small pads",
        unit=Unit.BOOST,
        definition="Rises between reports of boost from small pads.",
        ballchasing="boost.amount_collected_small",
        value=of_pads("rises", 0),
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_small_pads_collected",
        name="Small pads collected",
        unit=Unit.COUNT,
        definition=(
            "Small pads that made a report of boost rise. One that gave less than was burnt since "
            "the last report goes unseen, and so does one that a full tank ran over."
        ),
        ballchasing="boost.count_collected_small",
        value=part("pads", 0),
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_boost_stolen",
        name="Boost stolen",
        unit=Unit.BOOST,
        definition=(
            "Rises between reports of boost from pads in the half that the player attacks; pads on "
            "the halfway line are nobody's."
        ),
        ballchasing="boost.amount_stolen",
        value=of_all_pads("rises_stolen"),
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_boost_stolen_big",
        name="Boost stolen, big pads",
        unit=Unit.BOOST,
        definition=(
            "Rises between reports of boost from big pads in the half that the player attacks; "
            "those on the halfway line are nobody's."
        ),
        ballchasing="boost.amount_stolen_big",
        value=of_pads("rises_stolen", 1),
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_big_pads_stolen",
        name="Big pads stolen",
        unit=Unit.COUNT,
        definition=(
            "Big pads in the half that the player attacks that made a report of boost rise. One "
            "that gave less than was burnt since the last report goes unseen, and so does one that "
            "a full tank ran over."
        ),
        ballchasing="boost.count_stolen_big",
        value=part("pads_stolen", 1),
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_boost_stolen_small",
        name="Boost stolen, small pads",
        unit=Unit.BOOST,
        definition=(
            "Rises between reports of boost from small pads in the half that the player attacks; "
            "those on the halfway line are nobody's."
        ),
        ballchasing="boost.amount_stolen_small",
        value=of_pads("rises_stolen", 0),
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_small_pads_stolen",
        name="Small pads stolen",
        unit=Unit.COUNT,
        definition=(
            "Small pads in the half that the player attacks that made a report of boost rise. One "
            "that gave less than was burnt since the last report goes unseen, and so does one that "
            "a full tank ran over."
        ),
        ballchasing="boost.count_stolen_small",
        value=part("pads_stolen", 0),
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_boost_overfill",
        name="Boost wasted in pickups",
        unit=Unit.BOOST,
        definition="What a pad that filled the tank offered beyond that.",
        ballchasing="boost.amount_overfill",
        value=percents("overfill"),
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_boost_overfill_stolen",
        name="Boost wasted in stolen pickups",
        unit=Unit.BOOST,
        definition="What a pad in the attacked half that filled the tank offered beyond that.",
        ballchasing="boost.amount_overfill_stolen",
        value=percents("overfill_stolen"),
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_boost_used_supersonic",
        name="Boost used at supersonic speed",
        unit=Unit.BOOST,
        definition="Falls between reports of boost that end at 2200 uu/s or more on the ground.",
        ballchasing="boost.amount_used_while_supersonic",
        value=percents("falls_supersonic"),
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_boost_zero_s",
        name="Out of boost",
        unit=Unit.SECONDS,
        definition="Time from a report of an empty tank to the next report.",
        ballchasing="boost.time_zero_boost",
        value=total("zero_s"),
        team=TeamRule.SUM,
    ),
    _metric(
        key="ballchasing_boost_zero_percent",
        name="Out of boost, share",
        unit=Unit.PERCENT,
        high=100.0,
        definition=(
            "Time from a report of an empty tank to the next, in percent of the time without "
            "kickoff countdowns."
        ),
        ballchasing="boost.percent_zero_boost",
        value=live_percent("zero_s"),
    ),
    *with_share(
        _metric(
            key="ballchasing_boost_full_s",
            name="Full of boost",
            unit=Unit.SECONDS,
            definition="Time from a report of a full tank to the next, if that says less.",
            ballchasing="boost.time_full_boost",
            value=total("full_s"),
            team=TeamRule.SUM,
        ),
        live_percent("full_s"),
        LIVE_PLAY,
    ),
    *_quarter(0),
    *_quarter(1),
    *_quarter(2),
    *_quarter(3),
)
