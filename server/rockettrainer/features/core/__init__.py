"""What the scoreboard says."""

from rockettrainer.features.core._advance import ACCUMULATOR
from rockettrainer.features.core._metrics import METRICS

__all__ = ["ACCUMULATOR", "METRICS"]
