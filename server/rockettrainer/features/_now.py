"""One metric in the midst of a match."""

from rockettrainer.features._metric import Metric
from rockettrainer.features._read import slot_values
from rockettrainer.features._registry import accumulator_of
from rockettrainer.features._step import States
from rockettrainer.match import F64


def values_now(metric: Metric, states: States) -> F64 | None:
    """A metric's values of all slots as they stand, NaN for none; None for one of teams alone.

    Quicker than `measure`, which reads all metrics; whether the source shows what the metric needs
    is for the caller to ask.
    """
    return slot_values(metric, getattr(states, accumulator_of(metric)))
