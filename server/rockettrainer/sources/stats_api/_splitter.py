"""A stream of JSON objects that nothing separates, cut into its objects.

The game writes one object behind the other, and the network hands them over in pieces that end
anywhere: inside a name, an escape, a letter of several bytes. So braces are counted, outside
strings. All that matters here is ASCII, which no other byte of UTF-8 or of a Windows code page
looks like, so the bytes need not be text.
"""

import re
from typing import Final

LARGEST_BYTES: Final = 1 << 19
"""Of one object. The largest that the game sends, eight players at full length, has some 6 KiB."""

_PLAIN: Final = re.compile(rb'[^"{}]*+')
"""Outside strings: what neither nests nor begins a string."""
_IN_STRING: Final = re.compile(rb'(?:[^"\\]++|\\.)*+', re.DOTALL)
"""Inside one: up to its end or half of an escape."""
_MAY_FOLLOW: Final = frozenset(b",:]} \t\r\n")
"""What valid JSON has behind a string inside of an object."""
_RESTART: Final = b'"Event"'
"""The first name in a message, which stands nowhere further inside."""
_NEAR: Final = 64
"""Bytes from a brace to the first name, at most."""
_QUOTE, _OPEN, _CLOSE = b'"{}'


class Splitter:
    """Takes in pieces, gives objects.

    What belongs to none is skipped and counted. A message that breaks off costs itself alone: the
    next one is recognised inside it.

    Attributes:
        skipped: Bytes that belong to no object.
        broken: Objects that broke off, or were no JSON.
        too_large: Objects given up because of their size.
    """

    def __init__(self, largest_bytes: int = LARGEST_BYTES) -> None:
        self._largest = largest_bytes
        self.skipped = 0
        self.broken = 0
        self.too_large = 0
        self._buffer = bytearray()
        self._forget(0)

    @property
    def held_bytes(self) -> int:
        """Kept of an object that is not whole yet."""
        return len(self._buffer)

    def feed(self, piece: bytes) -> list[bytes]:
        """Takes in the next piece.

        Args:
            piece: Of any length.

        Returns:
            The objects that are whole with it.
        """
        self._buffer += piece
        found: list[bytes] = []
        while self._step(found):
            pass
        if self._depth == 0:
            self.skipped += len(self._buffer.strip())
            self._forget(len(self._buffer))
        elif len(self._buffer) > self._largest:
            self.too_large += 1
            self.skipped += len(self._buffer)
            self._forget(len(self._buffer))
        return found

    def restart(self) -> None:
        """Drops what is held: another connection begins."""
        self.skipped += len(self._buffer)
        self._forget(len(self._buffer))

    def _forget(self, count: int) -> None:
        """Drops the first bytes; what follows is outside of any object."""
        del self._buffer[:count]
        self._at = self._depth = self._opened = 0
        self._string: int | None = None
        """Where the string began that is being read."""

    def _step(self, found: list[bytes]) -> bool:
        """Reads on to the next byte that matters; whether there was one."""
        if self._depth == 0:
            return self._begin()
        if self._string is not None:
            return self._end_string(self._string)
        match = _PLAIN.match(self._buffer, self._at)
        self._at = match.end() if match else self._at
        if self._at == len(self._buffer):
            return False
        byte = self._buffer[self._at]
        if byte == _QUOTE:
            self._string = self._at
        elif byte == _OPEN:
            self._opened = self._at
        self._at += 1
        self._depth += (byte == _OPEN) - (byte == _CLOSE)
        if self._depth == 0:
            self._end_object(found)
        return True

    def _begin(self) -> bool:
        start = self._buffer.find(_OPEN)
        if start < 0:
            return False
        self.skipped += len(self._buffer[:start].strip())
        self._forget(start)
        self._at = self._depth = 1
        return True

    def _end_object(self, found: list[bytes]) -> None:
        whole = bytes(self._buffer[: self._at])
        if len(whole) > self._largest:
            self.too_large += 1
            self.skipped += len(whole)
        else:
            found.append(whole)
        self._forget(self._at)

    def _end_string(self, start: int) -> bool:
        match = _IN_STRING.match(self._buffer, self._at)
        self._at = match.end() if match else self._at
        if self._at + 1 >= len(self._buffer) or self._buffer[self._at] != _QUOTE:
            return False  # neither its end nor what follows it is here yet
        self._at += 1
        if self._buffer[self._at] not in _MAY_FOLLOW:
            self._restart(self._at - 1)
            return True
        self._string = None
        if self._depth > 1 and self._buffer[start : self._at] == _RESTART and self._leads(start):
            self._restart(start)
        return True

    def _leads(self, start: int) -> bool:
        """Whether a string is the first of its object."""
        near = start - self._opened <= _NEAR
        return near and not self._buffer[self._opened + 1 : start].strip()

    def _restart(self, quote: int) -> None:
        """Gives up the object; another one begins before a quote, if a brace does."""
        before = self._buffer[:quote].rstrip()
        kept = len(before) - 1 if before.endswith(b"{") else quote + 1
        self.broken += 1
        self.skipped += kept
        self._forget(kept)
