"""Waiting for what happens in other threads and processes."""

import time
from collections.abc import Callable
from typing import TypeVar

from rockettrainer.library import Library, News

T = TypeVar("T")

LONG_S = 180.0
"""The first job of a worker may have to wait until kernels are compiled, on a busy machine."""


def until(found: Callable[[], T], timeout_s: float = LONG_S) -> T:
    """Asks until the answer is true."""
    latest = time.monotonic() + timeout_s
    while not (answer := found()):
        if time.monotonic() > latest:
            raise TimeoutError
        time.sleep(0.01)
    return answer


class Heard(list[News]):
    """All news of a library from now on."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        library.subscribe(self.append)

    def of(self, kind: type[T]) -> list[T]:
        """Those of a kind."""
        return [news for news in self if isinstance(news, kind)]
