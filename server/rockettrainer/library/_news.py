"""What a library tells those who listen."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from rockettrainer.jobs import Job

_log = logging.getLogger(__name__)


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


class Board:
    """All who listen."""

    def __init__(self) -> None:
        self._listeners: tuple[Listener, ...] = ()
        self._lock = Lock()

    def add(self, listener: Listener) -> Callable[[], None]:
        """Adds one; the function that is given takes it away again."""
        with self._lock:
            self._listeners = (*self._listeners, listener)
        return lambda: self._remove(listener)

    def tell(self, news: News) -> None:
        """Tells all; a listener that fails is only a line in the log."""
        for listener in self._listeners:
            try:
                listener(news)
            except Exception:
                _log.exception("a listener failed")

    def _remove(self, listener: Listener) -> None:
        with self._lock:
            self._listeners = tuple(other for other in self._listeners if other is not listener)
