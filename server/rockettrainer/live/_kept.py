"""Frames of a session that are kept: thirty a second, packed, in a file without a name.

A long session would else take two megabytes of memory a minute.
"""

import math
import os
import tempfile
import weakref
from collections.abc import Sequence
from typing import Final

import numpy as np
import zstandard

from rockettrainer.features import Rows
from rockettrainer.match import PER_PLAYER, AnyArray, Frames

HZ: Final = 30.0
"""As a replay has them."""
_SLACK_S: Final = 0.004
"""Half a tick: a row that is early by less is taken."""
_ROWS: Final = 128
"""That are packed at a time: it takes about a millisecond."""
_LONGEST: Final = 60 * 60 * int(HZ)
"""An hour of play; what comes later is measured, and not kept."""


class Kept:
    """Collects rows. Where the disk has no room for them, memory has.

    Args:
        slots: Of the frames.
    """

    def __init__(self, slots: int) -> None:
        self._slots = slots
        self._block = Rows(_ROWS, slots)
        self._filled = 0
        self._packed: list[bytes | tuple[int, int]] = []
        """Blocks, or where they are in the file, and how long."""
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 (it lives as long as we)
        weakref.finalize(self, self._file.close)
        self._due_s = -math.inf

    @property
    def size(self) -> int:
        """How many rows."""
        return len(self._packed) * _ROWS + self._filled

    def offer(self, rows: Rows, row: int) -> None:
        """Keeps a row, unless the one before was kept just now.

        Args:
            rows: Of which `row` is one.
            row: The row.
        """
        time_s = rows.frames.time_s.item(row)
        if time_s < self._due_s or self.size >= _LONGEST:
            return
        self._due_s = time_s + 1.0 / HZ - _SLACK_S
        self._block.take(self._filled, rows, row)
        self._filled += 1
        if self._filled == _ROWS:
            self._put_away(_pack(self._block))
            self._filled = 0

    def frames(self, slots: Sequence[int]) -> Frames:
        """All rows that were kept.

        Args:
            slots: Those to give, in that order.
        """
        blocks = [_unpack(self._fetched(packed), self._slots) for packed in self._packed]
        blocks.append(self._block.frames.rows(0, self._filled))
        return Frames._make(
            _joined([getattr(block, name) for block in blocks], name, slots)
            for name in Frames._fields
        )

    def _put_away(self, packed: bytes) -> None:
        try:
            start = self._file.seek(0, os.SEEK_END)
            whole = self._file.write(packed) == len(packed)
        except OSError:
            whole = False
        self._packed.append((start, len(packed)) if whole else packed)

    def _fetched(self, packed: bytes | tuple[int, int]) -> bytes:
        if isinstance(packed, bytes):
            return packed
        start, length = packed
        self._file.seek(start)
        return self._file.read(length)


def _joined(parts: Sequence[AnyArray], name: str, slots: Sequence[int]) -> AnyArray:
    column: AnyArray = np.concatenate(parts)
    return column[:, list(slots)] if name in PER_PLAYER else column


def _pack(block: Rows) -> bytes:
    return zstandard.ZstdCompressor(level=1).compress(block.memory.data)


def _unpack(packed: bytes, slots: int) -> Frames:
    block = Rows(_ROWS, slots)
    block.memory[:] = np.frombuffer(zstandard.ZstdDecompressor().decompress(packed), np.uint8)
    return block.frames
