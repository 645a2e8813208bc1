"""Columns of a match over time, as a chart shows them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rockettrainer.library._clock import frame_times_s, match_time_s
from rockettrainer.match import F64, AnyArray, Frames

_SPEED: Final = "speed_uu_s"
_MOST: Final = 100_000
"""Moments; hours of play have fewer, and broken times do not fill the memory."""


def _speed(frames: Frames) -> AnyArray:
    return np.asarray(np.linalg.norm(frames.velocity, axis=2))


def _ball_distance(frames: Frames) -> AnyArray:
    return np.asarray(np.linalg.norm(frames.position - frames.ball_position[:, None], axis=2))


COLUMNS: Final[dict[str, Callable[[Frames], AnyArray]]] = {
    "boost": lambda frames: frames.boost,
    _SPEED: _speed,
    "height_uu": lambda frames: frames.position[:, :, 2],
    "ball_distance_uu": _ball_distance,
    "score": lambda frames: frames.score,
}
"""What a series can be of, each ``[n, p]``."""


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """Values on an even grid of the recording's time; NaN where unknown."""

    time_s: F64
    match_s: F64
    team_score: AnyArray
    """``[k, 2]``"""
    columns: dict[str, AnyArray]
    """``[k, p]`` each."""


def series(frames: Frames, columns: Sequence[str], hz: float) -> Series:
    """Takes the value of each column at even moments: that of the frame shown then.

    Args:
        frames: Of a match.
        columns: Keys of `COLUMNS`.
        hz: Moments a second.
    """
    if not frames.size:
        empty = np.empty(0)
        return Series(empty, empty, np.empty((0, 2)), dict.fromkeys(columns, empty))
    times = frame_times_s(frames)
    count = int(min((times[-1] - times[0]) * hz, _MOST)) + 1
    grid = times[0] + np.arange(count) / hz
    rows = np.clip(np.searchsorted(times, grid, side="right") - 1, 0, frames.size - 1)
    return Series(
        grid,
        match_time_s(frames)[rows],
        frames.team_score[rows],
        _taken(frames, columns, rows),
    )


def _taken(frames: Frames, columns: Sequence[str], rows: AnyArray) -> dict[str, AnyArray]:
    with np.errstate(all="ignore"):  # what is not known, or beyond measure, stays so
        return {name: COLUMNS[name](frames)[rows] for name in columns}
