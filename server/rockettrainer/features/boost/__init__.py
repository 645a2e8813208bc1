"""How boost is collected, kept and burnt."""

from rockettrainer.features.boost._advance import ACCUMULATOR
from rockettrainer.features.boost._metrics import METRICS

__all__ = ["ACCUMULATOR", "METRICS"]
