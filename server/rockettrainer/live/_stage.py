"""What is shown now, and how often."""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Final

from rockettrainer.library import Library
from rockettrainer.live._board import Board, Onlooker
from rockettrainer.live._kinds import Source
from rockettrainer.live._numbers import SETTING, usual
from rockettrainer.live._session import Session
from rockettrainer.live._show import Card, Ended, Panel, State, encoded
from rockettrainer.storage import StoreError

_log = logging.getLogger(__name__)

EVERY_S: Final = 1.0 / 30.0
"""Between states, at least."""


class Stage:
    """Shows one session to all who look on.

    Args:
        library: That knows what is usual.
        clock: Steady seconds.
    """

    def __init__(self, library: Library, clock: Callable[[], float] = time.monotonic) -> None:
        self.card: Card | None = None
        self.plugin_connected = False
        self._library = library
        self._clock = clock
        self._board = Board()
        self._due = 0.0
        self._n = 0
        self._shown: tuple[object, ...] | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def enter(self, session: Session) -> None:
        """Shows a session from now on, unless a plugin's goes on: that one sees more."""
        now = self.card.session if self.card is not None else None
        sees_more = now is not None and now.source is Source.PLUGIN and not now.closed
        if sees_more and session.source is not Source.PLUGIN:
            return
        wanted = self._library.store.settings.get(SETTING, ())
        self.card = Card(session, tuple(map(str, wanted)))
        self._due = 0.0

    def leave(self) -> None:
        """Shows nothing any more."""
        self.card = None
        self.show()

    def choose(self) -> None:
        """Looks anew which numbers the user wants."""
        if self.card is not None:
            self.enter(self.card.session)

    def tick(self, session: Session) -> None:
        """Shows how a session stands, if it is its turn and it is time."""
        card = self.card
        if card is None or card.session is not session:
            return
        now = self._clock()
        if now < self._due:
            return
        self._due = max(self._due + EVERY_S, now)
        self.show()

    def show(self) -> None:
        """Shows the present state at once."""
        self._refresh()
        self._board.tell(encoded(self.state()))

    def ended(self, session: Session, match_id: int | None) -> None:
        """Says that a session is over."""
        self._board.note(encoded(Ended(match_id, session.key)))
        self.show()

    def state(self) -> State:
        """The present state."""
        self._n += 1
        if self.card is None:
            return State(self._n, connected=self.plugin_connected)
        return self.card.state(self._n)

    def panel(self) -> Panel:
        """The numbers that are shown."""
        return Panel(()) if self.card is None else self.card.panel()

    def join(self) -> Onlooker:
        """One more looks on, and is told what there is."""
        onlooker = Onlooker()
        onlooker.note(encoded(self.panel()))
        onlooker.tell(encoded(self.state()))
        self._board.onlookers.add(onlooker)
        return onlooker

    def part(self, onlooker: Onlooker) -> None:
        """One looks on no more."""
        self._board.onlookers.discard(onlooker)

    @property
    def size(self) -> int:
        """How many look on."""
        return len(self._board.onlookers)

    def _refresh(self) -> None:
        """Says which numbers there are, when they have changed, and finds what is usual."""
        shown = (self.card, *(m.key for m in self.card.metrics)) if self.card is not None else ()
        if shown == self._shown:
            return
        self._shown = shown
        self._board.note(encoded(self.panel()))
        if self.card is not None:
            task = asyncio.get_running_loop().create_task(self._find_usual(self.card))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _find_usual(self, card: Card) -> None:
        playlist = card.session.recorder.info.playlist
        key = playlist.key if playlist else None
        try:
            card.usual = await asyncio.to_thread(usual, self._library.store, card.keys, key)
        except StoreError as error:
            _log.warning("what is usual is not known: %s", error.message)
