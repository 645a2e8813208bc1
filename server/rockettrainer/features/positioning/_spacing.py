"""Distances to the ball and to teammates."""

from math import isnan

from rockettrainer.features._accumulator import Record
from rockettrainer.features._geometry import distance_uu
from rockettrainer.features._kernel import kernel
from rockettrainer.match import F32, AnyArray


@kernel
def add_ball_distance(player: Record, distance: float, holder: int, delta_s: float) -> None:
    """Adds an interval's distance to the ball, also by whose ball it is.

    Args:
        player: Sums of the player.
        distance: From car to ball, uu; NaN if unknown.
        holder: Team in possession, -1 for nobody.
        delta_s: Length of the interval.
    """
    if isnan(distance):
        return
    player["ball_s"] += delta_s
    player["ball_uu_s"] += distance * delta_s
    if holder == player["team"]:
        player["ball_own_s"] += delta_s
        player["ball_own_uu_s"] += distance * delta_s
    elif holder >= 0:
        player["ball_theirs_s"] += delta_s
        player["ball_theirs_uu_s"] += distance * delta_s


@kernel
def add_mate_distances(players: AnyArray, places: F32, slot: int, delta_s: float) -> None:
    """Adds an interval's distance to each teammate who is on the field.

    Args:
        players: Sums of all players.
        places: ``[p, 3]`` Where they are, uu.
        slot: The player.
        delta_s: Length of the interval.
    """
    player = players[slot]
    for mate in range(players.shape[0]):
        if mate != slot and players[mate]["team"] == player["team"]:
            distance = distance_uu(places[slot], places[mate])
            if not isnan(distance):
                player["mates_s"] += delta_s
                player["mates_uu_s"] += distance * delta_s
