"""Where a person's data lives."""

import os
from pathlib import Path

from platformdirs import user_data_path


def home_folder() -> Path:
    """The data folder: ``ROCKETTRAINER_HOME`` if set, else the system's place for it."""
    chosen = os.environ.get("ROCKETTRAINER_HOME")
    return Path(chosen).expanduser() if chosen else user_data_path("rockettrainer", appauthor=False)
