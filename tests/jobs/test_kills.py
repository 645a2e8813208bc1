import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import psutil
import pytest
from sqlalchemy import Engine

from rockettrainer.jobs import JobFilter, SqlQueue, State
from tests.conftest import ROOT
from tests.jobs.backends import effects

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

JOBS = 40
KILLS = int(os.environ.get("ROCKETTRAINER_KILLS", "5"))
"""Of servers at random; raised for a trial by fire."""

PATIENCE_S = 120.0
"""For what has no time limit of its own."""


@contextmanager
def server(url: str, workers: int = 2) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.jobs.server", url, str(workers)]
    with subprocess.Popen(command, cwd=ROOT) as process:
        try:
            yield process
        finally:
            process.kill()


def until(fact: Callable[[], object]) -> None:
    """Waits for a fact."""
    latest = time.monotonic() + PATIENCE_S
    while not fact():
        assert time.monotonic() < latest, "it took too long"
        time.sleep(0.02)


def at_work(process: subprocess.Popen[bytes], pids: Path) -> list[psutil.Process]:
    """Workers of a server that have done something."""
    workers = psutil.Process(process.pid).children(recursive=True)
    return [worker for worker in workers if (pids / str(worker.pid)).exists()]


def enqueue(queue: SqlQueue, count: int, seconds: float, pids: Path) -> None:
    pids.mkdir()
    for n in range(count):
        queue.enqueue("short", f"{n:03d}", {"seconds": seconds, "pids": str(pids)})


def all_done(queue: SqlQueue, count: int) -> bool:
    return queue.counts()[State.DONE] == count


def has_a_job(queue: SqlQueue, pid: int) -> bool:
    held = queue.jobs(JobFilter(frozenset({State.LEASED})))
    return any(f"/{pid}/" in (job.worker or "") for job in held)


def expected(count: int) -> list[str]:
    return [f"{n:03d}-{half}" for n in range(count) for half in ("left", "right")]


def test_killed_workers_and_servers_lose_nothing_and_double_nothing(
    queue: SqlQueue, engine: Engine, url: str, tmp_path: Path
) -> None:
    pids = tmp_path / "pids"
    enqueue(queue, JOBS, 0.1, pids)
    with server(url) as first, server(url):
        until(lambda: at_work(first, pids))
        at_work(first, pids)[0].kill()
        time.sleep(0.3)
        first.kill()
        until(lambda: all_done(queue, JOBS))
    assert effects(engine) == expected(JOBS)


def test_a_server_killed_in_the_midst_of_jobs_again_and_again(
    queue: SqlQueue, engine: Engine, url: str, tmp_path: Path
) -> None:
    count, chance = 2 * KILLS, random.Random(7)  # noqa: S311 (chance, not a secret)
    enqueue(queue, count, 0.1, tmp_path / "pids")
    for _ in range(KILLS):
        with server(url, 1) as process:
            until(partial(has_a_job, queue, process.pid))
            time.sleep(chance.uniform(0, 0.3))
    with server(url):
        until(lambda: all_done(queue, count))
    assert effects(engine) == expected(count)
    assert sum(job.losses for job in queue.jobs(JobFilter(limit=count))) > KILLS / 4


def test_workers_end_with_their_server(queue: SqlQueue, url: str, tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    pids.mkdir()
    queue.enqueue("hang", "a", {"pids": str(pids)})
    with server(url) as process:
        until(lambda: len(list(pids.iterdir())) == 1)
        workers = psutil.Process(process.pid).children(recursive=True)
        assert {path.name for path in pids.iterdir()} < {str(worker.pid) for worker in workers}
        process.kill()
        process.wait()
        _, alive = psutil.wait_procs(workers, timeout=PATIENCE_S)
    assert alive == []
    assert [job.losses for job in queue.sweep()] == [1]
