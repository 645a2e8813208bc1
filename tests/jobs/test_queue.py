from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from rockettrainer.jobs import (
    Backoff,
    JobError,
    JobFilter,
    Lease,
    LeaseLost,
    NoSuchJob,
    NotAllowed,
    SqlQueue,
    State,
    replay_key,
    worker_name,
)
from tests.jobs.backends import Time

ELSEWHERE = "another-machine/1/0"
ERROR = JobError("broken", "it broke", "Mend it.", "line 3")
LEASE_S = 10.0


@pytest.fixture
def clock() -> Time:
    return Time(1_800_000_000.0)


@pytest.fixture
def steady() -> Time:
    return Time(50.0)


@pytest.fixture
def queue(engine: Engine, clock: Time, steady: Time) -> SqlQueue:
    return SqlQueue(engine, backoff=Backoff(2.0, 4.0, 300.0), clock=clock, steady=steady)


def test_a_job_is_done(queue: SqlQueue, clock: Time) -> None:
    queued = queue.enqueue("import", "a", {"path": "a.replay"})
    assert (queued.state, queued.attempts, queued.created_at) == (State.READY, 0, clock.now)
    clock.now += 5
    lease = queue.claim("w", LEASE_S)
    assert lease is not None
    assert (lease.job.state, lease.job.worker) == (State.LEASED, "w")
    assert lease.job.args == {"path": "a.replay"}
    done = queue.finish(lease, {"match": 1})
    assert (done.state, done.result, done.worker) == (State.DONE, {"match": 1}, None)
    assert (done.started_at, done.finished_at) == (clock.now, clock.now)
    assert queue.claim("w", LEASE_S) is None
    assert queue.job(done.id) == done


def test_one_job_a_kind_and_key(queue: SqlQueue) -> None:
    key = replay_key("0f" * 32, "analyser-1")
    first = queue.enqueue("import", key, {"n": 1})
    assert queue.enqueue("import", key, {"n": 2}) == first
    assert queue.enqueue("import", replay_key("0f" * 32, "analyser-2"), {}).id != first.id
    assert queue.enqueue("other", key, {}).id != first.id
    lease = queue.claim("w", LEASE_S, {"import"})
    assert lease is not None
    queue.finish(lease, None)
    assert queue.enqueue("import", key, {}).state is State.DONE


def test_a_key_needs_a_hash() -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        replay_key("../../etc/passwd", "1")


def test_enqueued_with_what_the_caller_writes_or_not_at_all(queue: SqlQueue) -> None:
    with queue.transaction() as connection:
        queue.enqueue("import", "a", {}, connection=connection)
        connection.rollback()
    assert queue.jobs() == []
    with queue.transaction() as connection:
        queue.enqueue("import", "a", {}, connection=connection)
        assert queue.waiting() == 0
    assert queue.waiting() == 1


def test_only_plain_json_is_taken(queue: SqlQueue) -> None:
    with pytest.raises(ValueError, match="JSON"):
        queue.enqueue("import", "a", {"x": float("nan")})
    with pytest.raises(TypeError):
        queue.enqueue("import", "a", {"x": object()})
    assert queue.counts() == dict.fromkeys(State, 0)


def test_order(queue: SqlQueue, steady: Time) -> None:
    for key in ("lost", "first", "second"):
        queue.enqueue("import", key, {})
    queue.enqueue("import", "urgent", {}, priority=-1)
    urgent = queue.claim("w", LEASE_S)
    assert urgent is not None
    assert urgent.job.key == "urgent"
    queue.finish(urgent, None)
    assert queue.claim(ELSEWHERE, LEASE_S) is not None
    _let_it_lapse(queue, steady)
    assert [lease.job.key for lease in _claimed(queue)] == ["first", "second", "lost"]


def test_only_the_kinds_a_worker_can_do(queue: SqlQueue) -> None:
    queue.enqueue("import", "a", {})
    assert queue.claim("w", LEASE_S, {"other"}) is None
    assert queue.claim("w", LEASE_S, {"import", "other"}) is not None


