"""Thirds and halves of the field, and the side of the ball."""

from math import isnan

from rockettrainer.features._accumulator import Record
from rockettrainer.features._kernel import kernel


@kernel
def add_field(player: Record, y: float, third_line_uu: float, delta_s: float) -> None:
    """Adds an interval to the third and the half in which a player is.

    Args:
        player: Sums of the player.
        y: Place along the field, counted from midfield towards the goal that is attacked.
        third_line_uu: Where the middle third ends.
        delta_s: Length of the interval.
    """
    if y < -third_line_uu:
        player["defensive_third_s"] += delta_s
    elif y <= third_line_uu:
        player["neutral_third_s"] += delta_s
    elif y > third_line_uu:
        player["offensive_third_s"] += delta_s
    if y < 0.0:
        player["defensive_half_s"] += delta_s
    else:
        player["offensive_half_s"] += delta_s


@kernel
def add_ball_side(player: Record, y: float, ball_y: float, delta_s: float) -> None:
    """Adds an interval to the side of the ball on which a player is; arguments alike."""
    if isnan(ball_y):
        return
    if y < ball_y:
        player["behind_ball_s"] += delta_s
    else:
        player["in_front_of_ball_s"] += delta_s
