"""Uploads replays and has them read until it is killed; says in a file which ones were kept."""

import os
import time
from itertools import count
from pathlib import Path

from rockettrainer.library import Library
from tests.support.replays import replay

AHEAD = 5
"""Uploads that may wait, so that there is always something to read and never much."""


def upload_until_killed(home: str, first: int, acknowledged: str) -> None:
    """Uploads one match after the other.

    Args:
        home: The data folder.
        first: Number of the first match.
        acknowledged: A file to write the numbers to, each after its upload was kept.
    """
    log = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with Library(Path(home), workers=2) as library:
        for number in count(first):
            library.upload(replay(number))
            os.write(log, f"{number}\n".encode())
            while library.queue.waiting() > AHEAD:
                time.sleep(0.005)
