"""A person's data folder, and the server that has it. Loads at once, whoever asks."""

from rockettrainer.home._atomic import TEMPORARY, replacing, write_atomic
from rockettrainer.home._folder import HomeError, home_folder, make_home
from rockettrainer.home._server import (
    USUAL_PORT,
    Running,
    announce,
    only_one,
    only_server,
    running_server,
)

__all__ = [
    "TEMPORARY",
    "USUAL_PORT",
    "HomeError",
    "Running",
    "announce",
    "home_folder",
    "make_home",
    "only_one",
    "only_server",
    "replacing",
    "running_server",
    "write_atomic",
]
