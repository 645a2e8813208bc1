"""Replays that the game has just written."""

import hashlib
import logging
import time
from pathlib import Path
from typing import Final

from rockettrainer.library import FoundFile, Library, is_whole
from rockettrainer.sources import LARGEST_REPLAY_BYTES

_log = logging.getLogger(__name__)

_PATIENCE_S: Final = 10.0
_LOOK_S: Final = 0.25
_SUFFIX: Final = ".replay"


def hand_in(library: Library, name: str) -> bool:
    """Has a replay read once it is whole; waits for that, so it is for a thread of its own.

    Args:
        library: Where it goes.
        name: Path of the file, as the plugin said it.

    Returns:
        Whether it was handed in; it may have been known.
    """
    path = Path(name)
    if not path.is_absolute() or path.suffix.lower() != _SUFFIX:
        return False
    latest = time.monotonic() + _PATIENCE_S
    while not is_whole(path):
        if time.monotonic() > latest:
            _log.warning("%s was saved, and is not there", path)
            return False
        time.sleep(_LOOK_S)
    try:
        if path.stat().st_size > LARGEST_REPLAY_BYTES:
            return False
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        _log.warning("%s was saved, and cannot be read: %s", path, error.strerror)
        return False
    library.add_files([FoundFile(path, digest)], 0)
    return True
