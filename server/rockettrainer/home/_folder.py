"""Where a person's data lives."""

import os
from pathlib import Path
from typing import Final

from platformdirs import user_data_path


class HomeError(OSError):
    """The data folder cannot be used."""

    hint: Final = "Mend its permissions, or name another folder by ROCKETTRAINER_HOME."
    """What to do."""


def make_home(folder: Path) -> None:
    """Makes a data folder, if it is not there.

    Raises:
        HomeError: It cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HomeError(f"the data folder {folder} cannot be made: {error.strerror}") from error


def home_folder() -> Path:
    """The data folder: ``ROCKETTRAINER_HOME`` if set, else the system's place for it."""
    chosen = os.environ.get("ROCKETTRAINER_HOME")
    return Path(chosen).expanduser() if chosen else user_data_path("rockettrainer", appauthor=False)
