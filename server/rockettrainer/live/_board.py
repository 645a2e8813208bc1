"""Who looks on: each gets the latest state, and nobody is waited for."""

import asyncio
from collections import deque
from typing import Final

_MOST: Final = 16
"""Panels and ends that wait for one who does not keep up."""


class Onlooker:
    """One page. Of the states that it was too slow for, only the latest is left."""

    def __init__(self) -> None:
        self._notes: deque[bytes] = deque(maxlen=_MOST)
        self._state: bytes | None = None
        self._some = asyncio.Event()

    def tell(self, message: bytes) -> None:
        """Keeps a state for it, in the place of the one before."""
        self._state = message
        self._some.set()

    def note(self, message: bytes) -> None:
        """Keeps a message that another does not replace."""
        self._notes.append(message)
        self._some.set()

    async def next(self) -> bytes:
        """The next message; notes come first."""
        while not (self._notes or self._state):
            self._some.clear()
            await self._some.wait()
        if self._notes:
            return self._notes.popleft()
        state, self._state = self._state or b"", None
        return state


class Board:
    """All who look on."""

    def __init__(self) -> None:
        self.onlookers: set[Onlooker] = set()

    def tell(self, message: bytes) -> None:
        """Shows a state."""
        for onlooker in self.onlookers:
            onlooker.tell(message)

    def note(self, message: bytes) -> None:
        """Shows a message that no other replaces."""
        for onlooker in self.onlookers:
            onlooker.note(message)
