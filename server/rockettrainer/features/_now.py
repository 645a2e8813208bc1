"""One metric of one player in the midst of a match."""

from math import nan
from typing import Final

from rockettrainer.features._metric import Metric
from rockettrainer.features._read import slot_values
from rockettrainer.features._registry import accumulator_of
from rockettrainer.features._step import States
from rockettrainer.features._values import Ratio, Sum

_QUICK: Final = (Sum, Ratio)


def value_now(metric: Metric, states: States, slot: int) -> float:
    """A metric's value of one slot as it stands, NaN for none, also for a metric of teams alone.

    Much quicker than `measure`, which reads all metrics of all; whether the source shows what the
    metric needs is for the caller to ask.
    """
    state = getattr(states, accumulator_of(metric))
    value, seen = metric.value, metric.seen
    if isinstance(value, _QUICK) and (seen is None or isinstance(seen, _QUICK)):
        return value.of(state, slot) if seen is None or seen.of(state, slot) > 0.0 else nan
    values = slot_values(metric, state)
    return nan if values is None else float(values[slot])
