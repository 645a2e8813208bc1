"""What a bot is about to do, and how it goes about it."""

from dataclasses import dataclass
from math import atan2
from random import Random
from typing import Final, Protocol

from rockettrainer.match import BALL_RADIUS_UU, CAR_MAX_SPEED_UU_S, HALF_LENGTH_UU, HALF_WIDTH_UU
from rockettrainer.sources.simulation._bots._moves import (
    JUMP_REACH_UU,
    Dodge,
    Flight,
    JumpShot,
    Move,
    jump_s,
)
from rockettrainer.sources.simulation._bots._reach import GROUND_BALL_UU, can_fly
from rockettrainer.sources.simulation._bots._sight import CarSight, Sight
from rockettrainer.sources.simulation._bots._steer import drive
from rockettrainer.sources.simulation._bots._traits import Traits
from rockettrainer.sources.simulation._controls import Controls
from rockettrainer.sources.simulation._vector import Vector

_NOSE_UU: Final = 55.0
"""From a car's centre to what meets the ball."""
_MARGIN_UU: Final = 150.0
_WRONG_WAY_RAD: Final = 1.4


class Plan(Protocol):
    """A plan."""

    def follow(self, me: CarSight, sight: Sight, now_s: float) -> Controls | Move:
        """What to press now, or a move to begin."""
        ...


@dataclass(slots=True)
class Strike:
    """Meets the ball at a place and a time, and sends it somewhere."""

    place: Vector
    at_s: float
    aim: Vector
    dodges: bool
    traits: Traits

    def follow(self, me: CarSight, sight: Sight, now_s: float) -> Controls | Move:
        """What to press now, or a move to begin."""
        left = self.at_s - now_s
        if (move := self._leave_ground(me, sight, now_s, left)) is not None:
            return move
        place = self._approach(me)
        way = (place - me.position).flat.length
        speed = way / max(left, 0.05) if left > 0.25 else CAR_MAX_SPEED_UU_S
        return drive(me, place, min(speed, CAR_MAX_SPEED_UU_S), self.traits)

    def _approach(self, me: CarSight) -> Vector:
        """Where to drive so that the car comes at the ball from behind its aim."""
        contact = self.place - self.aim * (BALL_RADIUS_UU + _NOSE_UU)
        way = (self.place - me.position).flat
        direction, aim = way.unit, self.aim.flat.unit
        off = direction.x * aim.y - direction.y * aim.x
        angle = abs(atan2(off, direction.dot(aim)))
        side = 1.0 if off > 0.0 else -1.0
        across = Vector(direction.y, -direction.x) * side
        if angle > _WRONG_WAY_RAD:  # driving on would send it the wrong way: round it first
            return inside(self.place - aim * 700.0 + across * 500.0)
        swing = min(angle * 1300.0, 0.6 * way.length)
        return inside(contact + across * swing)

    def _leave_ground(self, me: CarSight, sight: Sight, now_s: float, left: float) -> Move | None:
        ball = me.local(sight.ball.position)
        angle = atan2(ball.y, ball.x)
        height = self.place.z
        if height <= GROUND_BALL_UU + 20.0:
            closing = max(me.speed - sight.ball.velocity.dot(me.forward), 200.0)
            soon = ball.flat.length - BALL_RADIUS_UU - _NOSE_UU < 0.28 * closing
            low = sight.ball.position.z < 190.0
            right = (sight.ball.position - me.position).flat.unit.dot(self.aim) > 0.6
            if self.dodges and soon and low and right and abs(angle) < 0.6 and me.speed > 500.0:
                return Dodge(now_s, angle)
            return None
        if abs(angle) > 0.5:
            return None
        reach = (self.place - me.position).flat.length - me.speed * left
        if height < JUMP_REACH_UU + 60.0:
            if left < jump_s(height - 50.0) and reach < 160.0:
                return JumpShot(now_s, self.at_s, dodges=self.dodges)
            return None
        flies = can_fly(me, self.place - self.aim * 100.0, left)
        return Flight(now_s, self.at_s, self.aim) if flies else None


@dataclass(slots=True)
class Hold:
    """Waits at a place, ready to go where the ball is."""

    place: Vector
    traits: Traits

    def follow(self, me: CarSight, sight: Sight, now_s: float) -> Controls | Move:  # noqa: ARG002
        """What to press now."""
        way = (self.place - me.position).flat.length
        if way < 500.0:
            return drive(me, sight.ball.position, 350.0, self.traits)
        hurry = way > 1200.0 and me.boost > 20.0
        return drive(me, self.place, 2200.0 if hurry else 1400.0, self.traits)


@dataclass(slots=True)
class Fetch:
    """Drives over a boost pad."""

    place: Vector
    traits: Traits

    def follow(self, me: CarSight, sight: Sight, now_s: float) -> Controls | Move:  # noqa: ARG002
        """What to press now."""
        return drive(me, self.place, 1410.0, self.traits)


@dataclass(slots=True)
class Hunt:
    """Runs an opponent over."""

    slot: int
    traits: Traits

    def follow(self, me: CarSight, sight: Sight, now_s: float) -> Controls | Move:  # noqa: ARG002
        """What to press now."""
        prey = sight.cars[self.slot]
        way = (prey.position - me.position).length
        ahead = prey.position + prey.velocity * min(way / 2300.0, 1.0)
        return drive(me, inside(ahead), CAR_MAX_SPEED_UU_S, self.traits)


def turned(direction: Vector, random: Random, error_rad: float) -> Vector:
    """A direction, missed by a little."""
    off = random.gauss(0.0, error_rad)
    return Vector(
        direction.x - off * direction.y, direction.y + off * direction.x, direction.z
    ).unit


def inside(place: Vector) -> Vector:
    """The place, or the nearest that a car can drive to."""
    x, y = HALF_WIDTH_UU - _MARGIN_UU, HALF_LENGTH_UU - _MARGIN_UU
    if abs(place.x) < 800.0:
        y = HALF_LENGTH_UU + 500.0
    return Vector(min(max(place.x, -x), x), min(max(place.y, -y), y), place.z)
