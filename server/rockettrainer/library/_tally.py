"""Counts imports."""

from threading import Lock
from typing import Final

from rockettrainer.jobs import Job, JobFilter, JobQueue, State
from rockettrainer.library._kinds import IMPORT
from rockettrainer.library._news import ImportProgress

_KINDS: Final = frozenset([IMPORT])
_MOST: Final = 1_000_000


class Tally:
    """How many imports are done since there were none, and how many there are still to do.

    Args:
        queue: That knows the latter.
    """

    def __init__(self, queue: JobQueue) -> None:
        self._queue = queue
        self._done = 0
        self._failed = 0
        self._lock = Lock()

    def ended(self, job: Job) -> ImportProgress:
        """Counts an import that has ended."""
        with self._lock:
            self._done += 1
            self._failed += job.state is State.DEAD
            told = self._now()
            if told.done == told.total:
                self._done = self._failed = 0
            return told

    def now(self) -> ImportProgress:
        """The count."""
        with self._lock:
            return self._now()

    def _now(self) -> ImportProgress:
        waiting = self._queue.waiting(_KINDS, _MOST)
        running = len(self._queue.jobs(JobFilter(frozenset([State.LEASED]), _KINDS)))
        return ImportProgress(self._done, self._done + waiting + running, self._failed)
