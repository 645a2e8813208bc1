"""Questions to the table."""

from collections.abc import Collection

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    ScalarSelect,
    and_,
    func,
    or_,
    select,
    true,
)

from rockettrainer.jobs._job import Job, JobFilter, NoSuchJob, State
from rockettrainer.jobs._rows import job_of
from rockettrainer.jobs._table import jobs_table
from rockettrainer.jobs._watch import Pulse


def job_by_id(connection: Connection, job_id: int) -> Job:
    """One job.

    Raises:
        NoSuchJob: There is none.
    """
    jobs = jobs_table()
    row = connection.execute(select(jobs).where(jobs.c.id == job_id)).one_or_none()
    if row is None:
        raise NoSuchJob(f"there is no job {job_id}")
    return job_of(row)


def job_by_key(connection: Connection, kind: str, key: str) -> Job:
    """The job of that kind and key, which must exist."""
    jobs = jobs_table()
    query = select(jobs).where(jobs.c.kind == kind, jobs.c.key == key)
    return job_of(connection.execute(query).one())


def listed(connection: Connection, wanted: JobFilter) -> list[Job]:
    """Jobs, newest first."""
    jobs = jobs_table()
    query = select(jobs).order_by(jobs.c.id.desc()).limit(wanted.limit)
    if wanted.states:
        query = query.where(jobs.c.state.in_(wanted.states))
    if wanted.kinds:
        query = query.where(jobs.c.kind.in_(wanted.kinds))
    if wanted.before_id is not None:
        query = query.where(jobs.c.id < wanted.before_id)
    return [job_of(row) for row in connection.execute(query)]


def counted(connection: Connection) -> dict[State, int]:
    """How many jobs are in each state."""
    jobs = jobs_table()
    query = select(jobs.c.state, func.count()).group_by(jobs.c.state)
    found = {State(row[0]): int(row[1]) for row in connection.execute(query)}
    return {state: found.get(state, 0) for state in State}


def pulses(connection: Connection) -> list[Pulse]:
    """All leases there are."""
    jobs = jobs_table()
    columns = (jobs.c.id, jobs.c.token, jobs.c.beat, jobs.c.worker, jobs.c.lease_s)
    query = select(*columns).where(jobs.c.state == State.LEASED)
    return [Pulse(*row) for row in connection.execute(query)]


class Due:
    """Jobs that a worker could have at once.

    Args:
        now: Time of day.
        longest_s: No wait is longer; a longer one shows that the clock went back.
        kinds: Those that the worker can do; None for all.
    """

    def __init__(self, now: float, longest_s: float, kinds: Collection[str] | None) -> None:
        self._now = now
        self._late = now + longest_s
        self._kinds = kinds

    def count(self, connection: Connection, at_most: int) -> int:
        """How many there are, not counting further than that."""
        jobs = jobs_table()
        some = select(jobs.c.id).where(self._condition(jobs)).limit(at_most).subquery()
        return connection.execute(select(func.count()).select_from(some)).scalar_one()

    def first(self) -> ScalarSelect[int]:
        """Id of the next one; those that went down with a worker come behind the others."""
        other = jobs_table().alias()
        query = select(other.c.id).where(self._condition(other)).limit(1)
        query = query.order_by(other.c.priority, other.c.losses, other.c.id)
        return query.with_for_update(skip_locked=True).scalar_subquery()

    def _condition(self, table: FromClause) -> ColumnElement[bool]:
        waited = or_(table.c.ready_at <= self._now, table.c.ready_at > self._late)
        known = true() if self._kinds is None else table.c.kind.in_(self._kinds)
        return and_(table.c.state == State.READY, waited, known)
