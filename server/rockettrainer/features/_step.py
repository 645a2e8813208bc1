"""The one step function: advances the state of every family over the same rows."""

from collections.abc import Sequence
from typing import NamedTuple

from rockettrainer.features import (
    ballchasing,
    boost,
    controls,
    core,
    demolition,
    movement,
    positioning,
)
from rockettrainer.features._accumulator import State
from rockettrainer.features._kernel import kernel
from rockettrainer.match import Events, Frames


class States(NamedTuple):
    """The state of every family."""

    core: State
    boost: State
    movement: State
    positioning: State
    demolition: State
    controls: State
    ballchasing: State


ACCUMULATORS = {
    accumulator.name: accumulator
    for accumulator in (
        core.ACCUMULATOR,
        boost.ACCUMULATOR,
        movement.ACCUMULATOR,
        positioning.ACCUMULATOR,
        demolition.ACCUMULATOR,
        controls.ACCUMULATOR,
        ballchasing.ACCUMULATOR,
    )
}

_advance_core = core.ACCUMULATOR.advance
_advance_boost = boost.ACCUMULATOR.advance
_advance_movement = movement.ACCUMULATOR.advance
_advance_positioning = positioning.ACCUMULATOR.advance
_advance_demolition = demolition.ACCUMULATOR.advance
_advance_controls = controls.ACCUMULATOR.advance
_advance_ballchasing = ballchasing.ACCUMULATOR.advance


def new_states(teams: Sequence[int], half_length_uu: float | None) -> States:
    """States before the first frame; arguments as of `Accumulator.new_state`."""
    return States(*(ACCUMULATORS[name].new_state(teams, half_length_uu) for name in States._fields))


@kernel
def advance(states: States, frames: Frames, events: Events, start: int, stop: int) -> None:
    """Takes in rows ``start`` to ``stop`` and the events that lie there, `Accumulator.advance`."""
    _advance_core(states.core, frames, events, start, stop)
    _advance_boost(states.boost, frames, events, start, stop)
    _advance_movement(states.movement, frames, events, start, stop)
    _advance_positioning(states.positioning, frames, events, start, stop)
    _advance_demolition(states.demolition, frames, events, start, stop)
    _advance_controls(states.controls, frames, events, start, stop)
    _advance_ballchasing(states.ballchasing, frames, events, start, stop)
