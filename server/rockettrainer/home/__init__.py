"""A person's data folder, and the server that has it. Loads at once, whoever asks."""

from rockettrainer.home._folder import home_folder
from rockettrainer.home._server import (
    Running,
    announce,
    only_one,
    only_server,
    running_server,
    write_private,
)

__all__ = [
    "Running",
    "announce",
    "home_folder",
    "only_one",
    "only_server",
    "running_server",
    "write_private",
]
