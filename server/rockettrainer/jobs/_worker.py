"""The server's side of a worker process."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from threading import Lock
from typing import Final

import psutil

from rockettrainer.jobs._child import serve
from rockettrainer.jobs._handler import Handler
from rockettrainer.jobs._job import Fault, Job, JobError, Json
from rockettrainer.jobs._wire import Order, receive, send

_GRACE_S: Final = 2.0
_POLL_S: Final = 0.05
_NONSENSE: Final = (ValueError, RecursionError, TypeError, KeyError)

Progress = Callable[[float, str], None]


class End(Enum):
    """Why the server ended a worker's process."""

    TIME = 1
    MEMORY = 2
    STOP = 3
    """The server stops."""
    LOST = 4
    """The job was cancelled or is somebody else's."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: a result or an error."""

    result: Json | None = None
    error: JobError | None = None
    retry: bool = False
    end: End | None = None


class Worker:
    """A process that does jobs, one at a time.

    Args:
        prepare: Modules to load or functions to call before the first job.
    """

    def __init__(self, prepare: Sequence[str] = ()) -> None:
        context = multiprocessing.get_context("spawn")
        orders, self._orders = context.Pipe(duplex=False)
        self._reports, reports = context.Pipe(duplex=False)
        arguments = (orders, reports, os.getpid(), tuple(prepare))
        self._process = context.Process(target=serve, args=arguments, daemon=True)
        self._process.start()
        orders.close()  # so that its end is seen as the end of the pipes
        reports.close()
        self._lock = Lock()
        self._end: End | None = None
        self._closed = False
        self._spent = False
        self.jobs_done = 0

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid or 0

    @property
    def fit(self) -> bool:
        """Whether it can do another job."""
        return self._end is None and not self._spent and self._process.is_alive()

    def rss_bytes(self) -> int:
        """Memory in use; 0 if it has ended."""
        try:
            return int(psutil.Process(self.pid).memory_info().rss)
        except psutil.Error:
            return 0

    def wait_until_ready(self) -> bool:
        """Waits until it is prepared; False if it ended first."""
        try:
            return bool(receive(self._reports)["type"] == "ready")
        except (EOFError, OSError, *_NONSENSE):
            return False

    def run(self, job: Job, handler: Handler, progress: Progress) -> Outcome:
        """Has a job done, and waits for the end of it or of the process."""
        self.jobs_done += 1
        try:
            send(self._orders, _order(job, handler))
            return self._outcome(progress)
        except (EOFError, OSError):
            return self._ended(handler)
        except _NONSENSE as error:
            self.kill(End.LOST)
            return _crashed(f"the worker answered nonsense: {error}")

    def kill(self, why: End) -> None:
        """Ends the process at once."""
        with self._lock:
            if not self._closed:
                self._end = self._end or why
                self._process.kill()

    def close(self) -> None:
        """Ends the process: politely if it is idle, else at once."""
        self._orders.close()
        self._reap(0 if self._end else _GRACE_S)
        self._reports.close()
        with self._lock:
            self._closed = True
            self._process.close()

    def _reap(self, grace_s: float) -> int:
        """Waits for the process to end, then ends it; its exit status.

        Not by `join` alone: it comes back too early where another thread starts a process and
        looks after all children of this one meanwhile.
        """
        deadline = time.monotonic() + grace_s
        while (code := self._process.exitcode) is None:
            if time.monotonic() >= deadline:
                self._process.kill()
            self._process.join(_POLL_S)
        return code

    def _outcome(self, progress: Progress) -> Outcome:
        while True:
            report = receive(self._reports)
            match report["type"]:
                case "progress":
                    progress(float(report["fraction"]), str(report["message"]))
                case "done":
                    return Outcome(result=_plain(report["result"]))
                case "failed":
                    error = JobError.from_json(report)
                    self._spent = error.kind == Fault.MEMORY
                    return Outcome(error=error, retry=report.get("retry") is True)
                case other:
                    raise ValueError(f"type {other!r}")

    def _ended(self, handler: Handler) -> Outcome:
        """The process is gone; says why."""
        code = self._reap(_GRACE_S)
        if self._end is End.TIME:
            message = f"the job took more than {handler.time_s:g} s"
            return Outcome(error=JobError(Fault.TIME, message), retry=True, end=self._end)
        if self._end is End.MEMORY:
            message = f"the job took more than {handler.memory_bytes >> 20} MiB of memory"
            return Outcome(error=JobError(Fault.MEMORY, message), retry=True, end=self._end)
        crashed = _crashed(f"the worker's process ended: {_status(code)}")
        return Outcome(error=crashed.error, retry=True, end=self._end)


def _order(job: Job, handler: Handler) -> Order:
    return {
        "function": handler.function,
        "args": job.args,
        "job_id": job.id,
        "key": job.key,
        "attempt": job.attempts,
        "memory_bytes": handler.memory_bytes,
    }


def _plain(result: object) -> Json | None:
    if result is None or isinstance(result, dict):
        return result
    raise TypeError("the result is no JSON object")


def _crashed(message: str) -> Outcome:
    hint = "If it happens again, report it together with the file."
    return Outcome(error=JobError(Fault.CRASHED, message, hint), retry=True)


def _status(code: int) -> str:
    """An exit status in words."""
    if code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"exit status {code}" if code < 1 << 16 else f"exit status {code:#010x}"
