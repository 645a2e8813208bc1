"""Values of slots and teams, read out of a state."""

import numpy as np

from rockettrainer.features._accumulator import State
from rockettrainer.features._metric import Metric, TeamRule
from rockettrainer.match import F64


def slot_values(metric: Metric, state: State) -> F64 | None:
    """Values of all slots, ``[p]``, NaN where there is none; None for a metric of teams alone."""
    if metric.value is None:
        return None
    values = metric.value(state)
    return values if metric.seen is None else np.where(metric.seen(state) > 0.0, values, np.nan)


def team_values(metric: Metric, state: State) -> F64 | None:
    """Values of blue and orange, ``[2]``, alike; None for a metric that is not one of teams."""
    if metric.team is TeamRule.OWN and metric.team_value is not None:
        return metric.team_value(state)
    values = slot_values(metric, state)
    if metric.team is TeamRule.NONE or values is None:
        return None
    team = state.players["team"]
    return np.array([_combined(metric.team, values[team == side]) for side in range(2)])


def _combined(rule: TeamRule, values: F64) -> float:
    known = values[~np.isnan(values)]
    if not len(known):
        return float("nan")
    if rule is TeamRule.SHARED:
        return float(known[0])
    return float(known.sum() if rule is TeamRule.SUM else known.mean())
