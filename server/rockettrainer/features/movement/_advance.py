"""Speed, height, distance and powerslides, frame by frame."""

from math import isnan

from rockettrainer.features._accumulator import Accumulator, Record, State
from rockettrainer.features._geometry import GROUND_UU, HIGH_AIR_UU, distance_uu, speed_uu_s
from rockettrainer.features._interval import in_play, step_s
from rockettrainer.features._kernel import kernel
from rockettrainer.match import (
    CAR_MAX_SPEED_UU_S,
    DRIVE_MAX_SPEED_UU_S,
    SUPERSONIC_SPEED_UU_S,
    Events,
    Frames,
)

MOVING_UU_S = 10.0
"""Below this a car stands, as all do in a kickoff countdown; it is left out of the mean speed."""
SLACK_UU = 400.0
"""How much farther than its top speed allows a car may be seen, as poses can be some frames old;
beyond that it was moved."""


@kernel
def _add_speed(player: Record, speed: float, delta_s: float) -> None:
    if speed >= SUPERSONIC_SPEED_UU_S:
        player["supersonic_s"] += delta_s
    elif speed >= DRIVE_MAX_SPEED_UU_S:
        player["boost_speed_s"] += delta_s
    else:
        player["slow_s"] += delta_s
    if speed > MOVING_UU_S:
        player["moving_s"] += delta_s
        player["moving_uu"] += speed * delta_s


@kernel
def _add_height(player: Record, height: float, delta_s: float) -> None:
    if height <= GROUND_UU:
        player["ground_s"] += delta_s
    elif height <= HIGH_AIR_UU:
        player["low_air_s"] += delta_s
    else:
        player["high_air_s"] += delta_s


@kernel
def _add_distance(player: Record, way: float, step: float) -> None:
    if way <= CAR_MAX_SPEED_UU_S * step + SLACK_UU:  # and not NaN
        player["distance_uu"] += way


@kernel
def _add_powerslide(player: Record, frames: Frames, row: int, slot: int, step: float) -> None:
    """Adds the step to a row, and a slide that begins: pressed on the ground, or landed on."""
    was_held, held = frames.handbrake[row - 1, slot] == 1, frames.handbrake[row, slot] == 1
    was_down = frames.position[row - 1, slot, 2] <= GROUND_UU
    down = frames.position[row, slot, 2] <= GROUND_UU
    if was_held and was_down:
        player["powerslide_s"] += step
    pressed = held and not was_held
    if (pressed and (was_down or down)) or (was_held and down and not was_down):
        player["powerslides"] += 1


@kernel
def _advance(state: State, frames: Frames, events: Events, start: int, stop: int) -> None:  # noqa: ARG001
    for row in range(max(start, 1), stop):
        step = step_s(frames.time_s, frames.phase, row)
        if step == 0.0 or not in_play(frames.phase[row - 1]):
            continue
        for slot in range(state.players.shape[0]):
            player, place = state.players[slot], frames.position[row - 1, slot]
            speed = speed_uu_s(frames, row - 1, slot)
            if not isnan(speed):
                _add_speed(player, speed, step)
            if isnan(place[2]):
                continue
            _add_height(player, place[2], step)
            _add_distance(player, distance_uu(place, frames.position[row, slot]), step)
            _add_powerslide(player, frames, row, slot, step)


ACCUMULATOR = Accumulator(
    "movement",
    _advance,
    player_fields=[
        ("supersonic_s", "f8"),
        ("boost_speed_s", "f8"),
        ("slow_s", "f8"),
        ("moving_s", "f8"),
        ("moving_uu", "f8"),
        ("ground_s", "f8"),
        ("low_air_s", "f8"),
        ("high_air_s", "f8"),
        ("distance_uu", "f8"),
        ("powerslide_s", "f8"),
        ("powerslides", "f8"),
    ],
)
