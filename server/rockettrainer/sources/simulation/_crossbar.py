"""The ball against the crossbar: told from its path, for the simulator tells of cars alone."""

from typing import Any, Final

from rockettrainer.match import (
    BALL_RADIUS_UU,
    GOAL_HALF_WIDTH_UU,
    GOAL_HEIGHT_UU,
    GRAVITY_UU_S2,
    HALF_LENGTH_UU,
)
from rockettrainer.sources.simulation._vector import Vector

_REACH_UU: Final = BALL_RADIUS_UU + 5.0
"""The simulator lets things meet a little before they do."""
_PUSH_UU_S: Final = 50.0
"""A ball that is pushed less has rolled along, not hit."""
_STRAIGHT: Final = 0.95
"""Cosine: the push comes from the bar, or from so little above or behind it that a bar as thick as
the game's would have been in the way."""


def bar_push_uu_s(before: Any, after: Any, tick_s: float) -> float | None:  # noqa: ANN401
    """How hard a crossbar pushed the ball in a tick; None if it did not.

    Args:
        before: The simulator's state of the ball before the tick.
        after: And after it.
        tick_s: How long it lasted.
    """
    if abs(before.pos.x) > GOAL_HALF_WIDTH_UU:
        return None
    end = HALF_LENGTH_UU if before.pos.y > 0.0 else -HALF_LENGTH_UU
    off = Vector(0.0, before.pos.y - end, before.pos.z - GOAL_HEIGHT_UU)
    if off.length > _REACH_UU:
        return None
    fallen = GRAVITY_UU_S2 * tick_s
    push = Vector(0.0, after.vel.y - before.vel.y, after.vel.z - before.vel.z - fallen)
    straight = push.dot(off.unit)
    return straight if straight > max(_PUSH_UU_S, _STRAIGHT * push.length) else None
