"""The state of what is counted ballchasing's way."""

from math import isnan
from typing import NamedTuple

from rockettrainer.features._accumulator import Accumulator, Record, State
from rockettrainer.features._geometry import length
from rockettrainer.features._interval import step_s
from rockettrainer.features._kernel import kernel
from rockettrainer.features.ballchasing._ball import add_run, add_side, last_defender
from rockettrainer.features.ballchasing._boost import (
    STEPS,
    add_report,
    add_rise,
    add_use,
    remember_pad,
)
from rockettrainer.features.ballchasing._poses import add_means, add_shares, settle_possession
from rockettrainer.features.ballchasing._ticks import (
    close_tick,
    open_tick,
    settle_ranks,
    tick_of,
)
from rockettrainer.match import F32, I8, AnyArray, EventKind, Events, Frames, Phase


class Car(NamedTuple):
    """What a report tells, and the ball beside it; places and velocity ``[3]``, uu and uu/s."""

    place: F32
    velocity: F32
    ball: F32
    ball_before: F32
    """Where the ball was a frame before."""


_BIG = int(EventKind.BIG_PAD)
_SMALL = int(EventKind.SMALL_PAD)
_GOAL = int(EventKind.GOAL)
_COUNTDOWN = int(Phase.COUNTDOWN)
_ACTIVE = int(Phase.ACTIVE)


@kernel
def _add_boost(player: Record, amount: float, first: bool, car: Car, clock_s: float) -> None:
    rise = add_report(player, round(amount * STEPS), first, clock_s)
    if rise < 0.0:
        add_use(player, -rise, length(car.velocity), car.place[2])
    elif rise > 0.0:
        add_rise(player, rise, car.place[1], clock_s)


@kernel
def _add_pose(player: Record, match: Record, car: Car, first: bool, counted: bool) -> None:
    if isnan(car.place[1]):
        return
    clock_s = match["clock_s"]
    since_s = 0.0 if first else clock_s - player["pose_s"]
    player["pose_s"] = clock_s
    add_shares(player, car.place, car.velocity, car.ball, since_s)
    add_means(player, car.place, car.velocity, car.ball, match["owner"])
    if not player["seen"]:
        open_tick(player, car.place, car.ball_before, match["tick"], counted)


@kernel
def _advance_clock(state: State, step: float, phase: int, go: bool) -> None:
    """Moves the clock; closes the tick that it leaves, and what a goal left open.

    Args:
        state: The state.
        step: Seconds since the row before.
        phase: Phase of the row.
        go: Whether the kickoff's countdown ends with this row.
    """
    match = state.teams[0]
    match["clock_s"] += step
    tick = tick_of(match["clock_s"])
    if tick != match["tick"]:
        close_tick(state)
        match["tick"] = tick
    if go:
        match["go_tick"] = tick
    if phase in (_COUNTDOWN, _ACTIVE):
        for slot in range(state.players.shape[0]):
            settle_ranks(state.players[slot])


@kernel
def _add_owner(state: State, touched: int) -> None:
    """Hands the ball over after a row's reports: it passes when the touching team changes."""
    match = state.teams[0]
    if touched in (0, 1) and touched != match["owner"]:
        for slot in range(state.players.shape[0]):
            settle_possession(state.players[slot], match["owner"])
        match["owner"] = touched


@kernel
def _add_pads(state: State, events: Events, cursor: int, row: int) -> int:
    """Takes in the pads of a row; the index of the first event after it."""
    while cursor < events.kind.shape[0] and events.frame[cursor] <= row:
        kind, slot = events.kind[cursor], events.player[cursor]
        if slot >= 0 and kind in (_BIG, _SMALL):
            y, clock_s = events.position[cursor, 1], state.teams[0]["clock_s"]
            remember_pad(state.players[slot], kind == _BIG, y, clock_s)
        cursor += 1
    return cursor


@kernel
def _add_goals(state: State, places: F32, events: Events, first: int, last: int) -> None:
    for index in range(first, last):
        if events.kind[index] == _GOAL:
            team, clock_s = 1 - events.detail[index], state.teams[0]["clock_s"]
            slot = last_defender(state.players, places, team, clock_s)
            if slot >= 0:
                state.players[slot]["conceded_as_last"] += 1


