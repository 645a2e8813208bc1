"""What happened at one moment: a flat table, sorted by frame."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from rockettrainer.match._types import F32, F64, I16, I32, U8


class EventKind(IntEnum):
    """What happened. Columns that a kind does not name hold -1 or NaN."""

    GOAL = 1
    """player scored; detail = team that scored; position = ball."""
    DEMOLITION = 2
    """player demolished other; position = the victim."""
    BIG_PAD = 3
    """player took a big pad; detail = its index; value = boost before it, 0 to 100."""
    SMALL_PAD = 4
    """player took a small pad; columns as for a big one."""
    SHOT = 5
    SAVE = 6
    ASSIST = 7
    STAT = 8
    """Another stat event; detail = index into ``Match.stat_names``."""
    DODGE_REFRESH = 9
    """player regained the dodge in the air."""
    TOUCH = 10
    """player (or -1) touched the ball; detail = team; value = its change of speed, uu/s."""
    JOINED = 11
    LEFT = 12
    KICKOFF = 13
    """A kickoff countdown began."""
    OVERTIME = 14
    MATCH_END = 15


class Events(NamedTuple):
    """One row an event, sorted by frame; a named tuple, because Numba kernels take it as it is."""

    kind: U8
    """``[e]`` An `EventKind`."""
    frame: I32
    """``[e]`` Row of `Frames` in which it is first seen."""
    time_s: F64
    """``[e]`` Seconds since the recording began."""
    player: I16
    """``[e]`` Slot of who did it, -1 unknown."""
    other: I16
    """``[e]`` Slot of whom it was done to, -1 none."""
    detail: I32
    """``[e]`` Meaning by kind, -1 none."""
    value: F32
    """``[e]`` Meaning by kind, NaN none."""
    position: F32
    """``[e, 3]`` Where, uu."""

    @property
    def size(self) -> int:
        """Number of events."""
        return int(self.kind.shape[0])

    def where(self, *kinds: EventKind) -> "Events":
        """The events of some kinds, copied."""
        keep = (self.kind[:, None] == [int(kind) for kind in kinds]).any(axis=1)
        return Events._make(column[keep] for column in self)

    def between(self, start: int, stop: int) -> "Events":
        """Events of frames ``start`` to ``stop`` with frames counted from ``start``."""
        first, last = self.frame.searchsorted([start, stop])
        cut = Events._make(column[first:last] for column in self)
        return cut._replace(frame=cut.frame - cut.frame.dtype.type(start))


def no_events() -> Events:
    """An empty table."""
    return Events(
        kind=np.empty(0, np.uint8),
        frame=np.empty(0, np.int32),
        time_s=np.empty(0, np.float64),
        player=np.empty(0, np.int16),
        other=np.empty(0, np.int16),
        detail=np.empty(0, np.int32),
        value=np.empty(0, np.float32),
        position=np.empty((0, 3), np.float32),
    )
