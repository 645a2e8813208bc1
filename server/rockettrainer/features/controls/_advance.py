"""Flights: from the last wheel that leaves to the first that touches again."""

from rockettrainer.features._accumulator import Accumulator, Record, State
from rockettrainer.features._interval import in_play, step_s
from rockettrainer.features._kernel import kernel
from rockettrainer.match import Events, Frames

IN_USE = 0.1
"""An axis pushed farther than this is in use; less may be a stick that does not centre."""
FLIGHT_S = 0.5
"""A shorter time without a wheel down is a bump or a curb, no flight."""
SETTLED_S = 0.25
"""A clean landing has all four wheels down within this time of the first."""
_WHEELS = 4


@kernel
def _add_flight(player: Record, frames: Frames, row: int, slot: int, step: float) -> None:
    """Adds the step to a row before which no wheel touched."""
    rolling = abs(frames.roll[row - 1, slot]) > IN_USE
    turning = max(abs(frames.pitch[row - 1, slot]), abs(frames.yaw[row - 1, slot])) > IN_USE
    player["air_s"] += step
    player["air_roll_s"] += step * rolling
    player["air_turn_s"] += step * (rolling or turning)
    player["flight_now_s"] += step


@kernel
def _forget(player: Record) -> None:
    """Leaves a flight or a landing uncounted: what happened next was not seen."""
    player["flight_now_s"] = 0.0
    player["settling"] = False


@kernel
def _touch_down(player: Record) -> None:
    if player["flight_now_s"] >= FLIGHT_S:
        player["flights"] += 1
        player["flight_s"] += player["flight_now_s"]
        player["settling"] = True
        player["settling_s"] = 0.0
    player["flight_now_s"] = 0.0


@kernel
def _settle(player: Record, wheels: int) -> None:
    """Ends a landing: clean with all wheels down, else when they left again or it took long."""
    if wheels in (_WHEELS, 0) or player["settling_s"] > SETTLED_S:
        player["landings"] += 1
        player["clean_landings"] += wheels == _WHEELS and player["settling_s"] <= SETTLED_S
        player["settling"] = False


@kernel
def _add(player: Record, frames: Frames, row: int, slot: int, step: float) -> None:
    before, wheels = frames.wheels[row - 1, slot], frames.wheels[row, slot]
    player["seen_s"] += step
    if before == 0:
        _add_flight(player, frames, row, slot, step)
        if wheels > 0:
            _touch_down(player)
    elif player["settling"]:
        player["settling_s"] += step
    if player["settling"]:
        _settle(player, wheels)


@kernel
def _advance(state: State, frames: Frames, events: Events, start: int, stop: int) -> None:  # noqa: ARG001
    for row in range(max(start, 1), stop):
        step = step_s(frames.time_s, frames.phase, row)
        counted = step > 0.0 and in_play(frames.phase[row - 1])
        for slot in range(state.players.shape[0]):
            player = state.players[slot]
            if counted and frames.wheels[row - 1, slot] >= 0:
                _add(player, frames, row, slot, step)
            if not counted or frames.wheels[row, slot] < 0:
                _forget(player)


ACCUMULATOR = Accumulator(
    "controls",
    _advance,
    player_fields=[
        ("seen_s", "f8"),
        ("air_s", "f8"),
        ("air_roll_s", "f8"),
        ("air_turn_s", "f8"),
        ("flight_now_s", "f8"),
        ("flights", "f8"),
        ("flight_s", "f8"),
        ("settling", "?"),
        ("settling_s", "f8"),
        ("landings", "f8"),
        ("clean_landings", "f8"),
    ],
)
