import os
import sys
from pathlib import Path

import psutil
import pytest
from sqlalchemy import Connection, Engine, text

from rockettrainer.jobs import (
    Handler,
    Job,
    JobEvent,
    JobFailure,
    Json,
    Pool,
    PoolSettings,
    SqlQueue,
    State,
)
from tests.jobs.backends import effects
from tests.jobs.pools import ended, handler, wait

MIB = 1 << 20
SETTINGS = PoolSettings(workers=1, poll_s=0.02, lease_s=60.0)


def posix(*values: object) -> object:
    """Parameters of a test that needs signals and file descriptors as Windows has not."""
    absent = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
    return pytest.param(*values, marks=absent)


def kind_of_error(job: Job) -> str | None:
    return job.error.kind if job.error else None


def test_jobs_are_done_in_another_process(queue: SqlQueue) -> None:
    queued = [queue.enqueue("double", str(n), {"n": n}) for n in range(3)]
    with Pool(queue, [handler("double")], SETTINGS) as pool:
        jobs = ended(queue, *queued)
        assert [job.result and job.result["twice"] for job in jobs] == [0, 2, 4]
        assert {job.result and job.result["pid"] for job in jobs} == set(pool.pids)
        assert os.getpid() not in pool.pids
    assert "tests.jobs.handlers" not in sys.modules


def test_what_happens_is_told(queue: SqlQueue) -> None:
    told: list[JobEvent] = []

    def fail(_event: JobEvent) -> None:
        raise ValueError

    with Pool(queue, [handler("double")], SETTINGS) as pool:
        pool.subscribe(fail)
        unsubscribe = pool.subscribe(told.append)
        ended(queue, queue.enqueue("double", "a", {"n": 1}))
        wait(lambda: len(told) == 3)
        unsubscribe()
        ended(queue, queue.enqueue("double", "b", {"n": 1}))
    seen = [(event.job.state, event.fraction, event.message) for event in told]
    leased = State.LEASED
    assert seen == [(leased, None, ""), (leased, 0.5, "doubling"), (State.DONE, None, "")]


def test_workers_are_prepared_even_if_some_of_it_fails(queue: SqlQueue) -> None:
    prepare = ("no.such.module", "tests.jobs.handlers:prepare")
    settings = PoolSettings(workers=1, poll_s=0.02, prepare=prepare)
    with Pool(queue, [handler("double")], settings):
        (job,) = ended(queue, queue.enqueue("double", "a", {"n": 1}))
    assert job.result is not None
    assert job.result["ready"] is True


@pytest.mark.parametrize(
    ("wrong", "args", "error", "words"),
    [
        (handler("hang", time_s=0.3), {}, "time_limit", "0.3 s"),
        (handler("hog", memory_bytes=200 * MIB), {}, "memory_limit", "memory"),
        posix(handler("crash"), {"signal": "SIGSEGV"}, "crashed", "SIGSEGV"),
        posix(handler("crash"), {"signal": "SIGKILL"}, "crashed", "SIGKILL"),
        (handler("leave"), {}, "crashed", "exit status 7"),
        (handler("raise_error"), {}, "error", "ValueError: the ball"),
        (handler("not_json"), {"what": "nan"}, "bad_result", "JSON"),
        (handler("not_json"), {"what": "object"}, "bad_result", "JSON"),
        (handler("not_json"), {"what": "list"}, "bad_result", "JSON"),
        (handler("not_json"), {"what": "long"}, "bad_result", "4 MiB"),
        posix(handler("babble", time_s=5), {}, "crashed", "nonsense"),
        (handler("refuse"), {"retry": True}, "truncated", "ends early"),
        (Handler("absent", "tests.jobs.handlers:absent"), {}, "error", "absent"),
    ],
    ids=lambda value: value.kind if isinstance(value, Handler) else None,
)
def test_poison_dies_after_its_attempts_and_others_go_on(
    queue: SqlQueue, wrong: Handler, args: Json, error: str, words: str
) -> None:
    poison = queue.enqueue(wrong.kind, "poison", args, max_attempts=2)
    others = [queue.enqueue("nothing", str(n), {}) for n in range(3)]
    with Pool(queue, [wrong, handler("nothing")], SETTINGS):
        dead, *done = ended(queue, poison, *others)
    assert [job.state for job in done] == [State.DONE] * 3
    assert (dead.state, dead.attempts, kind_of_error(dead)) == (State.DEAD, 2, error)
    assert dead.error is not None
    assert words in dead.error.message


def test_a_refused_job_is_not_tried_again(queue: SqlQueue) -> None:
    with Pool(queue, [handler("refuse")], SETTINGS):
        (job,) = ended(queue, queue.enqueue("refuse", "a", {"retry": False}))
    assert (job.state, job.attempts) == (State.DEAD, 1)
    assert job.error is not None
    assert job.error.hint == "Copy it again."


