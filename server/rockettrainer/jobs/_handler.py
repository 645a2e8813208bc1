"""What does the jobs of a kind."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from sqlalchemy import Connection

from rockettrainer.jobs._job import Job, Json

TIME_S: Final = 120.0
"""A replay takes well under a second; a minute goes by where kernels are compiled first."""
MEMORY_BYTES: Final = 1 << 30
"""A replay takes a quarter of it, interpreter and kernels included."""

Settle = Callable[[Connection, Job, Json | None], Json | None]


class Task(Protocol):
    """What a function that does a job knows and can say."""

    @property
    def job_id(self) -> int:
        """Of the job."""
        ...

    @property
    def key(self) -> str:
        """Of the job."""
        ...

    @property
    def attempt(self) -> int:
        """Counts from 1."""
        ...

    def progress(self, fraction: float, message: str = "") -> None:
        """Says how far the job is; may be called as often as one likes.

        Args:
            fraction: From 0 to 1.
            message: What is being done.
        """
        ...


@dataclass(frozen=True, slots=True)
class Handler:
    """How jobs of a kind are done."""

    kind: str
    function: str
    """``module:function``, called as ``function(args, task)`` in a worker process; it gives a JSON
    object or None. It raises `JobFailure` where it knows what is wrong."""
    time_s: float = TIME_S
    memory_bytes: int = MEMORY_BYTES
    """That the worker process may have, interpreter included."""
    settle: Settle | None = None
    """Called in the server's process as ``settle(connection, job, result)``, in the transaction
    that marks the job done: what it writes there is written once, or not at all. It gives what to
    keep as the job's result."""
