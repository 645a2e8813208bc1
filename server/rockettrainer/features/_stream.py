"""Frames as they come."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import numba
import numpy as np

from rockettrainer.features._rows import Rows
from rockettrainer.features._step import States, advance, new_states
from rockettrainer.match import AnyArray, Events, Frames, no_events

_ROWS: Final = 256
"""Taken in at a time, at most."""

NOTHING: Final = no_events()
"""No events."""


class Stream:
    """Advances the same states as `accumulate`, by any number of rows at a time.

    Holds a window of rows that begins with the last one seen, for kernels look one row back. Rows
    are pushed, or one is filled in place and committed, which is quicker.

    Args:
        teams: Team of each slot, which can be changed later.
        half_length_uu: From the arena's centre to its back walls; None if unknown.
        rows: Of the window. Two are enough for `commit`.
    """

    def __init__(
        self, teams: Sequence[int], half_length_uu: float | None, rows: int = _ROWS + 1
    ) -> None:
        self.states: States = new_states(teams, half_length_uu)
        self.window = Rows(rows, len(teams))
        self.row = 0
        """Of the window: the one to fill. It carries the values of the row before it."""
        self._frames = self.window.frames
        self._advance = _entry(self.states, self._frames)

    def set_team(self, slot: int, team: int) -> None:
        """Seats a slot's player in a team: 0 blue, 1 orange, -1 none. Its sums so far stay."""
        for state in self.states:
            state.players["team"][slot] = team

    def set_field(self, half_length_uu: float | None) -> None:
        """Says how long the field is, as for the constructor."""
        half = np.nan if half_length_uu is None else half_length_uu
        self.states = States._make(s._replace(half_length_uu=half) for s in self.states)

    def commit(self, events: Events = NOTHING) -> None:
        """Takes in the row that was filled.

        Args:
            events: Of that row; their frames are taken for it.
        """
        row = self.row
        if events.size:
            events = events._replace(frame=np.full(events.size, row, np.int32))
        self._advance(self.states, self._frames, events, row, row + 1)
        self.row = 1
        self.window.take(1 - row, self.window, row)

    def push(self, frames: Frames, events: Events) -> None:
        """Takes in new rows.

        Args:
            frames: The rows that follow those before.
            events: Events of these rows, with `Events.frame` counted from the first of them.
        """
        most = self._frames.size - 1
        for first in range(0, frames.size, most):
            last = min(first + most, frames.size)
            self._push(frames.rows(first, last), events.between(first, last))

    def _push(self, rows: Frames, events: Events) -> None:
        start, stop = self.row, self.row + rows.size
        columns: Sequence[AnyArray] = self._frames
        for kept, column in zip(columns, rows, strict=True):
            kept[start:stop] = column
        shifted = events._replace(frame=events.frame + np.int32(start))
        self._advance(self.states, self._frames, shifted, start, stop)
        for row in (0, 1):
            self.window.take(row, self.window, stop - 1)
        self.row = 1


def _entry(states: States, window: Frames) -> Callable[..., None]:
    """The compiled step for arguments of these types.

    Called through the kernel itself, the types of some sixty columns would be found out anew for
    each row, which takes three times as long as the step.
    """
    dispatcher: Any = advance
    dispatcher(states, window, NOTHING, 0, 0)
    arguments = (states, window, NOTHING, 0, 0)
    types = tuple(numba.typeof(value) for value in arguments)  # type: ignore[no-untyped-call]
    entry: Callable[..., None] = dispatcher.get_overload(types)
    return entry
