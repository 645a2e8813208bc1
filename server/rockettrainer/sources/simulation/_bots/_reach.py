"""How soon a car can be where the ball will be."""

from math import atan2
from typing import Final

from rockettrainer.match import BOOST_USED_PER_S, CAR_MAX_SPEED_UU_S, DRIVE_MAX_SPEED_UU_S
from rockettrainer.sources.simulation._bots._moves import BOOST_UU_S2, JUMP_REACH_UU, push
from rockettrainer.sources.simulation._bots._sight import BallSight, CarSight, Sight
from rockettrainer.sources.simulation._vector import Vector

GROUND_BALL_UU: Final = 130.0
"""A ball whose centre is no higher is hit by driving into it."""
_TURN_RAD_S: Final = 3.2
_LEAST_UU_S: Final = 900.0
_FLIGHT_S: Final = (0.5, 2.4)


def travel_s(me: CarSight, place: Vector) -> float:
    """About how long the car takes to a place on the ground."""
    ahead = me.local(place)
    angle = abs(atan2(ahead.y, ahead.x))
    way = (place - me.position).flat.length
    gain = me.boost / BOOST_USED_PER_S * BOOST_UU_S2
    top = min(max(me.speed, DRIVE_MAX_SPEED_UU_S) + gain, CAR_MAX_SPEED_UU_S)
    # A longer way leaves more of it to be driven at top speed.
    share = min(way / 1800.0, 0.9)
    mean = max((1.0 - share) * max(me.speed, _LEAST_UU_S) + share * top, _LEAST_UU_S)
    return max(angle - 0.2, 0.0) / _TURN_RAD_S + way / mean


def can_fly(me: CarSight, place: Vector, in_s: float) -> bool:
    """Whether the car, driving now, can jump and be at a place in the air in time."""
    if not _FLIGHT_S[0] < in_s < _FLIGHT_S[1]:
        return False
    start = Vector(me.velocity.x, me.velocity.y, me.velocity.z + 700.0)  # both jumps
    jumping = CarSight(
        me.slot, me.team, me.position, start, me.spin, me.forward, me.right, me.up, me.boost,
        on_ground=False, can_dodge=True, supersonic=False, demolished=False,
    )  # fmt: skip
    needed = push(jumping, place, in_s).length
    burnt = needed / BOOST_UU_S2 * in_s * BOOST_USED_PER_S
    return needed < 0.8 * BOOST_UU_S2 and burnt < me.boost


def meeting(me: CarSight, sight: Sight, reach_uu: float, misjudged: float) -> BallSight | None:
    """The soonest ball that the car can hit.

    Args:
        me: The car.
        sight: What it sees.
        reach_uu: Greatest height of a ball that it goes for.
        misjudged: Factor of its error about how long its way takes.
    """
    for ball in sight.future:
        height = ball.position.z
        if height > reach_uu or travel_s(me, ball.position) * misjudged > ball.after_s + 0.15:
            continue
        if height < JUMP_REACH_UU + 60.0 or can_fly(me, ball.position, ball.after_s):
            return ball
    return None
