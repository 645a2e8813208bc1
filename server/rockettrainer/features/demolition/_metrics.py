"""Metrics of demolitions."""

from functools import partial

from rockettrainer.features._metric import Better, Family, Metric, Skill, TeamRule, Unit
from rockettrainer.features._values import total
from rockettrainer.match import Visible

_metric = partial(
    Metric,
    family=Family.DEMOLITION,
    unit=Unit.COUNT,
    needs=Visible.DEMOLITIONS,
    source="the game's own demolition events",
    team=TeamRule.SUM,
)

METRICS = (
    _metric(
        key="demolitions_inflicted",
        name="Demolitions inflicted",
        skill=Skill.GAME_SENSE,
        definition="Opponents demolished.",
        ballchasing="demo.inflicted",
        value=total("inflicted"),
    ),
    _metric(
        key="demolitions_taken",
        name="Demolitions taken",
        skill=Skill.POSITIONAL,
        better=Better.LOWER,
        definition="Times demolished by an opponent.",
        ballchasing="demo.taken",
        value=total("taken"),
    ),
)
