"""Rows of frames in one piece of memory, so that a row is copied at once."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rockettrainer.features._kernel import kernel
from rockettrainer.match import U8, AnyArray, Frames, blank_frames

_ALIGNED: Final = 8
"""Bytes of the widest value."""


class Rows:
    """Frames whose columns lie one after another in one piece of memory.

    To copy a row column by column, from Python, takes longer than to measure it.

    Args:
        count: How many rows.
        slots: Of players.
    """

    def __init__(self, count: int, slots: int) -> None:
        blank: Sequence[AnyArray] = blank_frames(count, slots)
        starts, end = [], 0
        for column in blank:
            starts.append(end)
            end += -(-column.nbytes // _ALIGNED) * _ALIGNED
        self.memory: U8 = np.zeros(end, np.uint8)
        """All columns."""
        columns: list[AnyArray] = []
        for unknown, start in zip(blank, starts, strict=True):
            columns.append(np.ndarray(unknown.shape, unknown.dtype, self.memory, start))
            columns[-1][...] = unknown
        self.frames = Frames._make(columns)
        """The same, to be read and written."""
        self.starts = np.array(starts)
        """Of the columns, in bytes of `memory`."""
        self._sizes = np.array([column[:1].nbytes for column in blank])

    def take(self, row: int, source: "Rows", source_row: int) -> None:
        """Copies a row of `source`, which has as many slots, to `row`."""
        theirs = (source.memory, source.starts, source_row)
        _copy(self.memory, self.starts, row, *theirs, self._sizes)


@kernel
def _copy(
    target: U8,
    target_starts: NDArray[np.int64],
    target_row: int,
    source: U8,
    source_starts: NDArray[np.int64],
    source_row: int,
    sizes: NDArray[np.int64],
) -> None:
    for column in range(sizes.shape[0]):
        size = sizes[column]
        to = target_starts[column] + target_row * size
        begin = source_starts[column] + source_row * size
        for byte in range(size):
            target[to + byte] = source[begin + byte]
