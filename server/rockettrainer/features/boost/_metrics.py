"""Metrics of boost."""

from functools import partial

from rockettrainer.features._metric import Better, Family, Metric, Skill, TeamRule, Unit
from rockettrainer.features._share import with_share
from rockettrainer.features._values import quarter_percent, quarter_s, ratio, share, total
from rockettrainer.match import Aspect, Visible

_metric = partial(
    Metric,
    family=Family.BOOST,
    skill=Skill.GAME_SENSE,
    aspect=Aspect.BOOST,
    source=(
        "boost burns at 33.3 a second, small pads give 12 and big ones 100 (RocketSim, checked on "
        "1,078 bursts in replays); between a replay's reports the amount is simulated"
    ),
)
_tank = partial(_metric, needs=Visible.BOOST, seen=total("boost_s"))
_pads = partial(_metric, needs=Visible.PADS)
_filled = partial(_metric, needs=Visible.PADS | Visible.BOOST, seen=total("boost_s"))


def _quarter(quarter: int) -> tuple[Metric, Metric]:
    """Time with the tank in one of its quarters, 0 the lowest, and its share."""
    low, high = 25 * quarter, 25 * quarter + 25
    return with_share(
        _tank(
            key=f"boost_{low}_{high}_s",
            name=f"Boost from {low} to {high}",
            unit=Unit.SECONDS,
            definition=f"Time with boost from {low} to {high}.",
            ballchasing=f"boost.time_boost_{low}_{high}",
            value=quarter_s(quarter),
            team=TeamRule.SUM,
        ),
        quarter_percent(quarter),
    )


