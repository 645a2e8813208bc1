"""A session in progress: what a source sees, measured and told as it is played."""

from rockettrainer.live._happened import Happened
from rockettrainer.live._recorder import Recorder

__all__ = ["Happened", "Recorder"]
