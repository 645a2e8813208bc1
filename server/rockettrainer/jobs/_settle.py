"""Brings what came of a job into the queue."""

import logging
import time
from collections.abc import Callable
from typing import Final

from sqlalchemy.exc import OperationalError

from rockettrainer.jobs._handler import Handler
from rockettrainer.jobs._job import Fault, Job, JobError, JobFailure, Lease, LeaseLost
from rockettrainer.jobs._port import JobQueue
from rockettrainer.jobs._worker import End, Outcome

_PAUSES_S: Final = (0.05, 0.2, 0.5, 1.0, 2.0)

_log = logging.getLogger(__name__)


def settle(queue: JobQueue, lease: Lease, handler: Handler, outcome: Outcome) -> Job | None:
    """Ends a lease as the outcome demands.

    Args:
        queue: Of the lease.
        lease: Of the job.
        handler: Of the job's kind.
        outcome: What came of it.

    Returns:
        The job as it is then; None if it was lost, or will be, because the database is away.
    """
    try:
        if outcome.end is End.LOST:
            return None
        if outcome.end is End.STOP:
            return _patiently(lambda: queue.release(lease))
        if outcome.error is not None:
            return _fail(queue, lease, outcome.error, retry=outcome.retry)
        return _finish(queue, lease, handler, outcome)
    except LeaseLost:
        _log.info("job %s was taken or cancelled meanwhile", lease.job.id)
    except OperationalError:
        _log.exception("job %s will be done again: the database is away", lease.job.id)
    return None


def _finish(queue: JobQueue, lease: Lease, handler: Handler, outcome: Outcome) -> Job:
    try:
        return _patiently(lambda: _finish_once(queue, lease, handler, outcome))
    except (LeaseLost, OperationalError):
        raise
    except JobFailure as failure:
        return _fail(queue, lease, failure.error, retry=failure.retry)
    except Exception as error:
        _log.exception("the result of job %s could not be stored", lease.job.id)
        told = JobError(Fault.NOT_STORED, f"{type(error).__name__}: {error}")
        return _fail(queue, lease, told, retry=True)


def _finish_once(queue: JobQueue, lease: Lease, handler: Handler, outcome: Outcome) -> Job:
    """All in one transaction, which begins by making sure of the job."""
    with queue.transaction() as connection:
        queue.heartbeat(lease, connection=connection)
        result = outcome.result
        if handler.settle is not None:
            result = handler.settle(connection, lease.job, result)
        return queue.finish(lease, result, connection=connection)


def _fail(queue: JobQueue, lease: Lease, error: JobError, *, retry: bool) -> Job:
    return _patiently(lambda: queue.fail(lease, error, retry=retry))


def _patiently(action: Callable[[], Job]) -> Job:
    """Tries again while the database is locked or away."""
    for pause_s in _PAUSES_S:
        try:
            return action()
        except OperationalError:
            time.sleep(pause_s)
    return action()
