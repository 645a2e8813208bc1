"""Ranks within the team, and distances to teammates: ten times a second.

A tick looks at each car's first report in a tenth of a second, and compares a car with those of
its teammates that have one in the same tick. A car is worth the time since its own last tick, so
what it does after a demolition is given the three seconds of being gone.
"""

from math import hypot

from rockettrainer.features._accumulator import Record, State
from rockettrainer.features._geometry import distance_uu, forward
from rockettrainer.features._kernel import kernel
from rockettrainer.match import F32

TICK_S = 0.1
_TINY = 1e-6


@kernel
def tick_of(clock_s: float) -> int:
    """Number of the tick at a time."""
    return int(clock_s / TICK_S + _TINY)


@kernel
def open_tick(player: Record, place: F32, ball: F32, tick: int, counted: bool) -> None:
    """Takes in a car's first report in a tick.

    Args:
        player: Sums of the player.
        place: ``[3]`` Where the car is, uu.
        ball: ``[3]`` Where the ball was a frame before, uu.
        tick: Number of the tick.
        counted: Whether ranks count now: not while a kickoff's number is shown.
    """
    player["seen"] = True
    player["gain_s"] = TICK_S * (tick - player["tick"]) if player["tick"] >= 0 and counted else 0.0
    player["tick"] = tick
    player["tick_place"][0], player["tick_place"][1] = place[0], place[1]
    player["tick_place"][2] = place[2]
    player["tick_y"] = forward(player["team"], place[1])
    player["tick_ball_uu"] = hypot(place[0] - ball[0], place[1] - ball[1])


@kernel
def close_tick(state: State) -> None:
    """Compares the cars seen in a tick; ties count for both."""
    players = state.players
    for slot in range(players.shape[0]):
        player = players[slot]
        if not player["seen"]:
            continue
        back, front, close, far = True, True, True, True
        for other in range(players.shape[0]):
            mate = players[other]
            if other == slot or mate["team"] != player["team"] or not mate["seen"]:
                continue
            back &= player["tick_y"] <= mate["tick_y"]
            front &= player["tick_y"] >= mate["tick_y"]
            close &= player["tick_ball_uu"] <= mate["tick_ball_uu"]
            far &= player["tick_ball_uu"] >= mate["tick_ball_uu"]
            way = distance_uu(player["tick_place"], mate["tick_place"])
            state.pairs[slot, other]["ticks"] += 1.0
            state.pairs[slot, other]["ticks_uu"] += way
        ranks = player["pending_s"]
        ranks[0] += player["gain_s"] * back
        ranks[1] += player["gain_s"] * front
        ranks[2] += player["gain_s"] * close
        ranks[3] += player["gain_s"] * far
    for slot in range(players.shape[0]):
        players[slot]["seen"] = False


@kernel
def settle_ranks(player: Record) -> None:
    """Books ranks; those since a goal that ended the match never are."""
    for rank in range(4):
        player["rank_s"][rank] += player["pending_s"][rank]
        player["pending_s"][rank] = 0.0
