"""Moves that take a while: dodges, jumps and flights. Each says what to press until it is over."""

from math import cos, sin, sqrt
from typing import Final, Protocol

from rockettrainer.match import GRAVITY_UU_S2
from rockettrainer.sources.simulation._bots._sight import BallSight, CarSight, Sight
from rockettrainer.sources.simulation._bots._steer import turn
from rockettrainer.sources.simulation._controls import Controls
from rockettrainer.sources.simulation._vector import UP, Vector

JUMP_REACH_UU: Final = 230.0
"""How high the centre of a jumping car gets."""
BOOST_UU_S2: Final = 991.0
_HOLD_S: Final = 0.2
_HELD_UU: Final = 75.0
_HELD_UU_S: Final = 453.0
"""Height and speed of a car after holding jump for as long as that lifts (RocketSim's forces)."""
_HIT_UU: Final = 230.0
_BACK_S: Final = 0.7


class Move(Protocol):
    """A move."""

    def step(self, me: CarSight, sight: Sight, now_s: float) -> Controls | None:
        """What to press now; None once it is over."""
        ...


def jump_s(height_uu: float) -> float:
    """Seconds from pressing jump until the car's centre is that high."""
    height = min(max(height_uu, _HELD_UU), JUMP_REACH_UU)
    inside = _HELD_UU_S**2 + 2.0 * GRAVITY_UU_S2 * (height - _HELD_UU)
    return _HOLD_S + (_HELD_UU_S - sqrt(max(inside, 0.0))) / -GRAVITY_UU_S2


class Dodge:
    """Jumps and flips.

    Args:
        start_s: When it begins.
        angle: Where to, radians to the right of ahead.
    """

    def __init__(self, start_s: float, angle: float) -> None:
        self._start_s = start_s
        self._angle = angle

    def step(self, me: CarSight, sight: Sight, now_s: float) -> Controls | None:  # noqa: ARG002
        """What to press now."""
        since = now_s - self._start_s
        if since < 0.07:
            return Controls(throttle=1.0, jump=True)
        if since < 0.11:
            return Controls(throttle=1.0)
        if since < 0.22:
            return Controls(throttle=1.0, jump=True, pitch=-cos(self._angle), yaw=sin(self._angle))
        if since < 0.75 or (not me.on_ground and since < 0.9):
            return Controls(throttle=1.0)
        return None


class BackOut:
    """Drives backwards for a moment, away from what it is stuck at.

    Args:
        start_s: When it begins.
        steer: Where to turn meanwhile.
    """

    def __init__(self, start_s: float, steer: float) -> None:
        self._start_s = start_s
        self._steer = steer

    def step(self, me: CarSight, sight: Sight, now_s: float) -> Controls | None:  # noqa: ARG002
        """What to press now."""
        since = now_s - self._start_s
        return Controls(throttle=-1.0, steer=-self._steer) if since < _BACK_S else None


class JumpShot:
    """Jumps at a ball above the car and dodges into it.

    Args:
        start_s: When it begins.
        at_s: When the ball is there.
        dodges: Whether to dodge.
    """

    def __init__(self, start_s: float, at_s: float, *, dodges: bool) -> None:
        self._start_s = start_s
        self._at_s = at_s
        self._dodges = dodges
        self._dodged_s: float | None = None

    def step(self, me: CarSight, sight: Sight, now_s: float) -> Controls | None:
        """What to press now."""
        since = now_s - self._start_s
        if since < _HOLD_S:
            return Controls(throttle=1.0, jump=True)
        if self._dodged_s is not None:
            return Controls() if now_s - self._dodged_s < 0.6 else None
        ball = me.local(sight.ball.position)
        near = ball.length < _HIT_UU
        if self._dodges and near and since > _HOLD_S + 0.04:
            self._dodged_s = now_s
            away = ball.flat.unit
            return Controls(jump=True, pitch=-away.x, yaw=away.y)
        if now_s > self._at_s + 0.15 or me.on_ground:
            return None
        return turn(me, (sight.ball.position - me.position).flat.unit)


class Flight:
    """Jumps and flies into a ball that is high up.

    Args:
        start_s: When it begins.
        at_s: When to be there.
        aim: Which way the ball is to go.
    """

    def __init__(self, start_s: float, at_s: float, aim: Vector) -> None:
        self._start_s = start_s
        self._at_s = at_s
        self._aim = aim

    def step(self, me: CarSight, sight: Sight, now_s: float) -> Controls | None:
        """What to press now."""
        since, left = now_s - self._start_s, self._at_s - now_s
        if left < -0.15 or (since > 0.5 and me.on_ground):
            return None
        ball = at(sight, left)
        needed = push(me, ball.position - self._aim * 100.0, max(left, 0.05))
        controls = turn(me, needed.unit, UP)
        controls.jump = since < _HOLD_S or 0.26 < since < 0.33
        if 0.24 < since < 0.36:  # a second jump, not a dodge
            controls.pitch = controls.yaw = controls.roll = 0.0
        controls.boost = needed.unit.dot(me.forward) > 0.85 and needed.length > 150.0
        return controls


def at(sight: Sight, after_s: float) -> BallSight:
    """The ball as it is expected some time from now."""
    if after_s <= 0.0 or not sight.future:
        return sight.ball
    step = sight.future[0].after_s
    return sight.future[min(int(after_s / step), len(sight.future) - 1)]


def push(me: CarSight, place: Vector, in_s: float) -> Vector:
    """The acceleration that brings a flying car to a place in time, gravity made up for."""
    drift = me.velocity * in_s + Vector(0.0, 0.0, 0.5 * GRAVITY_UU_S2 * in_s * in_s)
    return (place - me.position - drift) * (2.0 / (in_s * in_s))
