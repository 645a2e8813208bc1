"""Where matches come from: each source gives a `rockettrainer.match.Match`."""

from rockettrainer.sources._folders import newest_replay, replay_folders
from rockettrainer.sources._replay import ReplayError, read_replay

__all__ = ["ReplayError", "newest_replay", "read_replay", "replay_folders"]
