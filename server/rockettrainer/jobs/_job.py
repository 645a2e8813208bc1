"""What the queue holds and what it says."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Final, Self

Json = dict[str, Any]
"""Of a job: its arguments, its result. Finite numbers only, for PostgreSQL takes no others."""

_MOST_CHARACTERS: Final = 4000
_MOST_BYTES: Final = 4 << 20
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


class State(StrEnum):
    """Where a job stands."""

    READY = "ready"
    """Waits for a worker, or for its next attempt."""
    LEASED = "leased"
    """A worker has it."""
    DONE = "done"
    DEAD = "dead"
    """Failed for good; the error says why."""
    CANCELLED = "cancelled"


class Fault(StrEnum):
    """The kinds of error that the queue and the pool give; a handler may give its own."""

    ERROR = "error"
    """The handler raised."""
    CRASHED = "crashed"
    """The worker's process ended while it had the job."""
    TIME = "time_limit"
    MEMORY = "memory_limit"
    RESULT = "bad_result"
    """The handler gave something that is no JSON object."""
    NOT_STORED = "not_stored"
    """The job was done, but the server could not settle it."""
    LOST = "lost"
    """Whoever had leased the job stopped answering, time and again."""


@dataclass(frozen=True, slots=True)
class JobError:
    """Why an attempt failed."""

    kind: str
    """A word that programs can rely on: a `Fault`, or one that the handler chose."""
    message: str
    hint: str = ""
    """What to do; empty if there is nothing to say."""
    detail: str = ""
    """Where in the code, for those who mend it."""

    def to_json(self) -> Json:
        """As it is stored."""
        return {field.name: _storable(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """From what was stored."""
        return cls(**{field.name: str(stored.get(field.name, "")) for field in fields(cls)})


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work. Times are seconds since the epoch, UTC."""

    id: int
    kind: str
    key: str
    """What it is about; there is one job for each kind and key."""
    args: Json
    state: State
    priority: int
    """Smaller goes first."""
    attempts: int
    """Begun, and ended by the job itself; those cut short from outside do not count."""
    max_attempts: int
    losses: int
    """How often the job was lost together with whoever had leased it."""
    ready_at: float
    worker: str | None
    result: Json | None
    error: JobError | None
    created_at: float
    started_at: float | None
    finished_at: float | None


@dataclass(frozen=True, slots=True)
class Lease:
    """A worker's hold on a job; void once somebody else got the job."""

    job: Job
    token: int
    """Fences off whoever held the job before: it is higher for each who gets it."""
    worker: str
    lease_s: float


@dataclass(frozen=True, slots=True)
class JobFilter:
    """Which jobs to list."""

    states: frozenset[State] = frozenset()
    """Empty for all."""
    kinds: frozenset[str] = frozenset()
    """Empty for all."""
    limit: int = 100
    before_id: int | None = None
    """The last one of the page before, for jobs are listed newest first."""


class LeaseLost(Exception):  # noqa: N818 (it is an event, foreseen)
    """The job is no longer this worker's: cancelled, or given to another one."""


class NoSuchJob(LookupError):  # noqa: N818
    """No job has that id."""


class NotAllowed(ValueError):  # noqa: N818
    """The state of the job forbids it."""


def _storable(text: str) -> str:
    """Short enough, and without what PostgreSQL keeps in no text."""
    return text[:_MOST_CHARACTERS].replace("\0", "\ufffd").encode(errors="replace").decode()


class JobFailure(Exception):  # noqa: N818
    """Raised by a handler that knows why it cannot do the job.

    Args:
        kind: A word that programs can rely on, such as ``truncated``.
        message: What is wrong.
        hint: What to do.
        retry: Whether another attempt may succeed.
    """

    def __init__(self, kind: str, message: str, hint: str = "", *, retry: bool = False) -> None:
        super().__init__(message)
        self.error = JobError(kind, message, hint)
        self.retry = retry


def checked(value: Json | None, what: str) -> Json | None:
    """The value, if every database can keep it.

    Raises:
        TypeError: It is no JSON object, or has something in it that is no JSON.
        ValueError: It has numbers that are not finite, is too long, or nested too deep.
    """
    if value is None:
        return None
    if not isinstance(value, dict):
        raise TypeError(f"{what} must be a JSON object, not {type(value).__name__}")
    if len(json.dumps(value, allow_nan=False)) > _MOST_BYTES:
        raise ValueError(f"{what} is longer than {_MOST_BYTES >> 20} MiB; keep it in a file")
    return value


def replay_key(sha256: str, analyser: str) -> str:
    """The key of what is done once for a replay by a version of the analysis.

    Args:
        sha256: Of the replay file, in small hexadecimal letters.
        analyser: Version of the analysis.

    Raises:
        ValueError: That is no SHA-256.
    """
    if not _SHA256.fullmatch(sha256):
        raise ValueError(f"not a SHA-256 in hexadecimal: {sha256!r}")
    return f"{sha256}:{analyser}"
