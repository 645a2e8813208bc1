"""Tells all open pages what happens."""

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

MOST_WAITING: Final = 256
"""Messages kept for a page that does not keep up; beyond that the oldest go."""


class Client:
    """A page that listens."""

    def __init__(self) -> None:
        self._waiting: deque[dict[str, Any]] = deque(maxlen=MOST_WAITING)
        self._missed = 0
        self._some = asyncio.Event()

    def put(self, message: dict[str, Any]) -> None:
        """Keeps a message for it."""
        if len(self._waiting) == MOST_WAITING:
            self._missed += 1
        self._waiting.append(message)
        self._some.set()

    async def next(self) -> dict[str, Any]:
        """The next message; one that says how many were lost comes before what is left."""
        while not (self._waiting or self._missed):
            self._some.clear()
            await self._some.wait()
        if self._missed:
            missed, self._missed = self._missed, 0
            return {"type": "gap", "missed": missed}
        return self._waiting.popleft()


class Hub:
    """All pages that listen. `publish` may be called in any thread."""

    def __init__(self) -> None:
        self._clients: set[Client] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def size(self) -> int:
        """How many."""
        return len(self._clients)

    def open(self) -> None:
        """Begins; to be called in the server's loop."""
        self._loop = asyncio.get_running_loop()

    def close(self) -> None:
        """Ends."""
        self._loop = None

    def publish(self, message: dict[str, Any]) -> None:
        """Tells all."""
        loop = self._loop
        if loop is None or not self._clients:
            return
        try:
            loop.call_soon_threadsafe(self._put, message)
        except RuntimeError:  # the loop has just been closed
            self._loop = None

    @contextmanager
    def listening(self) -> Iterator[Client]:
        """A page that listens, for as long as the context lasts."""
        client = Client()
        self._clients.add(client)
        try:
            yield client
        finally:
            self._clients.discard(client)

    def _put(self, message: dict[str, Any]) -> None:
        for client in self._clients:
            client.put(message)
