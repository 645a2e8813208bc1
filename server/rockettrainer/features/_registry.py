"""Every metric there is."""

from rockettrainer.features import (
    ballchasing,
    boost,
    controls,
    core,
    demolition,
    movement,
    positioning,
)
from rockettrainer.features._metric import Metric

_FAMILIES = (core, boost, movement, positioning, demolition, controls, ballchasing)

METRICS: tuple[Metric, ...] = tuple(metric for family in _FAMILIES for metric in family.METRICS)
"""In the order in which they are shown."""

_ACCUMULATORS: dict[str, str] = {
    metric.key: family.ACCUMULATOR.name for family in _FAMILIES for metric in family.METRICS
}


def metric(key: str) -> Metric:
    """The metric of that key.

    Raises:
        KeyError: There is none.
    """
    return _BY_KEY[key]


def accumulator_of(metric: Metric) -> str:
    """Name of the accumulator, a field of `States`, that holds a metric's sums."""
    return _ACCUMULATORS[metric.key]


_BY_KEY = {metric.key: metric for metric in METRICS}
