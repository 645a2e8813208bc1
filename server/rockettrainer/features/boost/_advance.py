"""Boost in the tank, boost burnt, and pads taken."""

from math import isnan

from rockettrainer.features._accumulator import Accumulator, Record, State
from rockettrainer.features._geometry import speed_uu_s
from rockettrainer.features._interval import can_act, step_s
from rockettrainer.features._kernel import kernel
from rockettrainer.features.boost._pads import add_pad
from rockettrainer.match import SUPERSONIC_SPEED_UU_S, Events, Frames

EMPTY = 0.5
"""Less than this is no boost: the game counts in 255 steps of 0.39."""
FULL = 99.5
"""More than this is a full tank."""


@kernel
def _add_amount(player: Record, boost: float, delta_s: float) -> None:
    player["boost_s"] += delta_s
    player["boost_amount_s"] += boost * delta_s
    if boost < EMPTY:
        player["zero_s"] += delta_s
    elif boost > FULL:
        player["full_s"] += delta_s
    quarter = max(0, min(int(boost / 25.0), 3))
    player["quarters_s"][quarter] += delta_s


@kernel
def _add_use(player: Record, used: float, speed: float, delta_s: float) -> None:
    """Adds what left the tank between two rows; what a pad put in came at once, as a rise."""
    if not isnan(speed):
        player["speed_s"] += delta_s
    if used > 0.0:
        player["used"] += used
        if speed >= SUPERSONIC_SPEED_UU_S:
            player["used_supersonic"] += used


@kernel
def _advance(state: State, frames: Frames, events: Events, start: int, stop: int) -> None:
    for row in range(max(start, 1), stop):
        step = step_s(frames.time_s, frames.phase, row)
        if step == 0.0 or not can_act(frames.phase[row - 1]):
            continue
        for slot in range(state.players.shape[0]):
            player = state.players[slot]
            if frames.on_field[row - 1, slot] != 0:
                player["play_s"] += step
            boost, after = frames.boost[row - 1, slot], frames.boost[row, slot]
            if not isnan(boost):
                _add_amount(player, boost, step)
                _add_use(player, boost - after, speed_uu_s(frames, row - 1, slot), step)
    for index in range(events.kind.shape[0]):
        add_pad(state, events, index)


ACCUMULATOR = Accumulator(
    "boost",
    _advance,
    player_fields=[
        ("play_s", "f8"),
        ("boost_s", "f8"),
        ("boost_amount_s", "f8"),
        ("speed_s", "f8"),
        ("zero_s", "f8"),
        ("full_s", "f8"),
        ("quarters_s", "f8", (4,)),
        ("used", "f8"),
        ("used_supersonic", "f8"),
        ("big_pads", "f8"),
        ("small_pads", "f8"),
        ("big_amount", "f8"),
        ("small_amount", "f8"),
        ("big_pads_stolen", "f8"),
        ("small_pads_stolen", "f8"),
        ("big_amount_stolen", "f8"),
        ("small_amount_stolen", "f8"),
        ("overfill", "f8"),
        ("overfill_stolen", "f8"),
    ],
)
