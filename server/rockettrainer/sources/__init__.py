"""Where matches come from: each source gives a `rockettrainer.match.Match`."""

from rockettrainer.sources._folders import newest_replay, replay_folders
from rockettrainer.sources._places import bakkesmod_folders, install_folders, user_folders
from rockettrainer.sources._replay import LARGEST_REPLAY_BYTES, ReplayError, read_replay
from rockettrainer.sources._system import existing

__all__ = [
    "LARGEST_REPLAY_BYTES",
    "ReplayError",
    "bakkesmod_folders",
    "existing",
    "install_folders",
    "newest_replay",
    "read_replay",
    "replay_folders",
    "user_folders",
]
