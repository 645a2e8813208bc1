"""The plugin outside the game: its wire format and the value types of the game's interface.

A wire message is one or more ticks back to back. A tick is one `TICK_HEADER` record and then
``player_count`` records `PLAYER_TICK`; ``plugin_cpp/core/include/rockettrainer/tick.hpp`` says what
each field means. Unknown is NaN in floats and -1 in signed bytes, never 0.
"""

import numpy as np
from numpy.typing import NDArray

TICK_HEADER: np.dtype[np.void]
"""One tick's own fields, 100 bytes."""
PLAYER_TICK: np.dtype[np.void]
"""One seat of a tick, 112 bytes."""
MAGIC: int
"""First four bytes of a tick, as an integer."""
LAYOUT: int
"""Version of the layout."""
MOST_PLAYERS: int
"""Seats that a tick has room for."""
HAS_HOST: bool
"""Whether the stand-in for the game is built in: it wants Boost and nlohmann-json."""
ROTATOR_UNITS_PER_RADIAN: float

def encode_tick(header: NDArray[np.void] | np.void, players: NDArray[np.void]) -> bytes:
    """One tick as it goes over the wire; sets magic, layout and the number of players.

    Args:
        header: One record of `TICK_HEADER`.
        players: ``[p]`` records of `PLAYER_TICK`, at most `MOST_PLAYERS`.

    Raises:
        TypeError: One of them has another dtype.
        ValueError: There are too many records.
    """

def kmh_to_uu_s(kmh: float) -> float:
    """Unreal units a second; 1 uu is 1 cm."""

def uu_s_to_kmh(uu_s: float) -> float:
    """Kilometres an hour; 1 uu is 1 cm."""

class Vector:
    """A place or a speed in single precision, uu or uu/s."""

    x: float
    y: float
    z: float
    def __init__(self, x: float = 0, y: float = 0, z: float = 0) -> None: ...
    def length(self) -> float: ...
    def dot(self, other: Vector, /) -> float: ...
    def cross(self, other: Vector, /) -> Vector: ...
    def xyz(self) -> tuple[float, float, float]: ...
    def __add__(self, other: Vector, /) -> Vector: ...
    def __sub__(self, other: Vector, /) -> Vector: ...
    def __mul__(self, times: float, /) -> Vector: ...

class Rotator:
    """A direction in the game's integers, 65,536 to the turn: pitch up, yaw left to right, roll."""

    pitch: int
    yaw: int
    roll: int
    def __init__(self, pitch: int = 0, yaw: int = 0, roll: int = 0) -> None: ...
    @staticmethod
    def from_radians(pitch: float, yaw: float, roll: float) -> Rotator: ...
    def radians(self) -> tuple[float, float, float]:
        """Pitch, yaw, roll."""

    def to_quat(self) -> Quat: ...
    def forward(self) -> Vector:
        """Where the nose points, length 1."""

class Quat:
    """A rotation as the physics keeps it; turns the car's axes into the world's."""

    w: float
    x: float
    y: float
    z: float
    def __init__(self, w: float = 1, x: float = 0, y: float = 0, z: float = 0) -> None: ...
    def conjugate(self) -> Quat: ...
    def rotate(self, vector: Vector, /) -> Vector: ...
    def forward(self) -> Vector:
        """Where the nose points, length 1."""

    def to_rotator(self) -> Rotator:
        """The nearest `Rotator`; straight up or down, roll is 0 and yaw holds all of it."""

    def xyzw(self) -> tuple[float, float, float, float]:
        """In the order of the wire and of `rockettrainer.match.Frames`."""

    def __mul__(self, other: Quat, /) -> Quat: ...

class ControllerInput:
    """What the player's pads and sticks say at one physics tick; axes -1 to 1."""

    throttle: float
    steer: float
    pitch: float
    yaw: float
    roll: float
    dodge_forward: float
    dodge_strafe: float
    handbrake: bool
    jump: bool
    activate_boost: bool
    holding_boost: bool
    jumped: bool
    def __init__(self) -> None: ...
