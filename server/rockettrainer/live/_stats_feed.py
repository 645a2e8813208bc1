"""The Stats API's feed: listens to the game, and makes sessions of what it tells."""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Collection
from contextlib import aclosing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from rockettrainer.library import Library
from rockettrainer.live._journal import SUFFIX
from rockettrainer.live._live import RESUME_S, Live
from rockettrainer.live._stats_held import Held
from rockettrainer.sources.stats_api import (
    TCP_PORT,
    WEB_PORT,
    Client,
    Connected,
    CountdownBegin,
    Disconnected,
    Event,
    MatchCreated,
    MatchDestroyed,
    MatchInitialized,
    Reader,
    UpdateState,
)

_log = logging.getLogger(__name__)

SETTING: Final = "stats_api"
"""Key of what the user chose: ``enabled``, ``tcp_port``, ``web_port``."""
FOLDER: Final = "stats_api"
"""Of the journals, beside the plugin's."""
_BEGINNINGS: Final = (MatchCreated, MatchInitialized)
_MAY_BEGIN: Final = (*_BEGINNINGS, CountdownBegin, UpdateState)
_LAST_PORT: Final = 65535
_TEND_S: Final = 1.0


@dataclass(frozen=True, slots=True)
class StatsApiSettings:
    """How to listen; always on this machine."""

    enabled: bool = True
    tcp_port: int = TCP_PORT
    web_port: int = WEB_PORT

    @classmethod
    def of(cls, chosen: Any) -> Self:  # noqa: ANN401 (JSON is any of many types)
        """What the user chose; the usual in the place of what makes no sense."""
        found = chosen if isinstance(chosen, dict) else {}
        enabled = found.get("enabled")
        return cls(
            enabled if isinstance(enabled, bool) else True,
            _port(found.get("tcp_port"), TCP_PORT),
            _port(found.get("web_port"), WEB_PORT),
        )


class StatsApiFeed:
    """Listens for as long as the server runs. All methods are for the server's loop.

    A match of which the plugin tells is left to the plugin: it sees more.

    Args:
        live: Where sessions go.
        folder: Of what is live.
        settings: How to listen.
        known: Gives the names or accounts of who plays here, where they are known.
        clock: Seconds that go on when the server starts again.
    """

    def __init__(
        self,
        live: Live,
        folder: Path,
        settings: StatsApiSettings,
        known: Callable[[], Collection[str]] = tuple,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self.reader = Reader()
        self.client = Client(settings.tcp_port, settings.web_port)
        self.connected = False
        self._live = live
        self._folder = folder / FOLDER
        self._settings = settings
        self._known = known
        self._clock = clock or _going_on()
        self._held: Held | None = None
        self._unstored: list[Held] = []
        """Their journals are needed."""
        self._tasks: list[asyncio.Task[None]] = []

    @classmethod
    def of(cls, live: Live, library: Library) -> Self:
        """The feed as the user wants it.

        Args:
            live: Where sessions go.
            library: That knows the user's choices and accounts.
        """

        def known() -> tuple[str, ...]:
            people = () if library.me.is_guess else library.me.people()
            return tuple(person.account for person in people)

        settings = StatsApiSettings.of(library.store.settings.get(SETTING))
        return cls(live, library.home / "live", settings, known)

    def start(self) -> None:
        """Begins to listen, if the user wants it; takes up what a killed server left."""
        if not self._settings.enabled:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        self._tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._tend())]

    async def stop(self) -> None:
        """Ends; a match that goes on is taken up at the next start."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._let_go()
        for held in self._unstored:
            held.journal.close()

    def hear(self, raw: bytes) -> None:
        """Takes in an object, as the game sent it."""
        event = self.reader.read(raw)
        if event is None:
            return
        now_s = self._clock()
        held = self._held_for(event, now_s)
        if held is None or held.session.closed:
            return
        held.take(event, raw, now_s)
        if isinstance(event, UpdateState):
            self._live.tick(held.session)
        elif isinstance(event, MatchDestroyed):
            self._end(held)

    def _held_for(self, event: Event, now_s: float) -> Held | None:
        """The match that an event is of; a new one where it begins one."""
        held = self._held
        if held is not None and not _is_another(event, held):
            return held
        if not isinstance(event, _MAY_BEGIN) or self._live.stage.plugin_connected:
            return None
        if held is not None:
            self._end(held)
        key = f"stats-{secrets.token_hex(8)}"
        held = Held(self._folder / f"{key}{SUFFIX}", key, self._known())
        held.heard_s = now_s
        self._begin(held)
        return held

    def _begin(self, held: Held) -> None:
        self._held = held
        self._unstored.append(held)
        self._live.begin(held.session)

    def _end(self, held: Held, *, partial: bool = False) -> None:
        """Ends a match; it is still held, so that what the game tells after it is known for its."""
        if not held.session.closed:
            held.session.settle()
            self._live.end(held.session, partial=partial)

    async def _listen(self) -> None:
        await self._live.ready.wait()
        self._take_up()
        async with aclosing(self.client.objects()) as objects:
            async for item in objects:
                if isinstance(item, bytes):
                    self.hear(item)
                else:
                    self._connection(item)

    def _connection(self, news: Connected | Disconnected) -> None:
        self.connected = isinstance(news, Connected)
        _log.info("Stats API: %s", news)
        if self._held is not None:
            self._held.session.connected = self.connected
            self._live.stage.show()

    def _take_up(self) -> None:
        """Goes on with the match that was left, if it may go on; ends others."""
        for path in sorted(self._folder.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime):
            if self._held is not None:
                self._end(self._held, partial=True)
            held = Held.again(path)
            if held is None:
                path.rename(path.with_suffix(".damaged"))
                continue
            held.session.connected = False
            self._begin(held)

    async def _tend(self) -> None:
        """Looks after what time alone brings."""
        while True:
            held = self._held
            if held is not None and self._clock() - held.heard_s > RESUME_S:
                self._end(held, partial=held.session.ended_s is None)
            self._let_go()
            await asyncio.sleep(_TEND_S)

    def _let_go(self) -> None:
        """Removes the journals of what is stored."""
        for held in [held for held in self._unstored if held.session.stored]:
            with suppress(OSError):
                held.journal.remove()
            self._unstored.remove(held)


def _port(chosen: object, usual: int) -> int:
    return chosen if isinstance(chosen, int) and 0 <= chosen <= _LAST_PORT else usual


def _is_another(event: Event, held: Held) -> bool:
    """Whether an event is of another match than the one that is held."""
    guid = event.match_guid or None
    if guid is not None and held.guid is not None:
        return guid != held.guid
    begun = held.session.closed or held.session.active_s > 0.0
    return isinstance(event, _BEGINNINGS) and begun


def _going_on() -> Callable[[], float]:
    """A steady clock that agrees with the one of a server before."""
    offset_s = time.time() - time.monotonic()
    return lambda: time.monotonic() + offset_s
