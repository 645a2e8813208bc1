"""Who of a team is rearmost, foremost, closest to the ball, farthest from it."""

from math import isnan

from rockettrainer.features._geometry import distance_uu, forward
from rockettrainer.features._kernel import kernel
from rockettrainer.match import F32, AnyArray

NOBODY = -1


@kernel
def rearmost(players: AnyArray, places: F32, team: int, sign: float) -> int:
    """Slot of a team whose place along the field, times ``sign``, is least, or `NOBODY`."""
    found, least = NOBODY, 0.0
    for slot in range(players.shape[0]):
        if players[slot]["team"] == team:
            y = sign * forward(team, places[slot, 1])
            if not isnan(y) and (found == NOBODY or y < least):
                found, least = slot, y
    return found


@kernel
def _nearest(players: AnyArray, places: F32, ball: F32, team: int, sign: float) -> int:
    """Slot of a team whose distance to the ball, times ``sign``, is least, or `NOBODY`."""
    found, least = NOBODY, 0.0
    for slot in range(players.shape[0]):
        if players[slot]["team"] == team:
            way = sign * distance_uu(places[slot], ball)
            if not isnan(way) and (found == NOBODY or way < least):
                found, least = slot, way
    return found


@kernel
def add_ranks(players: AnyArray, places: F32, ball: F32, team: int, delta_s: float) -> None:
    """Adds an interval to a team's rearmost, foremost, closest and farthest player.

    Args:
        players: Sums of all players.
        places: ``[p, 3]`` Where they are, uu.
        ball: ``[3]`` Where the ball is, uu.
        team: The team.
        delta_s: Length of the interval.
    """
    back, close = rearmost(players, places, team, 1.0), _nearest(players, places, ball, team, 1.0)
    if NOBODY in (back, close):
        return
    for slot in range(players.shape[0]):
        if players[slot]["team"] == team and not isnan(places[slot, 0]):
            players[slot]["ranked_s"] += delta_s
    players[back]["most_back_s"] += delta_s
    players[rearmost(players, places, team, -1.0)]["most_forward_s"] += delta_s
    players[close]["closest_s"] += delta_s
    players[_nearest(players, places, ball, team, -1.0)]["farthest_s"] += delta_s
