"""Lengths and directions."""

from math import sqrt

from rockettrainer.features._kernel import kernel
from rockettrainer.match import F32


@kernel
def length(vector: F32) -> float:
    """Length of a vector; NaN where it is unknown."""
    return sqrt(vector[0] ** 2 + vector[1] ** 2 + vector[2] ** 2)


@kernel
def distance_uu(here: F32, there: F32) -> float:
    """Straight way between two places, uu; NaN where one is unknown."""
    return sqrt((there[0] - here[0]) ** 2 + (there[1] - here[1]) ** 2 + (there[2] - here[2]) ** 2)


@kernel
def forward(team: int, y: float) -> float:
    """A place along the field, counted from midfield towards the goal that a team attacks."""
    return y if team == 0 else -y
