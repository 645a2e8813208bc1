"""How a car moves: speed, height, distance, powerslides."""

from rockettrainer.features.movement._advance import ACCUMULATOR
from rockettrainer.features.movement._metrics import METRICS

__all__ = ["ACCUMULATOR", "METRICS"]
