"""A Stats API session and its journal."""

import struct
from collections.abc import Collection
from pathlib import Path
from typing import Final, Self

import msgspec
from msgspec import Struct

from rockettrainer.live._journal import Entry, Journal, read_journal
from rockettrainer.live._stats_session import StatsSession
from rockettrainer.sources.stats_api import Event, Reader, UpdateState

_WHEN: Final = struct.Struct("<d")


class _About(Struct):
    key: str
    known: tuple[str, ...] = ()


class Held:
    """What the game tells of one match, taken in and written down.

    Args:
        path: Of the journal; what is in it already is not read.
        key: Of the session.
        known: Names or accounts of who plays here, where they are known.
    """

    def __init__(self, path: Path, key: str, known: Collection[str] = ()) -> None:
        self.session = StatsSession(key, known)
        self.guid: str | None = None
        """Of the match; None offline."""
        self.heard_s = 0.0
        """When the game told something last."""
        about = msgspec.json.encode(_About(key, tuple(known)))
        self.journal = Journal(path, about)

    @classmethod
    def again(cls, path: Path) -> Self | None:
        """One whose journal a server that was killed left; None if it is of no use."""
        records = read_journal(path)
        try:
            about = msgspec.json.decode(next(records).content, type=_About)
        except (StopIteration, msgspec.DecodeError):
            return None
        held, reader = cls(path, about.key, about.known), Reader()
        for record in records:
            (now_s,) = _WHEN.unpack_from(record.content)
            if (event := reader.read(record.content[_WHEN.size :])) is not None:
                held._hear(event, now_s)
        return held

    def take(self, event: Event, raw: bytes, now_s: float) -> None:
        """Takes in an event.

        Args:
            event: As read.
            raw: As it came.
            now_s: When, in seconds that go on when the server starts again.
        """
        kind = Entry.TICKS if isinstance(event, UpdateState) else Entry.TEXT
        self.journal.append(kind, _WHEN.pack(now_s) + raw)
        if self.journal.is_due:
            self.journal.flush()
        self._hear(event, now_s)

    def _hear(self, event: Event, now_s: float) -> None:
        self.guid = self.guid or event.match_guid or None
        self.heard_s = now_s
        self.session.take(event, now_s)
