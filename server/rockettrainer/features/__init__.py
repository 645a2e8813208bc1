"""From a match to numbers: one registry of metrics, one step function for batch and stream."""

from rockettrainer.features._analysis import Analysis, Measured, absence, analyse, measure
from rockettrainer.features._batch import accumulate
from rockettrainer.features._kernel import kernel
from rockettrainer.features._metric import Better, Family, Metric, Skill, TeamRule, Unit
from rockettrainer.features._now import value_now
from rockettrainer.features._prepare import kernels_ready, prepare
from rockettrainer.features._registry import METRICS, metric
from rockettrainer.features._rows import Rows
from rockettrainer.features._slots import of_slots
from rockettrainer.features._step import States
from rockettrainer.features._stream import Stream

__all__ = [
    "METRICS",
    "Analysis",
    "Better",
    "Family",
    "Measured",
    "Metric",
    "Rows",
    "Skill",
    "States",
    "Stream",
    "TeamRule",
    "Unit",
    "absence",
    "accumulate",
    "analyse",
    "kernel",
    "kernels_ready",
    "measure",
    "metric",
    "of_slots",
    "prepare",
    "value_now",
]
