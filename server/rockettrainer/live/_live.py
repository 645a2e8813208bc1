"""All that is live: the plugin's feed, the stage, the end of sessions."""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Final

from rockettrainer.library import Library
from rockettrainer.live._commands import Commands, Send
from rockettrainer.live._keep import keep, last_summary
from rockettrainer.live._kinds import TRAINING
from rockettrainer.live._plugin_feed import PluginFeed, left_over
from rockettrainer.live._plugin_session import PluginSession
from rockettrainer.live._prepare import prepare
from rockettrainer.live._saved import hand_in
from rockettrainer.live._session import Session
from rockettrainer.live._stage import Stage
from rockettrainer.live._summary import Summary
from rockettrainer.storage import StoreError

_log = logging.getLogger(__name__)

RESUME_S: Final = 90.0
"""For which a session waits for its plugin to come back; then what was seen of it is stored."""
AFTERMATH_S: Final = 2.0
"""After the final whistle: the game still awards points."""
_CURTAIN_S: Final = 60.0
"""For which the end of a session is shown, unless another begins."""
_TEND_S: Final = 0.5


class Live:
    """Sessions in progress. All methods are for the thread of the server's loop.

    Args:
        library: Where sessions go when they are over.
        clock: Steady seconds.
    """

    def __init__(self, library: Library, clock: Callable[[], float] = time.monotonic) -> None:
        self.stage = Stage(library, clock)
        self.commands = Commands(library.store.settings, clock)
        self.feed: PluginFeed | None = None
        """Of the plugin that was connected last."""
        self.problem: str | None = None
        """What went wrong with storing, for a person."""
        self.ready = asyncio.Event()
        """Set once what takes in ticks is compiled: until then they wait, or all else would."""
        self._library = library
        self._clock = clock
        self._folder = library.home / "live"
        self._send: Send | None = None
        """Of the connection that the plugin has now."""
        self._away_since = 0.0
        self._closed_at: float | None = None
        self._sessions: set[Session] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._tender: asyncio.Task[None] | None = None

    @property
    def last(self) -> Summary | None:
        """Of the session that ended last."""
        return last_summary(self._last_file)

    @property
    def is_online(self) -> bool:
        """Whether an online match goes on."""
        return any(session.is_online for session in self._sessions)

    async def open(self) -> None:
        """Begins: takes up what a server that was killed left."""
        self._folder.mkdir(parents=True, exist_ok=True)
        leftovers = left_over(self._folder)
        for instance, paths in leftovers.items():
            self._adopt(instance)
            feed = self.feed
            for path in paths:
                if feed is not None:
                    await asyncio.to_thread(feed.rebuild, path)
            if _is_cold(paths):
                self._give_up()
        for session in self._of_plugin():
            session.connected = False
        self._away_since = self._clock()
        self._start(self._prepare())
        self._tender = asyncio.create_task(self._tend())

    async def close(self) -> None:
        """Ends; sessions that go on are taken up at the next start."""
        if self._tender is not None:
            self._tender.cancel()
        if self.feed is not None:
            self.feed.flush(now=True)
            self.feed.close()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def adopt(self, instance: str) -> PluginFeed:
        """The feed of a plugin that has said hello; sessions of another one are over."""
        return self._adopt(instance)

    def plugin_came(self, send: Send) -> None:
        """A plugin is connected.

        Args:
            send: Sends it a text, and stands for the connection.
        """
        self._send = send
        self.commands.connect(send)
        self.stage.plugin_connected = True
        for session in self._of_plugin():
            session.connected = True
        self.stage.show()

    def plugin_went(self, send: Send) -> None:
        """A connection is no more; where a newer one has taken its place, that is no matter."""
        if self._send is not send:
            return
        self._send = None
        self.commands.connect(None)
        self.stage.plugin_connected = False
        self._away_since = self._clock()
        for session in self._of_plugin():
            session.connected = False
        if self.feed is not None:
            self.feed.flush(now=True)
        self.stage.show()

    def begin(self, session: Session) -> None:
        """A session begins: it is shown, and what waits for one is done."""
        self._sessions.add(session)
        self._closed_at = None
        self.stage.enter(session)

    def tick(self, session: Session) -> None:
        """A session has taken in a row."""
        self.stage.tick(session)
        ended_s = session.ended_s
        if ended_s is not None and session.recorder.time_s - ended_s >= AFTERMATH_S:
            self.end(session)

    def end(self, session: Session, *, partial: bool = False) -> None:
        """A session is over: it is stored, and told of.

        Args:
            session: That is over.
            partial: Whether its end was missed.
        """
        if session.closed:
            return
        session.closed = True
        self._closed_at = self._clock()
        missed = partial or (session.is_match and session.ended_s is None)
        self._start(self._store(session, self.feed, partial=missed))

    def told(self, session: PluginSession) -> None:
        """A plugin's session has taken in an event."""
        if session.kind in TRAINING and session.connected:
            self.commands.session_began()
        if session.over:
            self.end(session)

    def replay_saved(self, path: str) -> None:
        """The game has written a replay."""
        self._start(self._hand_in(path))

    @property
    def _last_file(self) -> Path:
        return self._folder / "last.json"

    def _adopt(self, instance: str) -> PluginFeed:
        if self.feed is None or self.feed.instance != instance:
            self._give_up()
            self.feed = PluginFeed(self._folder, instance, self.begin, self.replay_saved)
        return self.feed

    def _of_plugin(self) -> list[PluginSession]:
        return [held.session for held in self.feed.sessions.values()] if self.feed else []

    def _give_up(self) -> None:
        """Ends what goes on of a plugin that will not come back."""
        for session in self._of_plugin():
            self.end(session, partial=True)

    async def _store(self, session: Session, feed: PluginFeed | None, *, partial: bool) -> None:
        match_id = None
        try:
            summary = await asyncio.to_thread(
                keep, self._library, session, partial=partial, place=self._last_file
            )
            match_id, self.problem = summary.match_id, None
            session.stored = True
            if feed is not None and isinstance(session, PluginSession):
                feed.finished(session)
        except (StoreError, OSError) as error:
            self.problem = f"The session could not be stored: {error}. It is tried again at start."
            _log.warning("%s", self.problem)
        self._sessions.discard(session)
        self.stage.ended(session, match_id)

    async def _prepare(self) -> None:
        try:
            await asyncio.to_thread(prepare)
        finally:
            self.ready.set()

    async def _hand_in(self, path: str) -> None:
        await asyncio.to_thread(hand_in, self._library, path)

    async def _tend(self) -> None:
        """Looks after what time alone brings."""
        while True:
            await asyncio.sleep(_TEND_S)
            now = self._clock()
            waiting = not self.stage.plugin_connected
            if waiting and now - self._away_since > RESUME_S:
                self._give_up()
            if self._closed_at is not None and now - self._closed_at > _CURTAIN_S:
                self._closed_at = None
                self.stage.leave()
            card = self.stage.card
            if card is not None:
                failure = self.feed.failure if self.feed else None
                card.warning = f"Not written to disk: {failure}" if failure else self.problem

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _is_cold(paths: list[Path]) -> bool:
    """Whether journals are too old for their plugin to come back."""
    latest = max(path.stat().st_mtime for path in paths)
    return time.time() - latest > RESUME_S
