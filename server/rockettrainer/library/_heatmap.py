"""Where time was spent on the field."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from rockettrainer.library._clock import frame_lengths_s
from rockettrainer.match import (
    F64,
    GOAL_DEPTH_UU,
    HALF_LENGTH_UU,
    HALF_WIDTH_UU,
    Arena,
    Frames,
    Phase,
)

_MARGIN_UU: Final = GOAL_DEPTH_UU + 20.0
"""Behind the back walls."""
_LONGEST_S: Final = 0.5
"""A longer gap between frames says nothing of where anyone was."""


@dataclass(frozen=True, slots=True, eq=False)
class Heatmap:
    """Seconds in each square of a grid, while the ball was in play."""

    x_edges: F64
    y_edges: F64
    seconds: F64
    """``[x, y]``"""


def heatmap(frames: Frames, arena: Arena, slot: int | None, bins: int) -> Heatmap:
    """Counts the seconds.

    Args:
        frames: Of a match.
        arena: Whose field is divided; the usual one where its size is not known.
        slot: Of a player; None for the ball.
        bins: Squares along the field.
    """
    places = frames.ball_position if slot is None else frames.position[:, slot]
    lengths = frame_lengths_s(frames)
    lengths = np.where(lengths > _LONGEST_S, 0.0, lengths)
    half_y = (arena.half_length_uu or HALF_LENGTH_UU) + _MARGIN_UU
    half_x = arena.half_width_uu or HALF_WIDTH_UU
    edges_y = np.linspace(-half_y, half_y, bins + 1)
    edges_x = np.linspace(-half_x, half_x, max(1, round(bins * half_x / half_y)) + 1)
    known = (frames.phase == Phase.ACTIVE) & np.isfinite(places[:, :2]).all(axis=1)
    x = np.clip(places[known, 0], -half_x, half_x)
    y = np.clip(places[known, 1], -half_y, half_y)
    seconds, _, _ = np.histogram2d(x, y, [edges_x, edges_y], weights=lengths[known])
    return Heatmap(edges_x, edges_y, seconds)
