"""Ticks, read from binary messages without copying."""

import struct
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rockettrainer._bakkesmod import LAYOUT, MAGIC, MOST_PLAYERS, PLAYER_TICK, TICK_HEADER
from rockettrainer.sources.plugin._errors import Flaw, PluginError

LARGEST_BINARY: Final = 64 << 10
HEADER_SIZE: Final = TICK_HEADER.itemsize
PLAYER_SIZE: Final = PLAYER_TICK.itemsize
_HEAD: Final = struct.Struct("<IHBbIIqiI")
"""The header's first fields, as far as the session."""


class Tick(NamedTuple):
    """One tick: what routes it, and views of the message."""

    seq: int
    """Counts every tick of a plugin's life."""
    dropped: int
    """Ticks lost so far in the plugin."""
    time_ns: int
    session: int
    local_player: int
    header: NDArray[np.void]
    """``[1]`` of `TICK_HEADER`."""
    players: NDArray[np.void]
    """``[p]`` of `PLAYER_TICK`."""


def read_ticks(message: bytes) -> list[Tick]:
    """Reads a binary message: whole ticks, back to back.

    Args:
        message: As it came.

    Raises:
        PluginError: It is too long, is cut, or is not made of ticks of our layout.
    """
    size, start = len(message), 0
    if size > LARGEST_BINARY:
        raise PluginError(Flaw.TOO_LARGE, f"a binary message has more than {LARGEST_BINARY} bytes")
    ticks = []
    while start < size:
        if size - start < HEADER_SIZE:
            raise PluginError(Flaw.BAD_TICK, "a message ends within a tick's header")
        magic, layout, count, local, seq, dropped, time_ns, _, session = _HEAD.unpack_from(
            message, start
        )
        if magic != MAGIC or layout != LAYOUT or count > MOST_PLAYERS:
            raise PluginError(Flaw.BAD_TICK, "this is no tick of our layout")
        behind = start + HEADER_SIZE
        end = behind + count * PLAYER_SIZE
        if end > size:
            raise PluginError(Flaw.BAD_TICK, "a message ends within a tick")
        header = np.frombuffer(message, TICK_HEADER, 1, start)
        players = np.frombuffer(message, PLAYER_TICK, count, behind)
        ticks.append(Tick(seq, dropped, time_ns, session, local, header, players))
        start = end
    return ticks
