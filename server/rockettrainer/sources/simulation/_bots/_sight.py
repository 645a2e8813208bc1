"""What a bot sees of the world."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from rockettrainer.match import Team
from rockettrainer.sources.simulation._vector import Vector
from rockettrainer.sources.simulation._world import TICK_S, World

_FORESIGHT_TICKS: Final = 6
_FORESIGHT: Final = 80
"""Four seconds: farther off, somebody will have touched the ball."""


@dataclass(slots=True)
class CarSight:
    """A car."""

    slot: int
    team: Team
    position: Vector
    velocity: Vector
    spin: Vector
    """Angular velocity, rad/s."""
    forward: Vector
    right: Vector
    up: Vector
    boost: float
    on_ground: bool
    can_dodge: bool
    supersonic: bool
    demolished: bool

    @property
    def speed(self) -> float:
        """Forwards, uu/s."""
        return self.velocity.dot(self.forward)

    def local(self, place: Vector) -> Vector:
        """A place as seen from the car: x ahead, y to the right, z above."""
        way = place - self.position
        return Vector(way.dot(self.forward), way.dot(self.right), way.dot(self.up))


@dataclass(slots=True)
class BallSight:
    """The ball, some time from now."""

    after_s: float
    position: Vector
    velocity: Vector


@dataclass(slots=True)
class PadSight:
    """A boost pad that is there."""

    position: Vector
    big: bool


@dataclass
class Sight:
    """Everything, at one moment."""

    cars: tuple[CarSight, ...]
    ball: BallSight
    world: World

    @cached_property
    def future(self) -> tuple[BallSight, ...]:
        """Where the ball will be if nobody touches it, soonest first."""
        states = self.world.prediction(_FORESIGHT, _FORESIGHT_TICKS)
        return tuple(
            _ball((n + 1) * _FORESIGHT_TICKS * TICK_S, state) for n, state in enumerate(states)
        )

    @cached_property
    def pads(self) -> tuple[PadSight, ...]:
        """The boost pads that are there."""
        return tuple(
            PadSight(Vector(*place), big) for place, big, there in self.world.pads() if there
        )


def look(world: World, teams: Sequence[Team]) -> Sight:
    """Sees the world as it is now; must be used before its next step."""
    cars = tuple(_car(slot, team, world.cars[slot]) for slot, team in enumerate(teams))
    return Sight(cars, _ball(0.0, world.ball), world)


def _car(slot: int, team: Team, state: Any) -> CarSight:  # noqa: ANN401 (RocketSim has no types)
    turned = state.rot_mat
    return CarSight(
        slot, team,
        _vector(state.pos), _vector(state.vel), _vector(state.ang_vel),
        _vector(turned.forward), _vector(turned.right), _vector(turned.up),
        state.boost, state.is_on_ground, state.has_flip_or_jump(), state.is_supersonic,
        state.is_demoed,
    )  # fmt: skip


def _ball(after_s: float, state: Any) -> BallSight:  # noqa: ANN401
    return BallSight(after_s, _vector(state.pos), _vector(state.vel))


def _vector(sim: Any) -> Vector:  # noqa: ANN401
    return Vector(sim.x, sim.y, sim.z)
