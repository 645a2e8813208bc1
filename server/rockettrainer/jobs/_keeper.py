"""Keeps leases up, and takes back those that others let go."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import Final

from rockettrainer.jobs._job import Job, Lease, LeaseLost
from rockettrainer.jobs._port import JobQueue
from rockettrainer.jobs._worker import End, Worker

_BEATS: Final = 5
"""Heartbeats in the time of a lease, at least: four may fail."""
_LONGEST_S: Final = 1.0
"""Between heartbeats; so soon a worker learns that its job was cancelled."""

_log = logging.getLogger(__name__)


class Keeper:
    """A thread that beats the hearts of all leases held here.

    Args:
        queue: Of the leases.
        lease_s: Length of a lease.
        lost: Called with each job that was taken from a worker that is gone.
    """

    def __init__(self, queue: JobQueue, lease_s: float, lost: Callable[[Job], None]) -> None:
        self._queue = queue
        self._pause_s = min(lease_s / _BEATS, _LONGEST_S)
        self._lost = lost
        self._held: dict[tuple[int, int], tuple[Lease, Worker]] = {}
        self._lock = Lock()
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="jobs-keeper", daemon=True)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def stop(self) -> None:
        """Ends."""
        self._stopped.set()
        self._thread.join()

    @contextmanager
    def holding(self, lease: Lease, worker: Worker) -> Iterator[None]:
        """Keeps a lease up; ends the worker if it is lost nevertheless."""
        with self._lock:
            self._held[lease.job.id, lease.token] = (lease, worker)
        try:
            yield
        finally:
            with self._lock:
                del self._held[lease.job.id, lease.token]

    def _run(self) -> None:
        while not self._stopped.wait(self._pause_s):
            try:
                self._beat()
                for job in self._queue.sweep():
                    self._lost(job)
            except Exception:  # most likely the database is away: leases outlast that for a while
                _log.exception("leases could not be kept up")

    def _beat(self) -> None:
        with self._lock:
            held = list(self._held.items())
        for key, (lease, worker) in held:
            try:
                self._queue.heartbeat(lease)
            except LeaseLost:
                with self._lock:
                    if key in self._held:  # else it was finished just now
                        worker.kill(End.LOST)
