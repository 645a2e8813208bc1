"""What the tray's menu does."""

import logging
import webbrowser
from collections.abc import Callable, Sequence
from dataclasses import replace

from rockettrainer.desktop._autostart import Autostart
from rockettrainer.desktop._card import Card
from rockettrainer.desktop._server import NoServer, Server
from rockettrainer.desktop._settings import SettingsFile
from rockettrainer.desktop._tray import Item

_log = logging.getLogger(__name__)


class Menu:
    """Its lines.

    Args:
        card: The overlay.
        file: Of the settings.
        server: Whose page is opened.
        autostart: Of the program.
        leave: Ends all of it.
    """

    def __init__(
        self,
        card: Card,
        file: SettingsFile,
        server: Server,
        autostart: Autostart,
        leave: Callable[[], None],
    ) -> None:
        self._card = card
        self._file = file
        self._server = server
        self._autostart = autostart
        self._leave = leave

    def items(self) -> Sequence[Item]:
        """From top to bottom."""
        return (
            Item("Open RocketTrainer", self._open),
            Item("Show the overlay", self._card.toggle, lambda: self._file.now.overlay),
            Item("Arrange the overlay", self._card.edit, lambda: self._card.editing),
            Item("Show the summary", self._summary, lambda: self._file.now.summary),
            Item("Start with the system", self._start, lambda: self._autostart.on),
            Item("Quit", self._leave),
        )

    def _open(self) -> None:
        try:
            webbrowser.open(self._server.link())
        except NoServer:
            _log.warning("the server does not answer: rockettrainer link opens the page later")

    def _summary(self) -> None:
        settings = self._file.now
        self._file.put(replace(settings, summary=not settings.summary))

    def _start(self) -> None:
        try:
            self._autostart.set(on=not self._autostart.on)
        except OSError as error:
            _log.warning("the system does not allow it: %s", error)
