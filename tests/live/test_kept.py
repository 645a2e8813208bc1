"""Frames that are kept: thirty a second, all there at the end, also where the disk is full."""

import errno

import numpy as np
import pytest

from rockettrainer.features import Rows
from rockettrainer.live._kept import HZ, Kept

SLOTS, ROWS = 4, 1000


class Full:
    def seek(self, *_: int) -> int:
        return 0

    def write(self, _: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("full", [False, True])
def test_what_was_offered_is_there(full: bool) -> None:
    kept, random = Kept(SLOTS), np.random.default_rng(1)
    rows = Rows(ROWS, SLOTS)
    frames = rows.frames
    frames.time_s[:] = np.arange(ROWS) / HZ
    frames.position[:] = random.normal(size=frames.position.shape)
    if full:
        kept._file.close()
        kept._file = Full()  # type: ignore[assignment]
    for row in range(ROWS):
        kept.offer(rows, row)
        kept.offer(rows, row)
    assert kept.size == ROWS
    found = kept.frames((2, 0))
    np.testing.assert_array_equal(found.time_s, frames.time_s)
    np.testing.assert_array_equal(found.position, frames.position[:, [2, 0]])
