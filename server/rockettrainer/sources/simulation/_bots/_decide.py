"""Choosing what to do: who goes for the ball, who waits, who fetches boost."""

from dataclasses import dataclass
from math import atan2, cos, sin
from random import Random
from typing import Final

from rockettrainer.match import (
    GOAL_HALF_WIDTH_UU,
    GOAL_HEIGHT_UU,
    HALF_LENGTH_UU,
    HALF_WIDTH_UU,
    Team,
)
from rockettrainer.sources.simulation._bots._plans import Fetch, Hold, Hunt, Plan, Strike, turned
from rockettrainer.sources.simulation._bots._reach import meeting, travel_s
from rockettrainer.sources.simulation._bots._sight import BallSight, CarSight, PadSight, Sight
from rockettrainer.sources.simulation._bots._traits import Traits
from rockettrainer.sources.simulation._vector import Vector

_WRONG_SIDE_S: Final = 0.8
"""What a car that is past the ball is held to be slower."""
_HUNTED_UU: Final = 2500.0


@dataclass(slots=True)
class Decision:
    """Everything that a choice rests on."""

    me: CarSight
    sight: Sight
    traits: Traits
    random: Random
    now_s: float

    @property
    def forward(self) -> float:
        """Along which y we attack."""
        return 1.0 if self.me.team is Team.BLUE else -1.0

    def choose(self) -> Plan:
        """What to do next."""
        rank = self._rank()
        obeys = self.random.random() < self.traits.discipline
        if rank == 0 or not obeys or self._danger():
            return self._attack(obeys=obeys)
        if self.me.boost < self.traits.boost_wanted and (pad := self._pad()) is not None:
            return Fetch(pad.position, self.traits)
        hunts = self.me.boost > 40.0 and self.random.random() < self.traits.aggression
        if hunts and (prey := self._prey()) is not None:
            return Hunt(prey.slot, self.traits)
        return Hold(self._post(rank), self.traits)

    def _rank(self) -> int:
        """How many mates are nearer to the ball in time."""
        mine = self._way_s(self.me), self.me.slot
        mates = (
            car
            for car in self.sight.cars
            if car.team is self.me.team and car.slot != self.me.slot and not car.demolished
        )
        return sum((self._way_s(car), car.slot) < mine for car in mates)

    def _way_s(self, car: CarSight) -> float:
        ball = self.sight.future[min(8, len(self.sight.future) - 1)].position
        past = (car.position.y - ball.y) * self.forward > 200.0
        return travel_s(car, ball) + _WRONG_SIDE_S * past

    def _danger(self) -> bool:
        """Whether the ball is on its way into our goal."""
        return any(
            ball.position.y * self.forward < -HALF_LENGTH_UU
            and abs(ball.position.x) < GOAL_HALF_WIDTH_UU
            and ball.position.z < GOAL_HEIGHT_UU
            for ball in self.sight.future[::4]
        )

    def _attack(self, *, obeys: bool) -> Plan:
        misjudged = max(0.5, 1.0 + self.random.gauss(0.0, self.traits.timing_error))
        ball = meeting(self.me, self.sight, self.traits.reach_uu, misjudged)
        if ball is None:
            return Hold(self.sight.future[-1].position.flat, self.traits)
        past = (self.me.position.y - ball.position.y) * self.forward > 300.0
        if past and obeys and not self._danger():
            return Hold(self._goal_side(ball.position), self.traits)
        return Strike(
            ball.position,
            self.now_s + ball.after_s,
            turned(self._aim(ball), self.random, self.traits.aim_error_rad),
            self.random.random() < self.traits.dodge_share,
            self.traits,
        )

    def _aim(self, ball: BallSight) -> Vector:
        """Where to send the ball: into their goal, or out of the way when it is near ours.

        Of these directions, the one nearest to where we come from.
        """
        clears = ball.position.y * self.forward < -0.55 * HALF_LENGTH_UU
        half = HALF_WIDTH_UU if clears else GOAL_HALF_WIDTH_UU - 180.0
        y = 0.0 if clears else self.forward * (HALF_LENGTH_UU + 150.0)
        first, second = ((Vector(x, y) - ball.position.flat).heading for x in (-half, half))
        coming = (ball.position - self.me.position).flat.heading
        lift = 0.15 if clears else 0.05
        chosen = _between(coming, first, second)
        return Vector(cos(chosen), sin(chosen), lift).unit

    def _goal_side(self, ball: Vector) -> Vector:
        side = -1.0 if ball.x > 0.0 else 1.0
        y = max(ball.y * self.forward - 1300.0, -HALF_LENGTH_UU + 200.0) * self.forward
        return Vector(ball.x + side * 500.0, y)

    def _post(self, rank: int) -> Vector:
        """Where the second, third and fourth wait: between ball and goal, and off the line."""
        ball = self.sight.future[min(12, len(self.sight.future) - 1)].position
        depth = (0.32, 0.62, 0.9)[min(rank, 3) - 1]
        goal = Vector(0.0, -self.forward * (HALF_LENGTH_UU - 250.0))
        place = ball.flat + (goal - ball.flat) * depth
        # The far side is where a ball across the field goes.
        across = -0.25 * ball.x if rank == 1 else 0.1 * ball.x
        return Vector(place.x + across, place.y)

    def _pad(self) -> PadSight | None:
        """The pad most worth its way."""
        pads = [pad for pad in self.sight.pads if self._worth(pad) > 0.0]
        return max(pads, key=self._worth, default=None)

    def _worth(self, pad: PadSight) -> float:
        way = travel_s(self.me, pad.position)
        if (pad.position.y - self.sight.ball.position.y) * self.forward > 0.0:
            way *= 2.0  # it has to come all the way back
        if pad.big:
            return (100.0 - self.me.boost) / (way + 0.8) - 20.0
        near = (pad.position - self.me.position).flat.length < self.traits.pad_detour_uu
        return 12.0 / (way + 0.3) if near else 0.0

    def _prey(self) -> CarSight | None:
        """An opponent worth running over: near, and ahead."""
        near = [
            car
            for car in self.sight.cars
            if car.team is not self.me.team
            and not car.demolished
            and (car.position - self.me.position).length < _HUNTED_UU
            and (car.position - self.me.position).unit.dot(self.me.forward) > 0.6
        ]
        return min(near, key=lambda car: (car.position - self.me.position).length, default=None)


def _between(angle: float, first: float, second: float) -> float:
    """The angle, or that end of the smaller arc from first to second that is nearer."""
    to_first, to_second = _turn(angle, first), _turn(angle, second)
    outside = to_first * to_second > 0.0 or abs(to_first - to_second) > 3.1416
    if not outside:
        return angle
    return first if abs(to_first) < abs(to_second) else second


def _turn(start: float, end: float) -> float:
    """From one angle to another, the short way."""
    return atan2(sin(end - start), cos(end - start))
