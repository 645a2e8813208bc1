from collections.abc import Collection
from dataclasses import replace

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import OperationalError

from rockettrainer.jobs import (
    Job,
    JobEvent,
    Json,
    Lease,
    Pool,
    PoolSettings,
    SqlQueue,
    State,
)
from tests.jobs.backends import effects
from tests.jobs.pools import ended, handler, wait

SETTINGS = PoolSettings(workers=1, poll_s=0.02, lease_s=2.0)


class Flaky(SqlQueue):
    """A queue whose database is away at times."""

    troubles: int = 0

    def _stumble(self) -> None:
        if self.troubles > 0:
            self.troubles -= 1
            raise OperationalError("UPDATE jobs", {}, Exception("the server is away"))

    def claim(
        self, worker: str, lease_s: float, kinds: Collection[str] | None = None
    ) -> Lease | None:
        self._stumble()
        return super().claim(worker, lease_s, kinds)

    def finish(
        self, lease: Lease, result: Json | None, *, connection: Connection | None = None
    ) -> Job:
        self._stumble()
        return super().finish(lease, result, connection=connection)

    def sweep(self) -> list[Job]:
        self._stumble()
        return super().sweep()


def _insert(connection: Connection, job: Job, _result: Json | None) -> None:
    connection.execute(text("INSERT INTO effects (key, pid) VALUES (:key, 0)"), {"key": job.key})


@pytest.fixture
def flaky(engine: Engine) -> Flaky:
    return Flaky(engine)


def test_a_database_that_is_away_for_a_while_costs_nothing(flaky: Flaky, engine: Engine) -> None:
    def trip(event: JobEvent) -> None:
        flaky.troubles = 3 if event.fraction else flaky.troubles

    flaky.troubles = 2
    settings = replace(SETTINGS, lease_s=60.0)  # none may run out while the machine is busy
    with Pool(flaky, [handler("double", settle=_insert)], settings) as pool:
        pool.subscribe(trip)
        (job,) = ended(flaky, flaky.enqueue("double", "a", {"n": 1}))
    assert (job.state, job.attempts, job.losses) == (State.DONE, 1, 0)
    assert effects(engine) == ["a"]


def test_a_result_that_could_not_be_stored_is_made_again(
    flaky: Flaky,
    engine: Engine,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rockettrainer.jobs._settle._PAUSES_S", (0.01, 0.01))

    def trip(event: JobEvent) -> None:
        flaky.troubles = 1000 if event.fraction else flaky.troubles

    job = flaky.enqueue("double", "a", {"n": 1})
    with Pool(flaky, [handler("double", settle=_insert)], SETTINGS) as pool:
        unsubscribe = pool.subscribe(trip)
        wait(lambda: "will be done again" in caplog.text)
        unsubscribe()
        flaky.troubles = 0
        (job,) = ended(flaky, job)
    assert (job.state, job.losses) == (State.DONE, 1)
    assert effects(engine) == ["a"]


def test_a_worker_that_cannot_even_start_harms_no_job(
    flaky: Flaky, caplog: pytest.LogCaptureFixture
) -> None:
    job = flaky.enqueue("double", "a", {"n": 1})
    settings = PoolSettings(workers=1, poll_s=0.02, prepare=("tests.jobs.handlers:give_up",))
    with Pool(flaky, [handler("double")], settings):
        wait(lambda: "did not start" in caplog.text)
    assert (flaky.job(job.id).state, flaky.job(job.id).attempts) == (State.READY, 0)
