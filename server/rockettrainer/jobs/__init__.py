"""Work that waits, is done in processes of its own, and is not lost."""

from rockettrainer.jobs._event import JobEvent, Listener, Listeners
from rockettrainer.jobs._handler import Handler, Settle, Task
from rockettrainer.jobs._job import (
    Fault,
    Job,
    JobError,
    JobFailure,
    JobFilter,
    Json,
    Lease,
    LeaseLost,
    NoSuchJob,
    NotAllowed,
    State,
    replay_key,
)
from rockettrainer.jobs._place import worker_name
from rockettrainer.jobs._pool import Pool
from rockettrainer.jobs._port import JobQueue
from rockettrainer.jobs._shop import PoolSettings
from rockettrainer.jobs._sql import Backoff, SqlQueue

__all__ = [
    "Backoff",
    "Fault",
    "Handler",
    "Job",
    "JobError",
    "JobEvent",
    "JobFailure",
    "JobFilter",
    "JobQueue",
    "Json",
    "Lease",
    "LeaseLost",
    "Listener",
    "Listeners",
    "NoSuchJob",
    "NotAllowed",
    "Pool",
    "PoolSettings",
    "Settle",
    "SqlQueue",
    "State",
    "Task",
    "replay_key",
    "worker_name",
]