@kernel
def _add_live(players: AnyArray, on_field: I8, step: float) -> None:
    for slot in range(players.shape[0]):
        if on_field[slot] == 1:
            players[slot]["live_s"] += step


@kernel
def _add_ball(state: State, touched: int, before: int, phase: int) -> None:
    """Takes in who touched the ball, after the reports of the row."""
    if phase == _ACTIVE:
        _add_owner(state, touched)
    add_run(state.teams, touched, before, phase)


@kernel
def _begin(state: State) -> None:
    state.teams[0]["owner"] = -1
    state.teams[0]["holder"] = -1
    state.teams[0]["go_tick"] = -1
    for slot in range(state.players.shape[0]):
        state.players[slot]["tick"] = -1
        state.players[slot]["pad_s"] = -1.0


@kernel
def _advance(state: State, frames: Frames, events: Events, start: int, stop: int) -> None:
    if start == 0:
        _begin(state)
    match, cursor = state.teams[0], 0
    for row in range(start, stop):
        before, phase = max(row - 1, 0), frames.phase[row]
        step, paused = step_s(frames.time_s, frames.phase, row), frames.countdown[before] > 0
        _advance_clock(state, step, phase, paused and frames.countdown[row] <= 0)
        behind = _add_pads(state, events, cursor, row)
        if not paused:
            _add_live(state.players, frames.on_field[before], step)
        counted = not paused and match["tick"] != match["go_tick"]
        ball, ball_before = frames.ball_position[row], frames.ball_position[before]
        for slot in range(state.players.shape[0]):
            pose, boost = frames.pose_report[row, slot], frames.boost_report[row, slot]
            place, velocity = frames.position[row, slot], frames.velocity[row, slot]
            player, car = state.players[slot], Car(place, velocity, ball, ball_before)
            if pose > 0:
                _add_pose(player, match, car, pose == 2, counted)
            amount = frames.boost_reported[row, slot]
            if boost > 0 and not isnan(amount):
                _add_boost(player, amount, boost == 2, car, match["clock_s"])
        _add_ball(state, frames.ball_team[row], frames.phase[before], phase)
        if frames.ball_report[row] > 0:
            add_side(state.teams, ball[1], frames.phase[before])
        _add_goals(state, frames.position[row], events, cursor, behind)
        cursor = behind


ACCUMULATOR = Accumulator(
    "ballchasing",
    _advance,
    player_fields=[
        ("live_s", "f8"),
        ("amount", "f8"),
        ("reported_s", "f8"),
        ("reports", "f8"),
        ("reports_sum", "f8"),
        ("quarters_s", "f8", (4,)),
        ("zero_s", "f8"),
        ("full_s", "f8"),
        ("falls", "f8"),
        ("falls_supersonic", "f8"),
        ("rises", "f8", (2,)),
        ("pad_s", "f8"),
        ("pad_y", "f8"),
        ("pad_big", "?"),
        ("pads", "f8", (2,)),
        ("rises_stolen", "f8", (2,)),
        ("pads_stolen", "f8", (2,)),
        ("overfill", "f8"),
        ("overfill_stolen", "f8"),
        ("pose_s", "f8"),
        ("speed_s", "f8", (3,)),
        ("height_s", "f8", (3,)),
        ("third_s", "f8", (3,)),
        ("half_s", "f8", (2,)),
        ("side_s", "f8", (2,)),
        ("poses", "f8"),
        ("speed_sum", "f8"),
        ("ball_sum", "f8"),
        ("held_poses", "f8"),
        ("held_sum", "f8"),
        ("possession_poses", "f8", (2,)),
        ("possession_sum", "f8", (2,)),
        ("seen", "?"),
        ("tick", "i8"),
        ("gain_s", "f8"),
        ("tick_place", "f4", (3,)),
        ("tick_y", "f8"),
        ("tick_ball_uu", "f8"),
        ("pending_s", "f8", (4,)),
        ("rank_s", "f8", (4,)),
        ("conceded_as_last", "f8"),
    ],
    team_fields=[
        ("clock_s", "f8"),
        ("tick", "i8"),
        ("go_tick", "i8"),
        ("owner", "i8"),
        ("holder", "i8"),
        ("held_since_s", "f8"),
        ("ball_s", "f8"),
        ("possession_s", "f8"),
        ("side_s", "f8"),
    ],
    pair_fields=[("ticks", "f8"), ("ticks_uu", "f8")],
)
