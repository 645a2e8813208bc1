"""Speed, height and place by reports: a report stands for the time since the car's last one.

A car at rest sends none, so a blow that ends a long rest is given all of that rest's time. Means
are of reports, and not over time.
"""

from math import isnan

from rockettrainer.features._accumulator import Record
from rockettrainer.features._geometry import (
    GROUND_UU,
    HIGH_AIR_UU,
    distance_uu,
    forward,
    length,
)
from rockettrainer.features._kernel import kernel
from rockettrainer.match import DRIVE_MAX_SPEED_UU_S, F32, SUPERSONIC_SPEED_UU_S

THIRD_LINE_UU = 5140.0 / 3.0
"""Fits the published times of 22 players to a hundredth of a second; a third of the field from
wall to wall, 5120, would be 7 uu nearer to midfield."""


@kernel
def add_shares(player: Record, place: F32, velocity: F32, ball: F32, since_s: float) -> None:
    """Adds the time since a car's last report to the bands that this one shows.

    Args:
        player: Sums of the player.
        place: ``[3]`` Where the car is, uu.
        velocity: ``[3]`` Of the car, uu/s.
        ball: ``[3]`` Where the ball is, uu.
        since_s: Seconds since the last report, 0 for the first of a car.
    """
    speed = length(velocity)
    band = 2 if speed >= SUPERSONIC_SPEED_UU_S else 1 if speed >= DRIVE_MAX_SPEED_UU_S else 0
    player["speed_s"][band] += since_s
    height = 0 if place[2] <= GROUND_UU else 1 if place[2] <= HIGH_AIR_UU else 2
    player["height_s"][height] += since_s
    y, ball_y = forward(player["team"], place[1]), forward(player["team"], ball[1])
    third = 0 if y < -THIRD_LINE_UU else 1 if y <= THIRD_LINE_UU else 2
    player["third_s"][third] += since_s
    player["half_s"][0 if y <= 0.0 else 1] += since_s
    player["side_s"][0 if y <= ball_y else 1] += since_s


@kernel
def add_means(player: Record, place: F32, velocity: F32, ball: F32, holder: int) -> None:
    """Adds a report to the means; arguments as above, and the team that has the ball or -1."""
    distance = distance_uu(place, ball)
    player["poses"] += 1
    player["speed_sum"] += length(velocity)
    if isnan(distance):
        return
    player["ball_sum"] += distance
    if holder >= 0:
        player["held_poses"] += 1
        player["held_sum"] += distance


@kernel
def settle_possession(player: Record, holder: int) -> None:
    """Books what a possession added once an opponent's touch has ended it; the last never is."""
    side = 0 if holder == player["team"] else 1
    player["possession_poses"][side] += player["held_poses"]
    player["possession_sum"][side] += player["held_sum"]
    player["held_poses"] = 0.0
    player["held_sum"] = 0.0
