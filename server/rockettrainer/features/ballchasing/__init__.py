"""What ballchasing.com counts in another way than we hold right, counted its way."""

from rockettrainer.features.ballchasing._advance import ACCUMULATOR
from rockettrainer.features.ballchasing._metrics import METRICS

__all__ = ["ACCUMULATOR", "METRICS"]
