"""Which side has been pressing of late."""

from math import exp, isnan, log
from typing import Final

from rockettrainer.match import EventKind, Phase

HALF_LIFE_S: Final = 15.0
"""After which a sign counts half: about the length of an attack and its clearance."""
TOUCH: Final = 0.5
SHOT: Final = 4.0
GOAL: Final = 4.0
"""What a touch, a shot and a goal count, in seconds of the ball in the opponents' half."""
ENOUGH: Final = 2.0
"""With less than this in both sums together there is nothing to tell yet."""
_LONGEST_S: Final = 0.5
"""A longer step says nothing of where the ball was."""

_RATE: Final = log(2.0) / HALF_LIFE_S
_WORTH: Final = {EventKind.TOUCH: TOUCH, EventKind.SHOT: SHOT, EventKind.GOAL: GOAL}


class Momentum:
    """A share, not a forecast: what each side did of late, the latest counting most.

    For each side one sum decays with `HALF_LIFE_S` while the ball is in play. To it are added the
    seconds that the ball is in the other half, where the source shows the ball, and fixed amounts
    for touches, shots and goals. The momentum is blue's sum less orange's, over both. The weights
    are our own choice; nothing was fitted.
    """

    def __init__(self) -> None:
        self._sums = [0.0, 0.0]

    def play(self, phase: int, step_s: float, ball_y: float) -> None:
        """Takes in the time to a row.

        Args:
            phase: A `Phase`.
            step_s: Seconds since the row before.
            ball_y: Where the ball is along the field, uu; NaN if unknown.
        """
        if phase != Phase.ACTIVE or not 0.0 < step_s <= _LONGEST_S:
            return
        decay = exp(-step_s * _RATE)
        self._sums[0] *= decay
        self._sums[1] *= decay
        if not isnan(ball_y) and ball_y != 0.0:
            self._sums[0 if ball_y > 0.0 else 1] += step_s

    def add(self, kind: EventKind, team: int) -> None:
        """Takes in an event of a side: 0 blue, 1 orange, others do not count."""
        if team in (0, 1):
            self._sums[team] += _WORTH.get(kind, 0.0)

    @property
    def value(self) -> float | None:
        """From -1, all orange, to 1, all blue; None where there is nothing to tell."""
        blue, orange = self._sums
        return None if blue + orange < ENOUGH else (blue - orange) / (blue + orange)
