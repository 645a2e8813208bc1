"""Where players are: on the field, to the ball, to each other."""

from rockettrainer.features.positioning._advance import ACCUMULATOR
from rockettrainer.features.positioning._metrics import METRICS

__all__ = ["ACCUMULATOR", "METRICS"]
