"""The columns of a match: one row a frame, one slot a player."""

from typing import NamedTuple

import numpy as np

from rockettrainer.match._types import F32, F64, I8, U8, AnyArray


class Frames(NamedTuple):
    """Everything that has a value in every frame.

    ``n`` rows of frames, ``p`` slots of players in the order of the roster. Unknown is NaN in
    float columns and -1 in int8 columns, never 0. Units: unreal units (1 uu = 1 cm), uu/s, rad/s.
    A named tuple, because Numba kernels take it as it is.
    """

    time_s: F64
    """``[n]`` Seconds since the recording began."""
    clock_s: F32
    """``[n]`` Seconds on the scoreboard: down in regular time, up in overtime."""
    phase: U8
    """``[n]`` A `Phase`."""
    overtime: I8
    """``[n]`` 1 in overtime."""
    ball_hit: I8
    """``[n]`` 1 once the ball has been touched since the kickoff."""
    ball_team: I8
    """``[n]`` Team that touched the ball last, -1 before the first touch of a kickoff."""
    countdown: I8
    """``[n]`` The kickoff countdown's number: 3, 2, 1, then 0."""
    team_score: F32
    """``[n, 2]`` Goals of blue and orange on the scoreboard."""

    ball_report: I8
    """``[n]`` 1 with a fresh report of the ball's pose, 2 with a new ball's first, 0 without."""
    ball_position: F32
    """``[n, 3]`` uu"""
    ball_velocity: F32
    """``[n, 3]`` uu/s"""
    ball_angular_velocity: F32
    """``[n, 3]`` rad/s"""
    ball_rotation: F32
    """``[n, 4]`` Quaternion x, y, z, w."""

    pose_report: I8
    """``[n, p]`` 1 with a fresh report of the car's pose, 2 with a new car's first, 0 without:
    then the pose is the last reported one."""
    position: F32
    """``[n, p, 3]`` uu; NaN while the car does not exist."""
    velocity: F32
    """``[n, p, 3]`` uu/s"""
    angular_velocity: F32
    """``[n, p, 3]`` rad/s"""
    rotation: F32
    """``[n, p, 4]`` Quaternion x, y, z, w."""
    boost: F32
    """``[n, p]`` Boost in the tank, 0 to 100: the physical estimate between reports."""
    boost_reported: F32
    """``[n, p]`` The last amount that the source reported, held until the next."""
    boost_report: I8
    """``[n, p]`` 1 with a fresh report, 2 with the first of a car's life, 0 without."""
    throttle: F32
    """``[n, p]`` -1 to 1."""
    steer: F32
    """``[n, p]`` -1 (left) to 1."""
    handbrake: I8
    """``[n, p]`` 1 while powerslide is held."""
    boosting: I8
    """``[n, p]`` 1 while boost burns."""
    jumping: I8
    """``[n, p]`` 1 while the first jump is active."""
    double_jumping: I8
    """``[n, p]`` 1 while the second jump is active."""
    dodging: I8
    """``[n, p]`` 1 while a dodge (flip) is active."""
    dodge_torque: F32
    """``[n, p, 3]`` Direction of the dodge's torque while dodging."""
    ball_cam: I8
    """``[n, p]`` 1 with ball camera on."""
    demolished: I8
    """``[n, p]`` 1 from demolition to respawn."""
    on_field: I8
    """``[n, p]`` 1 while the player has a seat in the match."""

    score: F32
    """``[n, p]`` Points on the scoreboard, so far."""
    goals: F32
    """``[n, p]`` Goals, so far."""
    assists: F32
    """``[n, p]`` Assists, so far."""
    saves: F32
    """``[n, p]`` Saves, so far."""
    shots: F32
    """``[n, p]`` Shots on goal, so far."""

    speed: F32
    """``[n, p]`` uu/s; only from sources that tell no velocities."""
    pitch: F32
    """``[n, p]`` Stick: -1 (nose down) to 1."""
    yaw: F32
    """``[n, p]`` -1 (left) to 1."""
    roll: F32
    """``[n, p]`` -1 (left) to 1: what turns a car about its length, whichever key asks for it."""
    wheels: I8
    """``[n, p]`` Wheels that touch something, 0 to 4."""

    @property
    def size(self) -> int:
        """Number of frames."""
        return int(self.time_s.shape[0])

    @property
    def players(self) -> int:
        """Number of slots."""
        return int(self.position.shape[1])

    def rows(self, start: int, stop: int) -> "Frames":
        """Rows ``start`` to ``stop`` as views, nothing copied."""
        return Frames._make(column[start:stop] for column in self)


PER_PLAYER = Frames._fields[Frames._fields.index("pose_report") :]
"""Names of the columns that have a slot for each player."""

_SCALARS = {"time_s": np.float64, "clock_s": np.float32, "phase": np.uint8}
_VECTORS = {"position": 3, "velocity": 3, "dodge_torque": 3, "rotation": 4, "team_score": 2}
_FLAGS = frozenset(
    (
        *("overtime", "ball_hit", "ball_team", "handbrake", "boosting", "jumping"),
        *("double_jumping", "dodging", "ball_cam", "demolished", "on_field", "boost_report"),
        *("pose_report", "ball_report", "countdown", "wheels"),
    )
)


def blank_frames(count: int, players: int) -> Frames:
    """Frames of which nothing is known yet: NaN, -1, `Phase.UNKNOWN`, and time 0.

    Args:
        count: Number of frames.
        players: Number of slots.
    """
    return Frames._make(blank_column(name, count, players) for name in Frames._fields)


def blank_column(name: str, count: int, players: int) -> AnyArray:
    """One column of `blank_frames`; arguments as there, and the column's name."""
    per_ball_or_car = name.removeprefix("ball_").removeprefix("angular_")
    width = (_VECTORS[per_ball_or_car],) if per_ball_or_car in _VECTORS else ()
    slots = (players,) if name in PER_PLAYER else ()
    dtype = np.int8 if name in _FLAGS else _SCALARS.get(name, np.float32)
    unknown = -1 if name in _FLAGS else 0 if name in ("time_s", "phase") else np.nan
    return np.full((count, *slots, *width), unknown, dtype)
