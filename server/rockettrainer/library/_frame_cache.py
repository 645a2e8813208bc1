"""Frames that were read lately: a page asks for several views of one match."""

from collections import OrderedDict
from threading import Lock
from typing import Final

from rockettrainer.match import Events, Frames
from rockettrainer.storage import Files

_KEPT: Final = 4
"""Matches; one takes some five megabytes."""

Columns = tuple[Frames, Events]


class FrameCache:
    """Reads frames, and keeps those of the last few matches.

    Args:
        files: To read from.
    """

    def __init__(self, files: Files) -> None:
        self._files = files
        self._kept: OrderedDict[str, Columns] = OrderedDict()
        self._lock = Lock()

    def read(self, sha256: str) -> Columns:
        """Frames and events of a match.

        Raises:
            StoreError: The file is missing or damaged.
        """
        with self._lock:
            if sha256 in self._kept:
                self._kept.move_to_end(sha256)
                return self._kept[sha256]
        columns = self._files.read_frames(sha256)
        with self._lock:
            self._kept[sha256] = columns
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return columns
