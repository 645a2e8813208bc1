"""Demolitions, dealt and suffered."""

from rockettrainer.features.demolition._advance import ACCUMULATOR
from rockettrainer.features.demolition._metrics import METRICS

__all__ = ["ACCUMULATOR", "METRICS"]
