"""How the demo's match reaches the server: by the plugin, or by the game's Stats API."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

from rockettrainer.cli._demo_server import PATIENCE_S
from rockettrainer.library import Library
from rockettrainer.sources.simulation import HostGame, Scene, Setup, StatsServer, Teller

PLUGIN, STATS_API = "plugin", "stats-api"
_SETTING: Final = "stats_api"
"""Of the server: where it listens for the Stats API."""


class NotConnected(Exception):  # noqa: N818 (it says what is so)
    """The server and the simulated game have not found each other."""


class Disguise(Protocol):
    """A simulated game, for the server."""

    def open(self) -> None:
        """Begins the match, once the server listens.

        Raises:
            NotConnected: It does not.
        """

    def play(self, scene: Scene) -> None:
        """Plays a tick."""

    def close(self) -> None:
        """Ends the match."""

    @property
    def counts(self) -> tuple[int, int]:
        """Ticks or messages sent, and lost."""
        ...


@contextmanager
def disguise(source: str, setup: Setup, home: Path) -> Iterator[Disguise]:
    """A game for the server, which is started afterwards.

    Args:
        source: `PLUGIN` or `STATS_API`.
        setup: Of the match.
        home: Data folder of the server.
    """
    if source == PLUGIN:
        _listen(home, {"enabled": False})
        yield _Plugin(setup, home)
        return
    with StatsServer() as server:
        ports = {"tcp_port": server.tcp_port, "web_port": server.web_port}
        _listen(home, {"enabled": True} | ports)
        yield _Stats(setup, server)


def _listen(home: Path, setting: dict[str, bool | int]) -> None:
    """Keeps the server off the ports of a real game, which has no part in a demo."""
    with Library(home) as library:
        library.store.settings.put(_SETTING, setting)


class _Plugin:
    def __init__(self, setup: Setup, home: Path) -> None:
        self._game = HostGame(setup, str(home))

    def open(self) -> None:
        latest = time.monotonic() + PATIENCE_S
        while not self._game.status.connected:
            if time.monotonic() > latest:
                raise NotConnected(f"the plugin says: {self._game.status.text}")
            self._game.wait()
            time.sleep(0.02)
        self._game.open()

    def play(self, scene: Scene) -> None:
        self._game.play(scene)

    def close(self) -> None:
        self._game.close()

    @property
    def counts(self) -> tuple[int, int]:
        status = self._game.status
        return status.ticks_sent, status.ticks_dropped


class _Stats:
    def __init__(self, setup: Setup, server: StatsServer) -> None:
        self._teller = Teller(setup)
        self._server = server

    def open(self) -> None:
        latest = time.monotonic() + PATIENCE_S
        while not self._server.listeners:
            if time.monotonic() > latest:
                raise NotConnected("the server does not listen to the Stats API")
            time.sleep(0.02)
        self._send(self._teller.begin())

    def play(self, scene: Scene) -> None:
        self._send(self._teller.tell(scene))

    def close(self) -> None:
        self._send(self._teller.end())

    def _send(self, messages: Iterator[bytes]) -> None:
        for message in messages:
            self._server.send(message)

    @property
    def counts(self) -> tuple[int, int]:
        return self._server.sent, 0