METRICS = (
    _tank(
        key="boost_used_per_min",
        name="Boost used per minute",
        unit=Unit.BOOST_MIN,
        definition="Boost burnt per minute of play.",
        ballchasing="boost.bpm",
        value=ratio(("used",), ("play_s",), 60.0),
        team=TeamRule.SUM,
    ),
    _filled(
        key="boost_collected_per_min",
        name="Boost collected per minute",
        unit=Unit.BOOST_MIN,
        better=Better.HIGHER,
        definition="Boost taken from pads per minute of play.",
        ballchasing="boost.bcpm",
        value=ratio(("big_amount", "small_amount"), ("play_s",), 60.0),
        team=TeamRule.SUM,
    ),
    _tank(
        key="boost_mean",
        name="Average boost",
        unit=Unit.BOOST,
        high=100.0,
        definition="Mean boost in the tank, weighted by time; of a team, the mean of its players.",
        ballchasing="boost.avg_amount",
        value=ratio(("boost_amount_s",), ("boost_s",)),
        team=TeamRule.MEAN,
    ),
    _filled(
        key="boost_collected",
        name="Boost collected",
        unit=Unit.BOOST,
        better=Better.HIGHER,
        definition="Boost taken in from pads; what does not fit the tank is not counted.",
        ballchasing="boost.amount_collected",
        value=total("big_amount", "small_amount"),
        team=TeamRule.SUM,
    ),
    _filled(
        key="boost_collected_big",
        name="Boost collected, big pads",
        unit=Unit.BOOST,
        definition="Boost taken in from big pads; what does not fit the tank is not counted.",
        ballchasing="boost.amount_collected_big",
        value=total("big_amount"),
        team=TeamRule.SUM,
    ),
    _pads(
        key="big_pads_collected",
        name="Big pads collected",
        unit=Unit.COUNT,
        definition="Big pads taken, wherever they lie.",
        ballchasing="boost.count_collected_big",
        value=total("big_pads"),
        team=TeamRule.SUM,
    ),
    _filled(
        key="boost_collected_small",
        name="Boost collected, small pads",
        unit=Unit.BOOST,
        definition="Boost taken in from small pads; what does not fit the tank is not counted.",
        ballchasing="boost.amount_collected_small",
        value=total("small_amount"),
        team=TeamRule.SUM,
    ),
    _pads(
        key="small_pads_collected",
        name="Small pads collected",
        unit=Unit.COUNT,
        definition="Small pads taken, wherever they lie.",
        ballchasing="boost.count_collected_small",
        value=total("small_pads"),
        team=TeamRule.SUM,
    ),
    _filled(
        key="boost_stolen",
        name="Boost stolen",
        unit=Unit.BOOST,
        better=Better.HIGHER,
        definition="Boost taken in from pads in the half that the player attacks.",
        ballchasing="boost.amount_stolen",
        value=total("big_amount_stolen", "small_amount_stolen"),
        team=TeamRule.SUM,
    ),
    _filled(
        key="boost_stolen_big",
        name="Boost stolen, big pads",
        unit=Unit.BOOST,
        definition="Boost taken in from big pads in the half that the player attacks.",
        ballchasing="boost.amount_stolen_big",
        value=total("big_amount_stolen"),
        team=TeamRule.SUM,
    ),
    _pads(
        key="big_pads_stolen",
        name="Big pads stolen",
        unit=Unit.COUNT,
        definition="Big pads taken in the half that the player attacks.",
        ballchasing="boost.count_stolen_big",
        value=total("big_pads_stolen"),
        team=TeamRule.SUM,
    ),
    _filled(
        key="boost_stolen_small",
        name="Boost stolen, small pads",
        unit=Unit.BOOST,
        definition="Boost taken in from small pads in the half that the player attacks.",
        ballchasing="boost.amount_stolen_small",
        value=total("small_amount_stolen"),
        team=TeamRule.SUM,
    ),
    _pads(
        key="small_pads_stolen",
        name="Small pads stolen",
        unit=Unit.COUNT,
        definition="Small pads taken in the half that the player attacks.",
        ballchasing="boost.count_stolen_small",
        value=total("small_pads_stolen"),
        team=TeamRule.SUM,
    ),
    _filled(
        key="boost_overfill",
        name="Boost wasted in pickups",
        unit=Unit.BOOST,
        better=Better.LOWER,
        definition="What pads offered and the tank could not hold.",
        ballchasing="boost.amount_overfill",
        value=total("overfill"),
        team=TeamRule.SUM,
    ),
    _filled(
        key="boost_overfill_stolen",
        name="Boost wasted in stolen pickups",
        unit=Unit.BOOST,
        definition=(
            "What pads in the half that the player attacks offered and the tank could not hold."
        ),
        ballchasing="boost.amount_overfill_stolen",
        value=total("overfill_stolen"),
        team=TeamRule.SUM,
    ),
    _metric(
        needs=Visible.BOOST | Visible.SPEED,
        seen=total("speed_s"),
        key="boost_used_supersonic",
        name="Boost used at supersonic speed",
        unit=Unit.BOOST,
        better=Better.LOWER,
        definition="Boost burnt at 2200 uu/s or more, where it adds next to nothing.",
        ballchasing="boost.amount_used_while_supersonic",
        value=total("used_supersonic"),
        team=TeamRule.SUM,
    ),
    *with_share(
        _tank(
            key="boost_zero_s",
            name="Out of boost",
            unit=Unit.SECONDS,
            better=Better.LOWER,
            definition="Time with an empty tank.",
            ballchasing="boost.time_zero_boost",
            value=total("zero_s"),
            team=TeamRule.SUM,
        ),
        share("zero_s", "boost_s"),
    ),
    *with_share(
        _tank(
            key="boost_full_s",
            name="Full of boost",
            unit=Unit.SECONDS,
            definition="Time with a full tank.",
            ballchasing="boost.time_full_boost",
            value=total("full_s"),
            team=TeamRule.SUM,
        ),
        share("full_s", "boost_s"),
    ),
    *_quarter(0),
    *_quarter(1),
    *_quarter(2),
    *_quarter(3),
)
