"""What a team's players add up to."""

import numpy as np

from rockettrainer.features._accumulator import State
from rockettrainer.features._metric import Metric, TeamRule
from rockettrainer.match import F64


def team_values(metric: Metric, state: State) -> F64 | None:
    """Values of blue and orange, ``[2]``; None for a metric that is not one of teams."""
    if metric.team is TeamRule.OWN and metric.team_value is not None:
        return metric.team_value(state)
    if metric.team is TeamRule.NONE or metric.value is None:
        return None
    values, team = metric.value(state), state.players["team"]
    return np.array([_combined(metric.team, values[team == side]) for side in range(2)])


def _combined(rule: TeamRule, values: F64) -> float:
    known = values[~np.isnan(values)]
    if not len(known):
        return float("nan")
    return float(known.sum() if rule is TeamRule.SUM else known[0])
