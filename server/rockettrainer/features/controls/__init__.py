"""What stick and wheels do: only the running game tells."""

from rockettrainer.features.controls._advance import ACCUMULATOR
from rockettrainer.features.controls._metrics import METRICS

__all__ = ["ACCUMULATOR", "METRICS"]
