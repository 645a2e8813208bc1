"""Boost pads by place."""

from typing import Final

import numpy as np

from rockettrainer.match import STANDARD_PADS

_REACH_UU: Final = 400.0
"""How far a reported place may lie off its pad: a car takes a big one within 208 uu, and drives up
to 77 uu between two frames. The replay's reader allows as much."""


def nearest_pad(x: float, y: float) -> int:
    """Index into `STANDARD_PADS` of the pad at a place; -1 if none is near."""
    gaps = np.hypot(STANDARD_PADS[:, 0] - x, STANDARD_PADS[:, 1] - y)
    nearest = int(np.argmin(gaps))
    return nearest if gaps[nearest] < _REACH_UU else -1
