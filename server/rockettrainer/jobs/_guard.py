"""Ends workers that take too long or too much memory."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import Final

from rockettrainer.jobs._worker import End, Worker

_LOOK_S: Final = 0.05
"""Between looks; a process fills about a hundred megabytes in this time."""


class Guard:
    """A thread that looks at the workers that are at work. It touches no database."""

    def __init__(self) -> None:
        self._watched: dict[Worker, tuple[float, int]] = {}
        self._lock = Lock()
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="jobs-guard", daemon=True)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def stop(self) -> None:
        """Ends."""
        self._stopped.set()
        self._thread.join()

    @contextmanager
    def watching(self, worker: Worker, time_s: float, memory_bytes: int) -> Iterator[None]:
        """Holds a worker to its limits for as long as the context lasts."""
        with self._lock:
            self._watched[worker] = (time.monotonic() + time_s, memory_bytes)
        try:
            yield
        finally:
            with self._lock:
                del self._watched[worker]

    def _run(self) -> None:
        while not self._stopped.wait(_LOOK_S):
            with self._lock:
                for worker, (deadline, memory_bytes) in self._watched.items():
                    if time.monotonic() > deadline:
                        worker.kill(End.TIME)
                    elif worker.rss_bytes() > memory_bytes:
                        worker.kill(End.MEMORY)
