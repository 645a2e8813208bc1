"""The windows' own process: what it opens, and what keeps it in step with the rest."""

import logging
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from threading import Event, Thread
from typing import Any, Final

from rockettrainer.desktop._autostart import autostart
from rockettrainer.desktop._card import Card
from rockettrainer.desktop._feed import Feed, Now
from rockettrainer.desktop._glass import PARKED, Glass
from rockettrainer.desktop._keys import HotKeys
from rockettrainer.desktop._kit import Kit
from rockettrainer.desktop._menu import Menu
from rockettrainer.desktop._monitor import Monitor, chosen_monitor, other_monitor
from rockettrainer.desktop._page import Page
from rockettrainer.desktop._server import NoServer, OwnServer, Server
from rockettrainer.desktop._settings import SettingsFile
from rockettrainer.desktop._summary import Summary, WebSummaryWindow
from rockettrainer.desktop._tray import Tray
from rockettrainer.home import Running

GROUND: Final = "#06090F"
"""Of the page, until it is there."""
_EMPTY: Final = f"<!doctype html><body style='background:{GROUND}'>"
_BEAT_S: Final = 0.5
_WAITING_S: Final = 30.0
"""For which the card says that it waits for a game, before it goes out of the way."""
ASK: Final = "windows.ask"
"""A file in which a second start says what it wants of the first."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Options:
    """How the windows were started."""

    home: Path
    """The data folder."""
    serve: Sequence[str]
    """Command that serves, if no server runs."""
    start: Sequence[str]
    """Command that starts all of it, to be run when the user logs in."""
    edit: bool = False
    """Whether to begin with choosing the card's place."""
    tray: bool = True
    attached: bool = False
    """Whether they belong to who started them: they end when their standard input does."""


class Program:
    """Overlay, summary, tray and hot keys.

    Args:
        options: How they were started.
        kit: To make windows with.
        webview: The module.
    """

    def __init__(self, options: Options, kit: Kit, webview: Any) -> None:  # noqa: ANN401 (untyped)
        self._options = options
        self._kit = kit
        self._webview = webview
        self._file = SettingsFile(options.home)
        self._server = Server(options.home)
        self._own: OwnServer | None = None
        self._served: Running | None = None
        self._told = False
        self._stop = Event()
        self._summary = Summary(
            WebSummaryWindow(webview, kit.allow_focus),
            self._second_monitor,
            lambda: summary_address(self._server.link()),
            lambda: self._file.now.summary,
        )
        self._feed = Feed(self._server, self._changed, self._summary.ended)
        self._played_at = time.monotonic()
        self._open_card()

    def run(self) -> int:
        """Shows the windows until the program is to end.

        Returns:
            The exit status: 0 if it was told to end.
        """
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._stop.set())
        storage = str(self._options.home / "webview")
        self._webview.start(
            self._begin, gui=self._kit.gui, private_mode=False, storage_path=storage
        )
        told = self._stop.is_set()
        self._stop.set()
        if self._own is not None:
            self._own.stop()
        return 0 if told else 1

    def _open_card(self) -> None:
        see_through = self._kit.sees_through(wanted=self._file.now.see_through)
        self._window = self._webview.create_window(
            "RocketTrainer overlay",
            html=_EMPTY,
            width=1,
            height=1,
            min_size=(1, 1),
            x=PARKED[0],
            y=PARKED[1],
            frameless=True,
            easy_drag=False,
            shadow=False,
            focus=False,
            on_top=True,
            background_color=GROUND,
            transparent=see_through,
            text_select=True,
        )
        self._glass: Glass = self._kit.glass(self._window, see_through=see_through)
        self._page = Page(self._window)
        self._card = Card(self._glass, self._page, self._file)
        self._page.listen(self._card.asked)

    def _begin(self) -> None:
        """In a thread of its own, beside the kit's loop."""
        try:
            self._work()
        except Exception:
            _log.exception("the windows end")
        finally:
            for window in list(self._webview.windows):
                window.destroy()

    def _work(self) -> None:
        self._window.events.shown.wait()
        if self._options.attached:
            Thread(target=self._wait_for_end, name="attached", daemon=True).start()
        keys = self._hot_keys()
        tray = Tray(self._menu().items()) if self._options.tray else None
        self._feed.start()
        if self._options.edit:
            self._card.edit(wanted=True)
        while not self._stop.is_set():
            self._connect()
            self._obey()
            self._card.rest(wanted=self._is_idle())  # also where monitors came or windows rose
            self._inspect()
            self._stop.wait(_BEAT_S)
        self._feed.stop()
        keys.stop()
        if tray is not None:
            tray.stop()

    def _wait_for_end(self) -> None:
        while sys.stdin.buffer.read(1):
            pass
        self._stop.set()

    def _hot_keys(self) -> HotKeys:
        settings = self._file.now
        calls = {settings.show_key: self._card.toggle, settings.edit_key: self._card.edit}
        keys = self._kit.keys(calls)
        for refusal in keys.refused:
            _log.warning("hot key %s", refusal)
        return keys

    def _menu(self) -> Menu:
        autostarted = autostart(self._options.start)
        return Menu(self._card, self._file, self._server, autostarted, self._stop.set)

    def _connect(self) -> None:
        """Opens the page of the server that is there now."""
        try:
            running = self._server.running()
            if running != self._served:
                self._page.open(self._server.overlay())
                self._served = running
        except NoServer:
            if self._own is None and not self._options.attached and self._server.absent:
                self._own = OwnServer(self._options.serve)

    def _obey(self) -> None:
        """Does what a second start asked for."""
        path = self._options.home / ASK
        if path.is_file():
            with suppress(OSError):
                path.unlink()
            self._card.edit(wanted=True)

    def _is_idle(self) -> bool:
        """Whether nothing has been played for so long that all has been said about it."""
        return time.monotonic() - self._played_at > _WAITING_S

    def _changed(self, now: Now) -> None:
        if not now.gone:
            self._played_at = inf
        elif self._played_at == inf:
            self._played_at = time.monotonic()
        self._summary.changed(now)

    def _inspect(self) -> None:
        """Looks once whether the system does what it was asked for."""
        box = self._card.box
        if box is None or self._told or self._card.editing:
            return
        self._told = True
        faults = self._glass.faults(box)
        for fault in faults:
            _log.warning("%s", fault)
        if faults and self._file.now.see_through:
            _log.warning("the overlay is opened anew, without see-through")
            self._file.put(replace(self._file.now, see_through=False))
            former = self._window
            self._open_card()
            self._served = None
            former.destroy()

    def _second_monitor(self) -> Monitor | None:
        monitors = self._glass.monitors()
        return other_monitor(monitors, chosen_monitor(monitors, self._file.now.monitor))


def summary_address(link: str) -> str:
    """A one-time link to the summary (docs/overlay.md).

    Args:
        link: From `Server.link`.
    """
    return link.replace("/#/start?", "/#/summary?")
