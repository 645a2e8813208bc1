"""States of some slots."""

from collections.abc import Sequence

from rockettrainer.features._step import States


def of_slots(states: States, slots: Sequence[int]) -> States:
    """The states of some slots, in that order; teams as they are."""
    rows = list(slots)
    return States._make(
        state._replace(players=state.players[rows], pairs=state.pairs[rows][:, rows])
        for state in states
    )