def test_failed_attempts_wait_longer_each_time_until_it_is_dead(
    queue: SqlQueue, clock: Time
) -> None:
    job = queue.enqueue("import", "a", {}, max_attempts=3)
    for wait in (2.0, 8.0):
        lease = queue.claim("w", LEASE_S)
        assert lease is not None
        failed = queue.fail(lease, ERROR)
        assert (failed.state, failed.error) == (State.READY, ERROR)
        clock.now += wait - 0.1
        assert queue.claim("w", LEASE_S) is None
        clock.now += 0.2
    lease = queue.claim("w", LEASE_S)
    assert lease is not None
    assert queue.fail(lease, ERROR).state is State.DEAD
    dead = queue.job(job.id)
    assert (dead.error, dead.attempts, dead.finished_at) == (ERROR, 3, clock.now)


def test_what_no_retry_can_mend_is_dead_at_once(queue: SqlQueue) -> None:
    queue.enqueue("import", "a", {})
    lease = queue.claim("w", LEASE_S)
    assert lease is not None
    assert queue.fail(lease, ERROR, retry=False).state is State.DEAD


def test_any_text_can_be_an_error(queue: SqlQueue) -> None:
    queue.enqueue("import", "a", {})
    lease = queue.claim("w", LEASE_S)
    assert lease is not None
    error = JobError("broken", "nul \0, half a pair \ud800, long " + "x" * 10_000)
    failed = queue.fail(lease, error)
    assert failed.error is not None
    assert len(failed.error.message) == 4000
    assert "\0" not in failed.error.message


def test_released_as_if_never_taken(queue: SqlQueue) -> None:
    queue.enqueue("import", "a", {})
    lease = queue.claim("w", LEASE_S)
    assert lease is not None
    job = queue.release(lease)
    assert (job.state, job.attempts, job.losses) == (State.READY, 0, 0)
    with pytest.raises(LeaseLost):
        queue.finish(lease, None)


def test_who_lost_the_lease_can_do_nothing(queue: SqlQueue, steady: Time) -> None:
    queue.enqueue("import", "a", {})
    late = queue.claim(ELSEWHERE, LEASE_S)
    assert late is not None
    _let_it_lapse(queue, steady)
    now = queue.claim("w", LEASE_S)
    assert now is not None
    assert now.token > late.token
    for attempt in (queue.heartbeat, queue.release):
        with pytest.raises(LeaseLost):
            attempt(late)
    with pytest.raises(LeaseLost):
        queue.fail(late, ERROR)
    with pytest.raises(LeaseLost):
        _finish_with_effect(queue, late)
    assert queue.finish(now, {"late": False}).result == {"late": False}
    assert [job.kind for job in queue.jobs()] == ["import"]


def test_heartbeats_keep_a_lease(queue: SqlQueue, steady: Time) -> None:
    queue.enqueue("import", "a", {})
    lease = queue.claim(ELSEWHERE, LEASE_S)
    assert lease is not None
    for _ in range(20):
        steady.now += LEASE_S / 3
        queue.heartbeat(lease)
        assert queue.sweep() == []
    queue.finish(lease, None)


def test_a_dead_process_of_this_machine_is_not_waited_for(queue: SqlQueue) -> None:
    queue.enqueue("import", "a", {})
    place, _, _ = worker_name().partition("/")
    assert queue.claim(f"{place}/99999999/0", LEASE_S) is not None
    assert [job.losses for job in queue.sweep()] == [1]
    assert queue.claim(worker_name(), LEASE_S) is not None
    assert queue.sweep() == []


def test_lost_many_times_it_is_dead(queue: SqlQueue, steady: Time) -> None:
    queue.enqueue("import", "a", {})
    lost = 0
    while queue.claim(ELSEWHERE, LEASE_S) is not None:
        _let_it_lapse(queue, steady)
        lost += 1
    (job,) = queue.jobs()
    assert (lost, job.state, job.attempts) == (20, State.DEAD, 1)
    assert job.error is not None
    assert job.error.kind == "lost"


