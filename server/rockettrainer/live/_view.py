"""How much an overlay shows when: little during play, all where there is time to look."""

from typing import Final

from rockettrainer.live._kinds import View
from rockettrainer.match import Phase

SETTLE_S: Final = 1.0
"""After a kickoff the card stays whole for so long, then shrinks."""

_FULL: Final = frozenset((Phase.COUNTDOWN, Phase.GOAL, Phase.GOAL_REPLAY, Phase.PAUSED))


class ViewState:
    """Follows the phases of play."""

    def __init__(self) -> None:
        self._active_since_s: float | None = None

    def of(self, phase: int, time_s: float) -> View:
        """What to show in a phase.

        Args:
            phase: A `Phase`.
            time_s: Seconds since the session began.
        """
        if phase != Phase.ACTIVE:
            self._active_since_s = None
            if phase == Phase.ENDED:
                return View.SUMMARY
            return View.FULL if phase in _FULL else View.HIDDEN
        if self._active_since_s is None:
            self._active_since_s = time_s
        return View.FULL if time_s - self._active_since_s < SETTLE_S else View.MINI
