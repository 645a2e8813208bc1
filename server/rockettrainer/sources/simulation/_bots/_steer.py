"""Moving a car: on its wheels and in the air."""

from math import atan2, copysign, hypot
from typing import Final

from rockettrainer.match import (
    CAR_MAX_SPEED_UU_S,
    DRIVE_MAX_SPEED_UU_S,
    GOAL_HALF_WIDTH_UU,
    HALF_LENGTH_UU,
)
from rockettrainer.sources.simulation._bots._sight import CarSight
from rockettrainer.sources.simulation._bots._traits import Traits
from rockettrainer.sources.simulation._controls import Controls
from rockettrainer.sources.simulation._vector import UP, Vector

_SHARP_RAD: Final = 1.5
_AHEAD_RAD: Final = 0.3
_STUCK_UU_S: Final = 150.0


def drive(me: CarSight, place: Vector, speed_uu_s: float, traits: Traits) -> Controls:
    """Drives towards a place.

    Args:
        me: The car, on its wheels.
        place: Where to.
        speed_uu_s: How fast to go there.
        traits: How well.
    """
    ahead = me.local(_out_of_goal(me, place))
    angle = atan2(ahead.y, ahead.x)
    # A sharp turn at full speed is a wide one.
    wanted = min(speed_uu_s, 1100.0) if abs(angle) > 1.0 else speed_uu_s
    lacking = wanted - me.speed
    return Controls(
        throttle=1.0 if lacking > 0.0 else -1.0 if lacking < -300.0 else 0.02,
        steer=clamp(angle * 3.0),
        boost=_burns(me, abs(angle), wanted, lacking, traits),
        handbrake=traits.slides and abs(angle) > _SHARP_RAD and me.speed > 500.0,
    )


def _out_of_goal(me: CarSight, place: Vector) -> Vector:
    """The place, or the way to it from inside a goal, whose walls stop a car."""
    if abs(me.position.y) < HALF_LENGTH_UU - 30.0 or abs(place.y) > HALF_LENGTH_UU:
        return place
    mouth = copysign(HALF_LENGTH_UU - 200.0, me.position.y)
    half = GOAL_HALF_WIDTH_UU - 250.0
    return Vector(min(max(place.x, -half), half), mouth)


def _burns(me: CarSight, angle: float, wanted: float, lacking: float, traits: Traits) -> bool:
    if not traits.keeps_boost:
        return wanted > DRIVE_MAX_SPEED_UU_S and angle < _SHARP_RAD
    fast = me.supersonic or me.speed > CAR_MAX_SPEED_UU_S - 60.0
    return wanted > DRIVE_MAX_SPEED_UU_S and lacking > 80.0 and angle < _AHEAD_RAD and not fast


def turn(me: CarSight, direction: Vector, up: Vector = UP) -> Controls:
    """Turns a flying car.

    Args:
        me: The car.
        direction: Where its nose is to point.
        up: Where its roof is to point.
    """
    ahead, right, above = direction.dot(me.forward), direction.dot(me.right), direction.dot(me.up)
    pitch, yaw = atan2(above, hypot(ahead, right)), atan2(right, ahead)
    roll = atan2(up.dot(me.right), up.dot(me.up))
    return Controls(
        pitch=clamp(5.0 * pitch + 0.9 * me.spin.dot(me.right)),
        yaw=clamp(5.0 * yaw - 0.9 * me.spin.dot(me.up)),
        roll=clamp(4.0 * roll + 0.7 * me.spin.dot(me.forward)),
    )


def land(me: CarSight) -> Controls:
    """Comes down on the wheels; rolls over if it lies on its roof."""
    controls = turn(me, me.velocity.flat.unit if me.velocity.flat.length > 200.0 else me.forward)
    controls.throttle = 1.0
    on_its_roof = me.position.z < 60.0 and me.up.z < 0.3 and me.velocity.length < _STUCK_UU_S
    controls.jump = on_its_roof
    if on_its_roof:
        controls.roll = copysign(1.0, me.right.z)
    return controls


def clamp(value: float) -> float:
    """What a stick can give."""
    return min(max(value, -1.0), 1.0)
