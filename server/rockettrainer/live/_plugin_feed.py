"""A plugin's life: its sessions, the events that are held of it, and their journals."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from rockettrainer.live._journal import SUFFIX, Entry, Journal, read_journal
from rockettrainer.live._plugin_session import PluginSession
from rockettrainer.sources.plugin import (
    GameEvent,
    PluginError,
    ReplaySaved,
    Tick,
    read_message,
    read_ticks,
)

_log = logging.getLogger(__name__)

_MEMORY: Final = "plugin.state"


class _About(Struct):
    instance: str
    session: int


class _Memory(Struct):
    """What outlasts the journals: they go when a session is stored."""

    instance: str
    last_event: int
    finished: int
    """The highest number of a session that is stored."""


class Held:
    """A session and its journal."""

    def __init__(self, session: PluginSession, journal: Journal) -> None:
        self.session = session
        self.journal = journal


class PluginFeed:
    """Takes in the messages of one plugin, over however many connections.

    Args:
        folder: Of the journals.
        instance: Of the plugin.
        began: Called with each new session.
        replay_saved: Called with the path of a replay that the game wrote.
    """

    def __init__(
        self,
        folder: Path,
        instance: str,
        began: Callable[[PluginSession], None],
        replay_saved: Callable[[str], None],
    ) -> None:
        self.instance = instance
        self.last_event = 0
        """The last one taken in."""
        self.held_event = 0
        """The last one that a crash of the server does not lose."""
        self.refused = 0
        """Ticks and events that were of no use."""
        self.sessions: dict[int, Held] = {}
        self._folder = folder
        self._began = began
        self._replay_saved = replay_saved
        self._finished = 0
        self._recall()

    def event(self, event: GameEvent, raw: bytes) -> None:
        """Takes in an event, once.

        Args:
            event: As read.
            raw: As it came.
        """
        if event.n <= self.last_event:
            return
        if event.n > self.last_event + 1:
            _log.warning("the plugin skipped events %d to %d", self.last_event + 1, event.n - 1)
        self.last_event = event.n
        held = self._held(event.session)
        if held is None:
            return
        held.journal.append(Entry.TEXT, raw)
        held.session.event(event)
        if isinstance(event, ReplaySaved):
            self._replay_saved(event.path)

    def skip(self, number: int) -> None:
        """Passes over an event that is of no use, if it is the next."""
        if number == self.last_event + 1:
            self.last_event = number
            self.refused += 1

    def ticks(self, ticks: list[Tick], raw: bytes) -> Iterator[PluginSession]:
        """Takes in the ticks of a message; gives the session of each that counted.

        Args:
            ticks: As read.
            raw: The message as it came.
        """
        written = 0
        for tick in ticks:
            held = self._held(tick.session)
            if held is None or held.session.closed:
                continue
            if tick.session != written:
                written = tick.session
                held.journal.append(Entry.TICKS, raw)
            if held.session.tick(tick):
                yield held.session
            else:
                self.refused += 1

    def flush(self, *, now: bool = False) -> None:
        """Hands the journals to the system when it is time; then `held_event` moves on.

        Args:
            now: Whether it is time in any case.
        """
        journals = [held.journal for held in self.sessions.values()]
        if journals and not now and not any(journal.is_due for journal in journals):
            return
        for journal in journals:
            journal.flush()
        if not any(journal.failure for journal in journals):
            self.held_event = self.last_event

    @property
    def failure(self) -> str | None:
        """Why nothing is written any more; None if all is well."""
        return next((h.journal.failure for h in self.sessions.values() if h.journal.failure), None)

    def finished(self, session: PluginSession) -> None:
        """Gives up the journal of a session that is stored."""
        held = self.sessions.get(session.number)
        if held is None or held.session is not session:
            return
        del self.sessions[session.number]
        self._finished = max(self._finished, session.number)
        self.flush(now=True)
        memory = _Memory(self.instance, self.held_event, self._finished)
        try:
            (self._folder / _MEMORY).write_bytes(msgspec.json.encode(memory))
        except OSError as error:  # then some events come once more, and are of no use
            _log.warning("what the plugin sent cannot be noted: %s", error.strerror)
        held.journal.remove()

    def close(self) -> None:
        """Ends writing; what is there is read at the next start."""
        for held in self.sessions.values():
            held.journal.close()

    def rebuild(self, path: Path) -> None:
        """Takes in a journal, as if its messages came now."""
        for record in read_journal(path):
            try:
                if record.kind is Entry.TEXT:
                    self._repeat(read_message(record.content))
                elif record.kind is Entry.TICKS:
                    for tick in read_ticks(record.content):
                        if (held := self._held(tick.session)) is not None:
                            held.session.tick(tick)
            except PluginError as error:
                _log.warning("a message in %s is of no use: %s", path, error.message)
        self.held_event = self.last_event

    def _repeat(self, event: object) -> None:
        if isinstance(event, GameEvent) and (held := self._held(event.session)) is not None:
            self.last_event = max(self.last_event, event.n)
            held.session.event(event)

    def _held(self, number: int) -> Held | None:
        """The session of that number, which may begin with whatever of it comes first."""
        if number not in self.sessions:
            if number <= self._finished:
                return None
            session = PluginSession(self.instance, number)
            about = msgspec.json.encode(_About(self.instance, number))
            journal = Journal(self._folder / f"{session.key}{SUFFIX}", about)
            self.sessions[number] = Held(session, journal)
            self._began(session)
        return self.sessions[number]

    def _recall(self) -> None:
        try:
            memory = msgspec.json.decode((self._folder / _MEMORY).read_bytes(), type=_Memory)
        except (OSError, msgspec.DecodeError):
            return
        if memory.instance == self.instance:
            self.last_event = self.held_event = memory.last_event
            self._finished = memory.finished


def left_over(folder: Path) -> dict[str, list[Path]]:
    """Journals of sessions that were not stored, by instance of the plugin."""
    found: dict[str, list[Path]] = {}
    for path in sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime):
        first = next(read_journal(path), None)
        try:
            about = msgspec.json.decode(first.content if first else b"", type=_About)
        except msgspec.DecodeError:
            _log.warning("%s is damaged from its beginning and is put aside", path)
            path.rename(path.with_suffix(".damaged"))
            continue
        found.setdefault(about.instance, []).append(path)
    return found
