"""State that grows with the match: what every metric is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from rockettrainer.match import AnyArray, Events, Frames

Record = np.void
"""One slot's or team's sums: fields by name."""

Field = tuple[str, str] | tuple[str, str, tuple[int, ...]]

_UNUSED: Final = ("unused", "i1")
"""A record has a field."""


class State(NamedTuple):
    """Sums so far: a record a slot, a team, a pair. Fixed types, so Numba and a file take it."""

    players: AnyArray
    """``[p]`` Records that begin with the slot's ``team``."""
    teams: AnyArray
    """``[2]`` Records of blue and orange."""
    pairs: AnyArray
    """``[p, p]`` Records of pairs of players."""
    half_length_uu: float
    """From the arena's centre to its back walls; NaN if unknown."""


@dataclass(frozen=True, slots=True)
class Accumulator:
    """A state and the one step function that advances it, for batch and stream alike.

    Attributes:
        name: Name of the family's module.
        advance: Kernel ``(state, frames, events, start, stop)``: takes in rows ``start`` to
            ``stop`` and all the ``events``, whose frames lie there. It may look one row back,
            at ``start - 1``, where ``start`` is not 0.
        player_fields: Fields of a player's record, after ``team``.
        team_fields: Fields of a team's record.
        pair_fields: Fields of a pair's record.
    """

    name: str
    advance: Callable[[State, Frames, Events, int, int], None]
    player_fields: Sequence[Field]
    team_fields: Sequence[Field] = (_UNUSED,)
    pair_fields: Sequence[Field] = (_UNUSED,)

    def new_state(self, teams: Sequence[int], half_length_uu: float | None) -> State:
        """State before the first frame.

        Args:
            teams: Team of each slot: 0 blue, 1 orange, -1 unknown.
            half_length_uu: From the arena's centre to its back walls; None if unknown.
        """
        players = np.zeros(len(teams), np.dtype([("team", "i1"), *self.player_fields]))
        players["team"] = teams
        sides = np.zeros(2, np.dtype(list(self.team_fields)))
        pairs = np.zeros((len(teams), len(teams)), np.dtype(list(self.pair_fields)))
        return State(players, sides, pairs, np.nan if half_length_uu is None else half_length_uu)
