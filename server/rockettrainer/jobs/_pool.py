"""The worker processes of a server."""

import os
import time
from collections.abc import Callable, Sequence
from typing import Self

from rockettrainer.jobs._event import JobEvent, Listener, Listeners
from rockettrainer.jobs._guard import Guard
from rockettrainer.jobs._handler import Handler
from rockettrainer.jobs._keeper import Keeper
from rockettrainer.jobs._port import JobQueue
from rockettrainer.jobs._shop import PoolSettings, Shop
from rockettrainer.jobs._slot import Slot


class Pool:
    """Does the jobs of a queue in processes of their own.

    Each process is held to the limits of the job's handler and replaced when it fails; it ends with
    this process however that ends. To be used as a context, or with `start` and `stop`.

    Args:
        queue: Where the jobs come from.
        handlers: How they are done; jobs of other kinds stay where they are.
        settings: How the pool works.
    """

    def __init__(
        self, queue: JobQueue, handlers: Sequence[Handler], settings: PoolSettings | None = None
    ) -> None:
        settings = settings or PoolSettings()
        self._listeners = Listeners[JobEvent]()
        self._guard = Guard()
        self._keeper = Keeper(
            queue, settings.lease_s, lambda job: self._listeners.tell(JobEvent(job))
        )
        by_kind = {handler.kind: handler for handler in handlers}
        shop = Shop(queue, by_kind, settings, self._listeners, self._guard, self._keeper)
        count = settings.workers or spare_processors()
        self._slots = [Slot(n, shop, self._busy, self._wake_next) for n in range(count)]

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def pids(self) -> list[int]:
        """Process ids of the workers there are now."""
        return [slot.pid for slot in self._slots if slot.pid is not None]

    def start(self) -> None:
        """Begins."""
        self._guard.start()
        self._keeper.start()
        for slot in self._slots:
            slot.start()

    def stop(self, patience_s: float = 5.0) -> None:
        """Ends; no process remains.

        Args:
            patience_s: For jobs to be finished; those that are not are handed back to the queue.
        """
        for slot in self._slots:
            slot.finish()
        deadline = time.monotonic() + patience_s
        for slot in self._slots:
            slot.join(max(deadline - time.monotonic(), 0.0))
        self._keeper.stop()
        self._guard.stop()

    def wake(self) -> None:
        """Has it look for work now: to be called after jobs were committed."""
        for slot in self._slots:
            slot.wake()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Has a function called with all that happens to jobs here.

        Args:
            listener: Called in threads of the pool.

        Returns:
            A function that ends it.
        """
        return self._listeners.add(listener)

    def _busy(self) -> int:
        return sum(slot.lease is not None for slot in self._slots)

    def _wake_next(self, number: int) -> None:
        if number + 1 < len(self._slots):
            self._slots[number + 1].wake()


def spare_processors() -> int:
    """Processors this process may use, but one; at least one."""
    if hasattr(os, "sched_getaffinity"):
        return max(len(os.sched_getaffinity(0)) - 1, 1)
    return max((os.cpu_count() or 1) - 1, 1)
