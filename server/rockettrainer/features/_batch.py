"""All frames at once."""

from collections.abc import Sequence

from rockettrainer.features._step import States, advance, new_states
from rockettrainer.match import Events, Frames


def accumulate(
    frames: Frames, events: Events, teams: Sequence[int], half_length_uu: float | None
) -> States:
    """The states after all frames of a match.

    Args:
        frames: All rows.
        events: All events.
        teams: Team of each slot.
        half_length_uu: From the arena's centre to its back walls; None if unknown.
    """
    states = new_states(teams, half_length_uu)
    advance(states, frames, events, 0, frames.size)
    return states
