"""Sees which leases are no longer kept up.

No clock is compared with another one's, nor with itself of before a restart: a lease is lost if
its heart has not beaten for so long by the watcher's own steady clock. Whatever jumps the time of
day makes, no job is taken from a worker that lives.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rockettrainer.jobs._place import is_gone


@dataclass(frozen=True, slots=True)
class Pulse:
    """A lease as found in the table."""

    job_id: int
    token: int
    beat: int
    worker: str
    lease_s: float


@dataclass(slots=True)
class _Sight:
    pulse: Pulse
    first_s: float
    last_s: float


class Watch:
    """Remembers when it saw which beat.

    Args:
        clock: Steady seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._sights: dict[int, _Sight] = {}

    def lost(self, pulses: Iterable[Pulse]) -> list[Pulse]:
        """Which of all leases there are have been lost."""
        now = self._clock()
        self._sights = {pulse.job_id: self._sight(pulse, now) for pulse in pulses}
        return [s.pulse for s in self._sights.values() if _is_lost(s, now)]

    def _sight(self, pulse: Pulse, now: float) -> _Sight:
        """The sight of before if nothing moved; a watcher that slept itself begins anew."""
        before = self._sights.get(pulse.job_id)
        if before is None or before.pulse != pulse or now - before.last_s > pulse.lease_s / 2:
            return _Sight(pulse, now, now)
        before.last_s = now
        return before


def _is_lost(sight: _Sight, now: float) -> bool:
    return now - sight.first_s >= sight.pulse.lease_s or is_gone(sight.pulse.worker)
