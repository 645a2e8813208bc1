"""One connection of a plugin."""

import logging
from typing import Final

from rockettrainer import __version__
from rockettrainer.live._commands import Send
from rockettrainer.live._live import Live
from rockettrainer.live._plugin_feed import PluginFeed
from rockettrainer.sources.plugin import (
    Hello,
    PluginError,
    Result,
    acknowledge,
    check_hello,
    event_number,
    read_message,
    read_ticks,
    welcome,
)

_log = logging.getLogger(__name__)

MOST_FLAWS: Final = 100
"""After so many messages that are of no use, a plugin is cut off."""


class PluginLink:
    """Takes in what a plugin sends over one connection, and answers.

    Args:
        live: All that is live.
        send: Sends a text to the plugin; must not wait.
    """

    def __init__(self, live: Live, send: Send) -> None:
        self.flaws = 0
        """Messages that were refused."""
        self._live = live
        self._send = send
        self._feed: PluginFeed | None = None
        self._acknowledged = 0

    def text(self, message: str) -> None:
        """Takes in a text message.

        Raises:
            PluginError: The first message is no hello that we understand, or too many were of no
                use: the connection should be closed.
        """
        try:
            read = read_message(message)
        except PluginError as error:
            self._flawed(error)
            self._skip(message)
            return
        if isinstance(read, Hello):
            self._greet(read)
        elif isinstance(read, Result):
            self._live.commands.answered(read)
        elif self._feed is not None:
            self._feed.event(read, message.encode())
            self._look_after(read.session)

    def binary(self, message: bytes) -> None:
        """Takes in ticks; raises as `text` does."""
        feed = self._feed
        try:
            ticks = read_ticks(message)
        except PluginError as error:
            self._flawed(error)
            return
        if feed is None:
            return
        for session in feed.ticks(ticks, message):
            self._live.tick(session)
        self.acknowledge()

    def acknowledge(self) -> None:
        """Says which events are held, when it is time."""
        feed = self._feed
        if feed is None:
            return
        feed.flush()
        if feed.held_event > self._acknowledged:
            self._acknowledged = feed.held_event
            self._send(acknowledge(feed.held_event))

    def closed(self) -> None:
        """The connection is no more."""
        if self._feed is not None:
            self._live.plugin_went(self._send)
            self._feed = None

    def _greet(self, hello: Hello) -> None:
        check_hello(hello)
        self._feed = self._live.adopt(hello.instance)
        self._feed.flush(now=True)
        self._acknowledged = self._feed.held_event
        self._send(welcome(__version__, self._acknowledged))
        self._live.plugin_came(self._send)

    def _look_after(self, number: int) -> None:
        held = self._feed.sessions.get(number) if self._feed is not None else None
        if held is not None:
            self._live.told(held.session)

    def _skip(self, message: str) -> None:
        """Counts an event that is refused as taken in: sent again it would be refused again."""
        number = event_number(message)
        if self._feed is not None and number is not None:
            self._feed.skip(number)

    def _flawed(self, error: PluginError) -> None:
        self.flaws += 1
        if self._feed is None or self.flaws > MOST_FLAWS:
            raise error
        _log.info("a message of the plugin is refused (%s): %s", error.kind, error.message)
