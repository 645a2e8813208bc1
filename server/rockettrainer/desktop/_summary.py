"""The summary of a match: a window that comes by itself and never in the way."""

import logging
from collections.abc import Callable
from threading import RLock
from typing import Any, Final, Protocol

from rockettrainer.desktop._feed import Now
from rockettrainer.desktop._monitor import Monitor
from rockettrainer.desktop._server import NoServer

SIZE: Final = (1040, 760)
"""Of the window in CSS pixels."""

_log = logging.getLogger(__name__)


class SummaryWindow(Protocol):
    """The window, as far as its coming and going is concerned."""

    @property
    def open(self) -> bool:
        """Whether it is there."""

    def load(self, address: str, monitor: Monitor | None, *, focus: bool) -> None:
        """Opens it, or shows something else in it.

        Args:
            address: Of the page.
            monitor: On which to open it; None for where the system likes.
            focus: Whether it may have the keyboard.
        """

    def allow_focus(self) -> None:
        """Lets it have the keyboard from now on, if it is used."""


class Summary:
    """Decides when the window opens.

    On a second monitor it opens at the end of the match, without the keyboard. On the only one it
    would cover podium and scoreboard, so it waits until the player has left the match.

    Args:
        window: To open.
        second: The monitor without the game, if there is one.
        address: Gives the page, by a link that works once.
        wanted: Whether the player wants it.
    """

    def __init__(
        self,
        window: SummaryWindow,
        second: Callable[[], Monitor | None],
        address: Callable[[], str],
        wanted: Callable[[], bool],
    ) -> None:
        self._window = window
        self._second = second
        self._address = address
        self._wanted = wanted
        self._lock = RLock()
        self._now = Now()
        self._pending = False

    def changed(self, now: Now) -> None:
        """Notes what the game does."""
        with self._lock:
            self._now = now
            if now.gone and self._window.open:
                self._window.allow_focus()
            self._look()

    def ended(self) -> None:
        """Notes that a summary is ready."""
        with self._lock:
            self._pending = self._wanted()
            self._look()

    def _look(self) -> None:
        second = self._second() if self._pending else None
        if not self._pending or not (self._now.gone or (second and self._now.over)):
            return
        try:
            address = self._address()
        except NoServer:
            _log.info("the summary has to wait for the server")
            return
        self._pending = False
        self._window.load(address, second, focus=self._now.gone)


class WebSummaryWindow:
    """The window of pywebview.

    Args:
        webview: The module.
        allow: Lets a window have the keyboard that was opened without.
    """

    def __init__(self, webview: Any, allow: Callable[[Any], None]) -> None:  # noqa: ANN401 (untyped)
        self._webview = webview
        self._allow = allow
        self._window: Any = None

    @property
    def open(self) -> bool:
        """Whether it is there."""
        return self._window is not None

    def load(self, address: str, monitor: Monitor | None, *, focus: bool) -> None:
        """Opens it, or shows something else in it."""
        if self._window is not None:
            self._window.load_url(address)
            return
        width, height = SIZE
        place = {}
        if monitor is not None:
            box, density = monitor.box, monitor.density
            place["x"] = round((box.x + (box.width - width * density) / 2) / density)
            place["y"] = round((box.y + (box.height - height * density) / 2) / density)
        self._window = self._webview.create_window(
            "RocketTrainer: last match",
            address,
            width=width,
            height=height,
            min_size=(480, 400),
            focus=focus,
            background_color="#06090F",
            text_select=True,
            **place,
        )
        self._window.events.closed += self._closed

    def allow_focus(self) -> None:
        """Lets it have the keyboard from now on, if it is used."""
        if self._window is not None and not self._window.focus:
            self._window.focus = True  # else pywebview takes it back on Windows
            self._allow(self._window)

    def _closed(self) -> None:
        self._window = None