def test_memory_is_watched_where_the_system_does_not_limit_it(queue: SqlQueue) -> None:
    watched = handler("hog_unlimited", memory_bytes=150 * MIB)
    with Pool(queue, [watched], SETTINGS):
        (job,) = ended(queue, queue.enqueue("hog_unlimited", "a", {}, max_attempts=1))
    assert job.error is not None
    assert (job.error.kind, "150 MiB" in job.error.message) == ("memory_limit", True)


def test_a_crash_is_made_good_by_the_next_attempt(queue: SqlQueue) -> None:
    with Pool(queue, [handler("survive_once")], SETTINGS):
        (job,) = ended(queue, queue.enqueue("survive_once", "a", {"n": 3}))
    assert (job.result, job.attempts, job.error) == ({"n": 3}, 2, None)


def test_workers_are_replaced_after_some_jobs(queue: SqlQueue) -> None:
    queued = [queue.enqueue("double", str(n), {"n": n}) for n in range(4)]
    settings = PoolSettings(workers=1, poll_s=0.02, recycle_after=2)
    with Pool(queue, [handler("double")], settings):
        jobs = ended(queue, *queued)
    pids = [job.result["pid"] for job in jobs if job.result]
    assert [pids[0] == pids[1], pids[1] == pids[2], pids[2] == pids[3]] == [True, False, True]


def test_workers_come_when_needed_and_go_when_idle(queue: SqlQueue) -> None:
    settings = PoolSettings(workers=3, poll_s=0.02, idle_s=0.2)
    with Pool(queue, [handler("hang"), handler("double")], settings) as pool:
        wait(lambda: len(pool.pids) == 1)
        hangs = [queue.enqueue("hang", str(n), {}) for n in range(2)]
        pool.wake()
        wait(lambda: queue.counts()[State.LEASED] == 2)
        assert len(pool.pids) == 2
        for job in hangs:
            queue.cancel(job.id)
        wait(lambda: len(pool.pids) == 1)


def test_jobs_of_unknown_kinds_are_left_alone(queue: SqlQueue) -> None:
    other = queue.enqueue("other", "a", {})
    with Pool(queue, [handler("nothing")], SETTINGS):
        ended(queue, queue.enqueue("nothing", "a", {}))
    assert queue.job(other.id).state is State.READY


def test_a_cancelled_job_is_ended(queue: SqlQueue) -> None:
    told: list[JobEvent] = []
    with Pool(queue, [handler("hang"), handler("nothing")], SETTINGS) as pool:
        pool.subscribe(told.append)
        job = queue.enqueue("hang", "a", {})
        wait(lambda: queue.job(job.id).state is State.LEASED)
        queue.cancel(job.id)
        ended(queue, queue.enqueue("nothing", "a", {}))
    assert queue.job(job.id).state is State.CANCELLED
    assert [event.job.state for event in told[:2]] == [State.LEASED, State.CANCELLED]


def test_stopping_hands_back_what_takes_too_long(queue: SqlQueue) -> None:
    job = queue.enqueue("hang", "a", {})
    pool = Pool(queue, [handler("hang")], SETTINGS)
    pool.start()
    wait(lambda: queue.job(job.id).state is State.LEASED)
    workers = [psutil.Process(pid) for pid in pool.pids]
    pool.stop(patience_s=0.1)
    job = queue.job(job.id)
    assert (job.state, job.attempts, job.losses) == (State.READY, 0, 0)
    assert not any(worker.is_running() for worker in workers)


def test_stopping_lets_jobs_be_finished(queue: SqlQueue, tmp_path: Path) -> None:
    job = queue.enqueue("short", "a", {"seconds": 0.5, "pids": str(tmp_path)})
    with Pool(queue, [handler("short")], SETTINGS):
        wait(lambda: queue.job(job.id).state is State.LEASED)
    assert queue.job(job.id).state is State.DONE


def _insert(connection: Connection, job: Job) -> None:
    connection.execute(text("INSERT INTO effects (key, pid) VALUES (:key, 0)"), {"key": job.key})


def test_settled_in_the_transaction_that_finishes(queue: SqlQueue, engine: Engine) -> None:
    calls: list[Json | None] = []

    def settle(connection: Connection, job: Job, result: Json | None) -> Json:
        _insert(connection, job)
        calls.append(result)
        if len(calls) == 1:
            raise OSError("the disk is full")
        return {"stored": True}

    with Pool(queue, [handler("double", settle=settle)], SETTINGS):
        (job,) = ended(queue, queue.enqueue("double", "a", {"n": 4}))
    assert (job.result, job.attempts, job.error) == ({"stored": True}, 2, None)
    assert [result and result["twice"] for result in calls] == [8, 8]
    assert effects(engine) == ["a"]


def test_nothing_remains_of_a_job_that_is_refused_at_last(queue: SqlQueue, engine: Engine) -> None:
    def settle(connection: Connection, job: Job, _result: Json | None) -> Json | None:
        _insert(connection, job)
        raise JobFailure("refused", "not in my house")

    with Pool(queue, [handler("nothing", settle=settle)], SETTINGS):
        (job,) = ended(queue, queue.enqueue("nothing", "a", {}))
    assert (job.state, kind_of_error(job)) == (State.DEAD, "refused")
    assert effects(engine) == []
