"""The queue in a table, of SQLite and of PostgreSQL."""

import time
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Engine, Row, and_, update

from rockettrainer.jobs._job import (
    Fault,
    Job,
    JobError,
    JobFilter,
    Json,
    Lease,
    LeaseLost,
    NotAllowed,
    State,
    checked,
)
from rockettrainer.jobs._reads import Due, counted, job_by_id, job_by_key, listed, pulses
from rockettrainer.jobs._rows import insert_new, job_of
from rockettrainer.jobs._table import jobs_table
from rockettrainer.jobs._watch import Pulse, Watch

MAX_LOSSES: Final = 20
"""Times a job may be lost with its worker. Many, for it is rarely the job that ends a server."""

_FREE: Final = {"worker": None, "lease_s": None}


@dataclass(frozen=True, slots=True)
class Backoff:
    """How long to wait after a failed attempt."""

    first_s: float = 2.0
    factor: float = 4.0
    longest_s: float = 300.0

    def after(self, attempts: int) -> float:
        """Seconds to wait after so many attempts."""
        return min(self.first_s * self.factor ** (attempts - 1), self.longest_s)


class SqlQueue:
    """A `JobQueue` in the database of an engine.

    Each change is one statement, so that it is whole in any mode of transactions.

    Args:
        engine: Of the database that has the table.
        backoff: Waits between attempts.
        clock: Time of day; used for waits and to show, never to judge a lease.
        steady: Seconds that only go forward.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        backoff: Backoff | None = None,
        clock: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engine = engine
        self._table = jobs_table()
        self._columns = self._table.c
        self._backoff = backoff or Backoff()
        self._clock = clock
        self._watch = Watch(steady)

    def transaction(self) -> AbstractContextManager[Connection]:
        """A transaction of the database that holds the queue."""
        return self._engine.begin()

    def enqueue(
        self,
        kind: str,
        key: str,
        args: Json,
        *,
        priority: int = 0,
        max_attempts: int = 3,
        connection: Connection | None = None,
    ) -> Job:
        """Adds a job, or gives the one there is for that kind and key, whatever its state."""
        now = self._clock()
        values: Json = {"kind": kind, "key": key, "args": checked(args, "args")}
        values |= {"state": State.READY, "priority": priority, "max_attempts": max_attempts}
        values |= {"ready_at": now, "created_at": now}
        with self._within(connection) as inside:
            insert_new(inside, values)
            return job_by_key(inside, kind, key)

    def claim(
        self, worker: str, lease_s: float, kinds: Collection[str] | None = None
    ) -> Lease | None:
        """Takes the next job for a worker, or None if there is none."""
        if not self.waiting(kinds, 1):  # a look takes no lock, a claim does
            return None
        values: Json = {"state": State.LEASED, "worker": worker, "lease_s": lease_s}
        values |= {"token": self._columns.token + 1, "attempts": self._columns.attempts + 1}
        values |= {"started_at": self._clock()}
        with self._engine.begin() as connection:
            is_next = self._columns.id == self._due(kinds).first()
            row = self._updated(connection, values, is_next, self._columns.state == State.READY)
        return None if row is None else Lease(job_of(row), row.token, worker, lease_s)

    def heartbeat(self, lease: Lease, *, connection: Connection | None = None) -> None:
        """Says that the worker is still at it."""
        self._change(lease, {"beat": self._columns.beat + 1}, connection)

    def finish(
        self, lease: Lease, result: Json | None, *, connection: Connection | None = None
    ) -> Job:
        """Marks the job done."""
        values: Json = {"state": State.DONE, "result": checked(result, "result"), "error": None}
        values |= {"finished_at": self._clock()} | _FREE
        return self._change(lease, values, connection)

    def fail(self, lease: Lease, error: JobError, *, retry: bool = True) -> Job:
        """Ends an attempt: to be made again later if that is of use and attempts are left."""
        now, job = self._clock(), lease.job
        values: Json = {"error": error.to_json()} | _FREE
        if retry and job.attempts < job.max_attempts:
            wait = self._backoff.after(job.attempts)
            return self._change(lease, values | {"state": State.READY, "ready_at": now + wait})
        return self._change(lease, values | {"state": State.DEAD, "finished_at": now})

    def release(self, lease: Lease) -> Job:
        """Hands the job back as if it had not been taken."""
        values: Json = {"state": State.READY, "attempts": self._columns.attempts - 1} | _FREE
        return self._change(lease, values)

    def sweep(self) -> list[Job]:
        """Takes jobs from workers that are gone."""
        with self._engine.connect() as connection:
            lost = self._watch.lost(pulses(connection))
        return [job for job in map(self._take, lost) if job is not None]

    def cancel(self, job_id: int) -> Job:
        """Ends a job that waits or runs; whoever runs it loses the lease."""
        values: Json = {"state": State.CANCELLED, "finished_at": self._clock()} | _FREE
        return self._move(job_id, {State.READY, State.LEASED, State.CANCELLED}, values)

    def retry(self, job_id: int) -> Job:
        """Makes a job that has ended ready again, with all its attempts."""
        values: Json = {"state": State.READY, "attempts": 0, "losses": 0, "ready_at": self._clock()}
        values |= {"result": None, "error": None, "finished_at": None}
        return self._move(job_id, {State.DONE, State.DEAD, State.CANCELLED}, values)

    def job(self, job_id: int) -> Job:
        """One job."""
        with self._engine.connect() as connection:
            return job_by_id(connection, job_id)

    def jobs(self, wanted: JobFilter | None = None) -> list[Job]:
        """Jobs, newest first."""
        with self._engine.connect() as connection:
            return listed(connection, wanted or JobFilter())

    def counts(self) -> dict[State, int]:
        """How many jobs are in each state."""
        with self._engine.connect() as connection:
            return counted(connection)

    def waiting(self, kinds: Collection[str] | None = None, at_most: int = 1000) -> int:
        """How many jobs a worker could have at once, not counting further than that."""
        with self._engine.connect() as connection:
            return self._due(kinds).count(connection, at_most)

    def _due(self, kinds: Collection[str] | None) -> Due:
        return Due(self._clock(), self._backoff.longest_s, kinds)

    @contextmanager
    def _within(self, connection: Connection | None) -> Iterator[Connection]:
        if connection is not None:
            yield connection
            return
        with self._engine.begin() as own:
            yield own

    def _change(self, lease: Lease, values: Json, connection: Connection | None = None) -> Job:
        with self._within(connection) as inside:
            row = self._updated(inside, values, self._held(lease.job.id, lease.token))
        if row is None:
            raise LeaseLost(f"job {lease.job.id} is no longer held by {lease.worker}")
        return job_of(row)

    def _take(self, pulse: Pulse) -> Job | None:
        """Makes a lost job ready, unless its heart has beaten meanwhile."""
        held = and_(self._held(pulse.job_id, pulse.token), self._columns.beat == pulse.beat)
        few = self._columns.losses < MAX_LOSSES - 1
        with self._engine.begin() as connection:
            row = self._updated(connection, self._lost(), held, few)
            if row is None:
                row = self._updated(connection, self._lost_for_good(), held)
        return None if row is None else job_of(row)

    def _lost(self) -> Json:
        values: Json = {"state": State.READY, "ready_at": self._clock()} | _FREE
        count = {"losses": self._columns.losses + 1, "attempts": self._columns.attempts - 1}
        return values | count

    def _lost_for_good(self) -> Json:
        error = JobError(Fault.LOST, f"the worker was lost {MAX_LOSSES} times with this job")
        values: Json = {"state": State.DEAD, "error": error.to_json()} | _FREE
        return values | {"losses": MAX_LOSSES, "finished_at": self._clock()}

    def _move(self, job_id: int, allowed: Collection[State], values: Json) -> Job:
        movable = and_(self._columns.id == job_id, self._columns.state.in_(allowed))
        with self._engine.begin() as connection:
            row = self._updated(connection, values, movable)
        if row is None:
            raise NotAllowed(f"job {job_id} is {self.job(job_id).state}")
        return job_of(row)

    def _held(self, job_id: int, token: int) -> ColumnElement[bool]:
        columns = self._columns
        return and_(columns.id == job_id, columns.token == token, columns.state == State.LEASED)

    def _updated(
        self, connection: Connection, values: Json, *which: ColumnElement[bool]
    ) -> Row[Any] | None:
        """Changes the one job that meets all conditions, if there is one."""
        statement = update(self._table).where(*which).values(values).returning(self._table)
        return connection.execute(statement).one_or_none()
