"""What happened between two rows, before it has one."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from rockettrainer.match import EventKind, Events

Place = tuple[float, float, float]
NOWHERE: Place = (float("nan"), float("nan"), float("nan"))


AWARDS: Final = {
    "Shot": EventKind.SHOT,
    "Save": EventKind.SAVE,
    "EpicSave": EventKind.SAVE,
    "Assist": EventKind.ASSIST,
}
"""The game's own names; it gives an epic save in place of a save."""


class Happened(NamedTuple):
    """One event; fields as the columns of `Events`."""

    kind: EventKind
    player: int = -1
    """Slot."""
    other: int = -1
    """Slot."""
    detail: int = -1
    value: float = float("nan")
    position: Place = NOWHERE


def events_of(happened: Sequence[Happened], frame: int, time_s: float) -> Events:
    """A table of events that are first seen in one row."""
    kinds, players, others, details, values, positions = zip(*happened, strict=True)
    count = len(happened)
    return Events(
        kind=np.array(kinds, np.uint8),
        frame=np.full(count, frame, np.int32),
        time_s=np.full(count, time_s, np.float64),
        player=np.array(players, np.int16),
        other=np.array(others, np.int16),
        detail=np.array(details, np.int32),
        value=np.array(values, np.float32),
        position=np.array(positions, np.float32),
    )
