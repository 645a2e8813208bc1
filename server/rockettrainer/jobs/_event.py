"""What a pool tells those who listen."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from rockettrainer.jobs._job import Job

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class JobEvent:
    """Something happened to a job."""

    job: Job
    """As it is now."""
    fraction: float | None = None
    """How far it is, from 0 to 1, where that is the news."""
    message: str = ""


Listener = Callable[[JobEvent], None]
"""Called in a thread of the pool; it should be quick."""

News = TypeVar("News")


class Listeners(Generic[News]):
    """All who listen."""

    def __init__(self) -> None:
        self._listeners: tuple[Callable[[News], None], ...] = ()
        self._lock = Lock()

    def add(self, listener: Callable[[News], None]) -> Callable[[], None]:
        """Adds one; the function that is given takes it away again."""
        with self._lock:
            self._listeners = (*self._listeners, listener)
        return lambda: self._remove(listener)

    def tell(self, news: News) -> None:
        """Tells all; a listener that fails is only lines in the log."""
        for listener in self._listeners:
            try:
                listener(news)
            except Exception:
                _log.exception("a listener failed on %s", type(news).__name__)

    def _remove(self, listener: Callable[[News], None]) -> None:
        with self._lock:
            self._listeners = tuple(other for other in self._listeners if other is not listener)
