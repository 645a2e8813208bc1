"""Shorthands of tests with worker processes."""

import time
from collections.abc import Callable

from rockettrainer.jobs import Handler, Job, Settle, SqlQueue, State

ENDED = (State.DONE, State.DEAD, State.CANCELLED)


def handler(
    kind: str, *, time_s: float = 60, memory_bytes: int = 1 << 30, settle: Settle | None = None
) -> Handler:
    return Handler(kind, f"tests.jobs.handlers:{kind}", time_s, memory_bytes, settle)


def wait(fact: Callable[[], bool], seconds: float = 120.0) -> None:
    deadline = time.monotonic() + seconds
    while not fact():
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.02)


def ended(queue: SqlQueue, *jobs: Job) -> list[Job]:
    wait(lambda: all(queue.job(job.id).state in ENDED for job in jobs))
    return [queue.job(job.id) for job in jobs]
