"""Where matches come from: each source gives a `rockettrainer.match.Match`."""

from rockettrainer.sources._folders import newest_replay, replay_folders
from rockettrainer.sources._places import bakkesmod_folders, install_folders, user_folders
from rockettrainer.sources._replay import ReplayError, read_replay

__all__ = [
    "ReplayError",
    "bakkesmod_folders",
    "install_folders",
    "newest_replay",
    "read_replay",
    "replay_folders",
    "user_folders",
]
