"""Vectors and rotations as the network stream packs them."""

from __future__ import annotations

import math

from ._bits import BitWriter
from .dialect import Dialect
from .script import Quaternion, Vector

_COMPONENT_STEPS = 2**18 - 1
_TURN_STEPS = 2**16


def write_vector(bits: BitWriter, vector: Vector, step: float, dialect: Dialect) -> None:
    """Writes a vector as three whole numbers of `step`, as short as the largest allows."""
    steps = [round(value / step) for value in vector]
    size = 0
    while not all(-(2 << size) <= value < 2 << size for value in steps):
        size += 1
    bits.below(size, 22 if dialect.has_quaternions else 20)
    for value in steps:
        bits.bits(value + (2 << size), size + 2)


def write_rotation(bits: BitWriter, rotation: Quaternion, dialect: Dialect) -> None:
    """Writes a rotation, as a quaternion or as angles."""
    if dialect.has_quaternions:
        _write_quaternion(bits, rotation)
    else:
        for angle in euler_angles(rotation):
            bits.bits(round(angle / math.tau * _TURN_STEPS), 16)


def euler_angles(rotation: Quaternion) -> Vector:
    """Pitch, yaw and roll in radians, turning the way the game's rotators turn."""
    x, y, z, w = rotation
    forward = (1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y))
    pitch = math.asin(max(-1.0, min(1.0, forward[2])))
    yaw = math.atan2(forward[1], forward[0])
    roll = math.atan2(-2 * (y * z + w * x), 1 - 2 * (x * x + y * y))
    return pitch, yaw, roll


def _write_quaternion(bits: BitWriter, rotation: Quaternion) -> None:
    """Writes the three smaller components; the reader restores the largest, as positive."""
    largest = max(range(4), key=lambda index: abs(rotation[index]))
    sign = math.copysign(1.0, rotation[largest])
    bits.bits(largest, 2)
    for index, component in enumerate(rotation):
        if index != largest:
            share = sign * component / math.sqrt(2) + 0.5
            bits.bits(round(share * _COMPONENT_STEPS), 18)
