import multiprocessing
import os

from sqlalchemy import Engine, text

from rockettrainer.jobs import SqlQueue, State
from rockettrainer.storage._engine import connect_engine
from tests.jobs.backends import effects

JOBS = 80
PROCESSES = 3


def _work(url: str) -> None:
    """Enqueues all jobs, as the others do, and does all it can get, each with an effect."""
    engine = connect_engine(url)
    queue = SqlQueue(engine)
    for n in range(JOBS):
        queue.enqueue("import", f"{n:03d}", {})
    while (lease := queue.claim(f"worker {os.getpid()}", 60)) is not None:
        with queue.transaction() as connection:
            queue.heartbeat(lease, connection=connection)
            values = {"key": lease.job.key, "pid": os.getpid()}
            connection.execute(text("INSERT INTO effects (key, pid) VALUES (:key, :pid)"), values)
            queue.finish(lease, None, connection=connection)
    engine.dispose()


def test_each_job_goes_to_one_of_many(url: str, engine: Engine) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_work, args=(url,)) for _ in range(PROCESSES)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * PROCESSES
    assert SqlQueue(engine).counts()[State.DONE] == JOBS
    assert effects(engine) == [f"{n:03d}" for n in range(JOBS)]
