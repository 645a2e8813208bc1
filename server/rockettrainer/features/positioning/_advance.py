"""Where players are: on the field, to the ball, to each other."""

from math import isnan

from rockettrainer.features._accumulator import Accumulator, State
from rockettrainer.features._geometry import distance_uu, forward
from rockettrainer.features._interval import can_act, in_play, is_active, step_s
from rockettrainer.features._kernel import kernel
from rockettrainer.features.positioning._field import add_ball_side, add_field
from rockettrainer.features.positioning._ranks import NOBODY, add_ranks, rearmost
from rockettrainer.features.positioning._spacing import add_ball_distance, add_mate_distances
from rockettrainer.match import F32, AnyArray, EventKind, Events, Frames

_GOAL = int(EventKind.GOAL)


@kernel
def _add_places(state: State, places: F32, ball: F32, step: float) -> None:
    for slot in range(state.players.shape[0]):
        player = state.players[slot]
        team = player["team"]
        if team >= 0 and not isnan(places[slot, 1]):
            y = forward(team, places[slot, 1])
            add_field(player, y, state.half_length_uu / 3.0, step)
            add_ball_side(player, y, forward(team, ball[1]), step)


@kernel
def _add_spacing(state: State, places: F32, ball: F32, holder: int, step: float) -> None:
    for slot in range(state.players.shape[0]):
        distance = distance_uu(places[slot], ball)
        add_ball_distance(state.players[slot], distance, holder, step)
        add_mate_distances(state.players, places, slot, step)
    for team in range(2):
        add_ranks(state.players, places, ball, team, step)


@kernel
def _add_ball(teams: AnyArray, ball_y: float, holder: int, step: float) -> None:
    if holder in (0, 1):
        teams[holder]["possession_s"] += step
    if isnan(ball_y):
        return
    teams[0]["ball_s"] += step
    teams[1]["ball_s"] += step
    if ball_y < 0.0:
        teams[0]["ball_in_half_s"] += step
    elif ball_y > 0.0:
        teams[1]["ball_in_half_s"] += step


@kernel
def _add_goal(state: State, places: F32, scorers: int) -> None:
    last = rearmost(state.players, places, 1 - scorers, 1.0)
    if last != NOBODY:
        state.players[last]["conceded_as_last"] += 1


@kernel
def _advance(state: State, frames: Frames, events: Events, start: int, stop: int) -> None:
    for row in range(max(start, 1), stop):
        step, phase = step_s(frames.time_s, frames.phase, row), frames.phase[row - 1]
        places, ball = frames.position[row - 1], frames.ball_position[row - 1]
        holder = frames.ball_team[row - 1]
        if step > 0.0 and in_play(phase):
            _add_places(state, places, ball, step)
        if step > 0.0 and can_act(phase):
            _add_spacing(state, places, ball, holder, step)
        if step > 0.0 and is_active(phase):
            _add_ball(state.teams, ball[1], holder, step)
    for index in range(events.kind.shape[0]):
        if events.kind[index] == _GOAL:
            _add_goal(state, frames.position[events.frame[index]], events.detail[index])


ACCUMULATOR = Accumulator(
    "positioning",
    _advance,
    player_fields=[
        ("defensive_third_s", "f8"),
        ("neutral_third_s", "f8"),
        ("offensive_third_s", "f8"),
        ("defensive_half_s", "f8"),
        ("offensive_half_s", "f8"),
        ("behind_ball_s", "f8"),
        ("in_front_of_ball_s", "f8"),
        ("ball_uu_s", "f8"),
        ("ball_s", "f8"),
        ("ball_own_uu_s", "f8"),
        ("ball_own_s", "f8"),
        ("ball_theirs_uu_s", "f8"),
        ("ball_theirs_s", "f8"),
        ("mates_uu_s", "f8"),
        ("mates_s", "f8"),
        ("ranked_s", "f8"),
        ("most_back_s", "f8"),
        ("most_forward_s", "f8"),
        ("closest_s", "f8"),
        ("farthest_s", "f8"),
        ("conceded_as_last", "f8"),
    ],
    team_fields=[("possession_s", "f8"), ("ball_s", "f8"), ("ball_in_half_s", "f8")],
)
