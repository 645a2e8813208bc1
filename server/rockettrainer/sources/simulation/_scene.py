"""A simulated match at one moment: a tick."""

from dataclasses import dataclass
from math import sqrt
from typing import Any, Final

import numpy as np

from rockettrainer.match import AnyArray, Phase, Team
from rockettrainer.sources.simulation._controls import Controls
from rockettrainer.sources.simulation._happening import Happening

_SWITCHES: Final = (
    *("handbrake", "boosting", "jumping", "double_jumping", "dodging", "ball_cam"),
    *("demolished", "on_field", "wheels", "on_ground", "supersonic", "has_flip", "jump_held"),
)
_STICKS: Final = ("throttle", "steer", "pitch", "yaw", "roll", "dodge_forward", "dodge_strafe")
_COUNTS: Final = ("score", "goals", "assists", "saves", "shots", "touches", "demolitions")

CAR: Final = np.dtype(
    [
        ("position", "f4", 3), ("velocity", "f4", 3), ("angular_velocity", "f4", 3),
        ("rotation", "f4", 4), ("boost", "f4"), ("dodge_torque", "f4", 3),
        *((name, "f4") for name in _STICKS),
        *((name, "i1") for name in _SWITCHES),
        *((name, "f4") for name in _COUNTS),
    ]
)  # fmt: skip
"""A car in a tick; names and units as in `rockettrainer.match.Frames`."""

BALL: Final = np.dtype(
    [("position", "f4", 3), ("velocity", "f4", 3), ("angular_velocity", "f4", 3),
     ("rotation", "f4", 4)]
)  # fmt: skip
"""The ball in a tick."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A tick."""

    time_s: float
    """Since the match was made."""
    clock_s: float
    phase: Phase
    overtime: bool
    countdown: int
    ball_hit: bool
    ball_team: Team
    score: tuple[int, int]
    ball: AnyArray
    """One `BALL`; NaN while there is none."""
    cars: AnyArray
    """A `CAR` for each slot."""
    happened: tuple[Happening, ...]


def ball_row(state: Any) -> tuple[object, ...]:  # noqa: ANN401 (RocketSim has no types)
    """The simulator's ball as a row of `BALL`."""
    return (
        state.pos.as_tuple(), state.vel.as_tuple(), state.ang_vel.as_tuple(),
        quaternion(state.rot_mat),
    )  # fmt: skip


def car_row(state: Any, controls: Controls, tally: tuple[int, ...]) -> tuple[object, ...]:  # noqa: ANN401
    """The simulator's car as a row of `CAR`.

    Args:
        state: Of the car.
        controls: That its player gives it.
        tally: Its counts on the scoreboard.
    """
    if state.is_demoed:
        return (*_WRECK, *tally)
    dodging = bool(state.is_flipping)
    torque = state.flip_rel_torque.as_tuple() if dodging else _NOT_DODGING
    pressed = controls.jump and not state.is_on_ground
    return (
        *_pose(state), state.boost, torque,
        controls.throttle, controls.steer, controls.pitch, controls.yaw, controls.roll,
        -controls.pitch if pressed else 0.0, controls.yaw if pressed else 0.0,
        controls.handbrake, state.boosting_time > 0.0, state.is_jumping,
        state.has_double_jumped, dodging, True, False, True,
        sum(state.wheels_with_contact), state.is_on_ground, state.is_supersonic,
        state.has_flip_or_jump(), controls.jump, *tally,
    )  # fmt: skip


def _pose(state: Any) -> tuple[object, ...]:  # noqa: ANN401
    return (
        state.pos.as_tuple(), state.vel.as_tuple(), state.ang_vel.as_tuple(),
        quaternion(state.rot_mat),
    )  # fmt: skip


_NAN: Final = float("nan")
_GONE: Final = ((_NAN,) * 3, (_NAN,) * 3, (_NAN,) * 3, (_NAN,) * 4)
_NOT_DODGING: Final = (0.0, 0.0, 0.0)
_UNKNOWN_SWITCHES: Final = dict.fromkeys(_SWITCHES, -1) | {"demolished": 1, "on_field": 1}
_WRECK: Final = (
    *_GONE, _NAN, (_NAN,) * 3, *(_NAN,) * len(_STICKS), *_UNKNOWN_SWITCHES.values()
)  # fmt: skip
"""While a car is demolished there is none, and what is pressed moves nothing."""
NO_BALL: Final = np.array(_GONE, BALL)


def quaternion(turned: Any) -> tuple[float, float, float, float]:  # noqa: ANN401
    """The quaternion x, y, z, w of a rotation given by three axes.

    The largest of the four is found first, for dividing by a small one would lose digits.
    """
    (a, b, c), (d, e, f), (g, h, i) = (
        axis.as_tuple() for axis in (turned.forward, turned.right, turned.up)
    )
    w, x, y, z = a + e + i, a - e - i, e - a - i, i - a - e
    most = max(w, x, y, z)
    root = 2.0 * sqrt(1.0 + most)
    quarter, scale = root / 4.0, 1.0 / root
    if most == w:
        return (f - h) * scale, (g - c) * scale, (b - d) * scale, quarter
    if most == x:
        return quarter, (b + d) * scale, (g + c) * scale, (f - h) * scale
    if most == y:
        return (b + d) * scale, quarter, (f + h) * scale, (g - c) * scale
    return (g + c) * scale, (f + h) * scale, quarter, (b - d) * scale
