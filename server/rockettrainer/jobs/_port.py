"""What a queue can do, whatever keeps it."""

from collections.abc import Collection
from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection

from rockettrainer.jobs._job import Job, JobError, JobFilter, Json, Lease, State


class JobQueue(Protocol):
    """Jobs are done at least once; what happens in one transaction with `finish`, exactly once.

    Methods that take a connection take part in its transaction: nothing is seen by others
    before it is committed, and nothing remains if it is rolled back.
    """

    def transaction(self) -> AbstractContextManager[Connection]:
        """A transaction of the database that holds the queue."""
        ...

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
        """Adds a job, or gives the one there is for that kind and key, whatever its state.

        Raises:
            TypeError, ValueError: The arguments are not plain JSON.
        """
        ...

    def claim(
        self, worker: str, lease_s: float, kinds: Collection[str] | None = None
    ) -> Lease | None:
        """Takes the next job for a worker, or None if there is none.

        Args:
            worker: From `worker_name`, or another name of its own.
            lease_s: Seconds without a heartbeat after which the job goes to another worker.
            kinds: Those that this worker can do; None for all.
        """
        ...

    def heartbeat(self, lease: Lease, *, connection: Connection | None = None) -> None:
        """Says that the worker is still at it.

        Raises:
            LeaseLost: The job is no longer this worker's.
        """
        ...

    def finish(
        self, lease: Lease, result: Json | None, *, connection: Connection | None = None
    ) -> Job:
        """Marks the job done.

        Raises:
            LeaseLost: The job is no longer this worker's.
            TypeError, ValueError: The result is not plain JSON.
        """
        ...

    def fail(self, lease: Lease, error: JobError, *, retry: bool = True) -> Job:
        """Ends an attempt: to be made again later if that is of use and attempts are left.

        Raises:
            LeaseLost: The job is no longer this worker's.
        """
        ...

    def release(self, lease: Lease) -> Job:
        """Hands the job back as if it had not been taken.

        Raises:
            LeaseLost: The job is no longer this worker's.
        """
        ...

    def sweep(self) -> list[Job]:
        """Takes jobs from workers that are gone. To be called every second or so."""
        ...

    def cancel(self, job_id: int) -> Job:
        """Ends a job that waits or runs; whoever runs it loses the lease.

        Raises:
            NoSuchJob: There is none.
            NotAllowed: It is done or dead.
        """
        ...

    def retry(self, job_id: int) -> Job:
        """Makes a job that has ended ready again, with all its attempts.

        Raises:
            NoSuchJob: There is none.
            NotAllowed: It waits or runs.
        """
        ...

    def job(self, job_id: int) -> Job:
        """One job.

        Raises:
            NoSuchJob: There is none.
        """
        ...

    def jobs(self, wanted: JobFilter | None = None) -> list[Job]:
        """Jobs, newest first."""
        ...

    def counts(self) -> dict[State, int]:
        """How many jobs are in each state."""
        ...

    def waiting(self, kinds: Collection[str] | None = None, at_most: int = 1000) -> int:
        """How many jobs a worker could have at once, not counting further than that."""
        ...
