"""How often something may be done."""

import time
from collections.abc import Callable


class Bucket:
    """Lets so many through at once, and so many a second in the long run.

    Args:
        burst: At once.
        per_s: A second.
        clock: Steady seconds.
    """

    def __init__(
        self, burst: float, per_s: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._burst = burst
        self._per_s = per_s
        self._clock = clock
        self._left = burst
        self._at = clock()

    def take(self) -> bool:
        """Whether one more may go through."""
        now = self._clock()
        self._left = min(self._burst, self._left + (now - self._at) * self._per_s)
        self._at = now
        if self._left < 1.0:
            return False
        self._left -= 1.0
        return True
