"""Lengths, heights, speeds and directions."""

from math import isnan, sqrt

from rockettrainer.features._kernel import kernel
from rockettrainer.match import F32, Frames

GROUND_UU = 20.001
"""A car at rest has its centre 17 uu above the floor; to 20 it counts as on the ground. The hair
above is for the rounding of columns to single precision."""
HIGH_AIR_UU = 840.0
"""Above this a car is high in the air: a car's length over the goal's bar."""


@kernel
def length(vector: F32) -> float:
    """Length of a vector; NaN where it is unknown."""
    return sqrt(vector[0] ** 2 + vector[1] ** 2 + vector[2] ** 2)


@kernel
def speed_uu_s(frames: Frames, row: int, slot: int) -> float:
    """How fast a car is: by its velocity, else as the source tells it; NaN if neither is known."""
    speed = length(frames.velocity[row, slot])
    return frames.speed[row, slot] if isnan(speed) else speed


@kernel
def distance_uu(here: F32, there: F32) -> float:
    """Straight way between two places, uu; NaN where one is unknown."""
    return sqrt((there[0] - here[0]) ** 2 + (there[1] - here[1]) ** 2 + (there[2] - here[2]) ** 2)


@kernel
def forward(team: int, y: float) -> float:
    """A place along the field, counted from midfield towards the goal that a team attacks."""
    return y if team == 0 else -y
