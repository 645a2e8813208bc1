"""One worker's place in the pool."""

import logging
import time
from collections.abc import Callable
from threading import Event, Thread
from typing import Final

from rockettrainer.jobs._event import JobEvent
from rockettrainer.jobs._job import Lease
from rockettrainer.jobs._place import worker_name
from rockettrainer.jobs._settle import settle
from rockettrainer.jobs._shop import Shop
from rockettrainer.jobs._worker import End, Worker

_PREPARE_S: Final = 300.0
_PREPARE_BYTES: Final = 4 << 30
_ASLEEP_S: Final = 5.0
"""Between looks of a place that has no worker; it is woken when others have their hands full."""
_LONGEST_WAIT_S: Final = 30.0
"""Before a worker is started again that did not even get ready."""

_log = logging.getLogger(__name__)


class Slot:
    """A thread that claims jobs and has its worker process do them.

    Args:
        number: Of the slot; slots are filled in this order.
        shop: What it shares with the others.
        busy: Says how many slots have a job.
        more: Called when this one has got a job: there may be another.
    """

    def __init__(
        self, number: int, shop: Shop, busy: Callable[[], int], more: Callable[[int], None]
    ) -> None:
        self._number = number
        self._shop = shop
        self._busy = busy
        self._more = more
        self._name = worker_name(str(number))
        self._worker: Worker | None = None
        self._idle_since = 0.0
        self._starts_failed = 0
        self._stopping = False
        self._woken = Event()
        self._thread = Thread(target=self._run, name=f"jobs-{number}", daemon=True)
        self.lease: Lease | None = None

    @property
    def pid(self) -> int | None:
        """Process id of the worker, if there is one."""
        worker = self._worker
        return worker.pid if worker else None

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def wake(self) -> None:
        """Has it look for work now."""
        self._woken.set()

    def finish(self) -> None:
        """Lets it end once its job is done."""
        self._stopping = True
        self._woken.set()

    def join(self, patience_s: float) -> None:
        """Waits for its end; when patience is at an end, it hands its job back."""
        self._thread.join(patience_s)
        while self._thread.is_alive():
            if (worker := self._worker) is not None:
                worker.kill(End.STOP)
            self._thread.join(0.1)

    def _run(self) -> None:
        while not self._stopping:
            try:
                worked = self._turn()
            except Exception:  # the database is away, no process can be had: try again later
                _log.exception("worker %s will try again", self._number)
                worked = False
            if not worked and not self._stopping:
                self._woken.wait(self._pause_s())
            self._woken.clear()
        self._dismiss()

    def _turn(self) -> bool:
        """Does one job; False if there was none."""
        worker = self._ready_worker()
        if worker is None:
            return False
        lease = self._shop.queue.claim(
            self._name, self._shop.settings.lease_s, self._shop.handlers.keys()
        )
        if lease is None:
            return False
        try:
            self.lease = lease
            self._more(self._number)
            self._do(worker, lease)
        finally:
            self.lease = None
            self._idle_since = time.monotonic()
        return True

    def _do(self, worker: Worker, lease: Lease) -> None:
        shop, handler = self._shop, self._shop.handlers[lease.job.kind]
        tell = shop.listeners.tell
        tell(JobEvent(lease.job))
        with (
            shop.keeper.holding(lease, worker),
            shop.guard.watching(worker, handler.time_s, handler.memory_bytes),
        ):
            outcome = worker.run(
                lease.job, handler, lambda fraction, text: tell(JobEvent(lease.job, fraction, text))
            )
        job = settle(shop.queue, lease, handler, outcome)
        tell(JobEvent(job or shop.queue.job(lease.job.id)))

    def _ready_worker(self) -> Worker | None:
        """The worker, started if there is need of it and sent away if there is none."""
        settings, worker = self._shop.settings, self._worker
        if worker and (not worker.fit or worker.jobs_done >= settings.recycle_after):
            self._dismiss()
        if self._worker and self._is_idle():
            self._dismiss()
        if self._worker is None and self._is_needed():
            self._hire()
        return self._worker

    def _is_idle(self) -> bool:
        spare = self._number >= self._shop.settings.warm
        return spare and time.monotonic() - self._idle_since > self._shop.settings.idle_s

    def _is_needed(self) -> bool:
        if self._number < self._shop.settings.warm:
            return True
        waiting = self._shop.queue.waiting(self._shop.handlers.keys(), self._number + 1)
        return waiting + self._busy() > self._number

    def _hire(self) -> None:
        worker = self._worker = Worker(self._shop.settings.prepare)
        with self._shop.guard.watching(worker, _PREPARE_S, _PREPARE_BYTES):
            ready = worker.wait_until_ready()
        self._starts_failed = 0 if ready else self._starts_failed + 1
        self._idle_since = time.monotonic()
        if not ready and not self._stopping:
            _log.error("a worker process did not start")
        if not ready:
            self._dismiss()

    def _dismiss(self) -> None:
        if self._worker is not None:
            worker, self._worker = self._worker, None
            worker.close()

    def _pause_s(self) -> float:
        if self._starts_failed:
            return min(2.0**self._starts_failed, _LONGEST_WAIT_S)
        return self._shop.settings.poll_s if self._worker else _ASLEEP_S
