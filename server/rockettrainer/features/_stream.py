"""Frames as they come."""

from collections.abc import Sequence

import numpy as np

from rockettrainer.features._step import States, advance, new_states
from rockettrainer.match import AnyArray, Events, Frames

_ROWS = 256


class Stream:
    """Advances the same states as `accumulate`, by any number of rows at a time.

    Holds a window of rows that begins with the last one seen, for kernels look one row back.

    Args:
        teams: Team of each slot.
        half_length_uu: From the arena's centre to its back walls; None if unknown.
    """

    def __init__(self, teams: Sequence[int], half_length_uu: float | None) -> None:
        self.states: States = new_states(teams, half_length_uu)
        self._window: Frames | None = None
        self._filled = 0

    def push(self, frames: Frames, events: Events) -> None:
        """Takes in new rows.

        Args:
            frames: The rows that follow those pushed before.
            events: Events of these rows, with `Events.frame` counted from the first of them.
        """
        for first in range(0, frames.size, _ROWS):
            last = min(first + _ROWS, frames.size)
            self._advance(frames.rows(first, last), events.between(first, last))

    def _advance(self, rows: Frames, events: Events) -> None:
        window = self._window or _like(rows)
        self._window = window
        start, stop = self._filled, self._filled + rows.size
        columns: list[tuple[AnyArray, AnyArray]] = list(zip(window, rows, strict=True))
        for kept, column in columns:
            kept[start:stop] = column
        shifted = events._replace(frame=events.frame + np.int32(start))
        advance(self.states, window, shifted, start, stop)
        for kept, column in columns:
            kept[0] = column[-1]
        self._filled = 1


def _like(rows: Frames) -> Frames:
    return Frames._make(np.empty((_ROWS + 1, *column.shape[1:]), column.dtype) for column in rows)
