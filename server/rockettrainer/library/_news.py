"""What a library tells those who listen."""

from collections.abc import Callable
from dataclasses import dataclass

from rockettrainer.jobs import Job


@dataclass(frozen=True, slots=True)
class JobNews:
    """Something happened to a job."""

    job: Job
    fraction: float | None = None
    """How far it is, from 0 to 1, where that is known."""
    message: str = ""


@dataclass(frozen=True, slots=True)
class MatchAdded:
    """A match is in the store that was not."""

    match_id: int


@dataclass(frozen=True, slots=True)
class MatchChanged:
    """A match was analysed anew."""

    match_id: int


@dataclass(frozen=True, slots=True)
class MatchDeleted:
    """A match is no longer there."""

    match_id: int


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far the imports are that were asked for since there were none."""

    done: int
    total: int
    failed: int
    """Of those that are done."""


News = JobNews | MatchAdded | MatchChanged | MatchDeleted | ImportProgress
Listener = Callable[[News], None]
"""Called in whatever thread the news comes from; it should be quick."""