@pytest.mark.parametrize("jump", [-1e7, -3600.0, -1.0, 1.0, 3600.0, 1e7])
def test_the_time_of_day_may_jump(queue: SqlQueue, clock: Time, steady: Time, jump: float) -> None:
    for key in ("held", "failed"):
        queue.enqueue("import", key, {})
    held, failed = _claimed(queue)
    queue.fail(failed, ERROR)
    queue.sweep()
    clock.now += jump
    steady.now += 1
    assert queue.sweep() == []
    clock.now += 300
    assert queue.enqueue("import", "new", {}).state is State.READY
    assert {lease.job.key for lease in _claimed(queue)} == {"failed", "new"}
    assert queue.finish(held, None).state is State.DONE


def test_a_watcher_that_slept_begins_anew(queue: SqlQueue, steady: Time) -> None:
    queue.enqueue("import", "a", {})
    assert queue.claim(ELSEWHERE, LEASE_S) is not None
    queue.sweep()
    steady.now += 8 * 3600
    assert queue.sweep() == []
    _let_it_lapse(queue, steady)
    assert queue.waiting() == 1


def test_cancelled(queue: SqlQueue) -> None:
    waiting, held = queue.enqueue("import", "a", {}, priority=1), queue.enqueue("import", "b", {})
    lease = queue.claim("w", LEASE_S)
    assert lease is not None
    for job in (waiting, held):
        assert queue.cancel(job.id).state is State.CANCELLED
        assert queue.cancel(job.id).state is State.CANCELLED
    with pytest.raises(LeaseLost):
        queue.finish(lease, None)
    assert queue.claim("w", LEASE_S) is None


def test_retried(queue: SqlQueue) -> None:
    job = queue.enqueue("import", "a", {}, max_attempts=1)
    with pytest.raises(NotAllowed, match="ready"):
        queue.retry(job.id)
    lease = queue.claim("w", LEASE_S)
    assert lease is not None
    queue.fail(lease, ERROR)
    with pytest.raises(NotAllowed, match="dead"):
        queue.cancel(job.id)
    again = queue.retry(job.id)
    assert (again.state, again.attempts, again.error) == (State.READY, 0, None)
    assert queue.claim("w", LEASE_S) is not None


def test_no_such_job(queue: SqlQueue) -> None:
    for ask in (queue.job, queue.cancel, queue.retry):
        with pytest.raises(NoSuchJob, match="7"):
            ask(7)


def test_lists_and_counts(queue: SqlQueue) -> None:
    ids = [queue.enqueue("odd" if n % 2 else "even", str(n), {}).id for n in range(6)]
    queue.cancel(ids[3])
    assert queue.counts()[State.READY] == 5
    assert queue.counts()[State.CANCELLED] == 1
    page = queue.jobs(JobFilter(limit=2))
    assert [job.id for job in page] == ids[:3:-1]
    page = queue.jobs(JobFilter(limit=2, before_id=page[-1].id))
    assert [job.id for job in page] == [ids[3], ids[2]]
    odd = JobFilter(frozenset({State.READY}), frozenset({"odd"}))
    assert [job.key for job in queue.jobs(odd)] == ["5", "1"]
    assert queue.waiting() == 5
    assert queue.waiting({"odd"}) == 2
    assert queue.waiting(at_most=3) == 3


def _claimed(queue: SqlQueue) -> Iterator[Lease]:
    while (lease := queue.claim("w", LEASE_S)) is not None:
        yield lease


def _finish_with_effect(queue: SqlQueue, lease: Lease) -> None:
    with queue.transaction() as connection:
        queue.enqueue("effect", "of the late one", {}, connection=connection)
        queue.finish(lease, {"late": True}, connection=connection)


def _let_it_lapse(queue: SqlQueue, steady: Time) -> None:
    for _ in range(4):
        queue.sweep()
        steady.now += LEASE_S / 3
    queue.sweep()
