"""Having a window kit's own thread do something."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")

_PATIENCE_S = 10.0


def in_gui(post: Callable[[Callable[[], None]], object], work: Callable[[], T]) -> T:
    """Has it done, and waits for what comes of it.

    Args:
        post: Gives something to the kit's thread to do.
        work: What to do.

    Raises:
        TimeoutError: The kit does not answer.
    """
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except Exception as error:
            future.set_exception(error)

    post(run)
    return future.result(_PATIENCE_S)
