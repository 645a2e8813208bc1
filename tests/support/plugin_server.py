"""A server that the plugin in its stand-in talks to, and that keeps what it hears."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from websockets import Subprotocol
from websockets.sync.server import ServerConnection, serve

from rockettrainer import _bakkesmod

TOKEN = "a-token"  # noqa: S105
PATIENCE_S = 20


class Heard:
    """What the plugin has said so far."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []
        self.results: dict[str, dict[str, Any]] = {}
        self.headers: list[np.void] = []
        self.players: list[np.ndarray[tuple[int], np.dtype[np.void]]] = []
        self.connection: ServerConnection | None = None

    def take(self, message: str | bytes) -> None:
        if isinstance(message, bytes):
            return self._ticks(message)
        said = json.loads(message)
        if said["type"] == "event":
            self.events.append(said)
        elif said["type"] == "result":
            self.results[said["id"]] = said
        return None

    def _ticks(self, message: bytes) -> None:
        offset = 0
        while offset < len(message):
            header = np.frombuffer(message, _bakkesmod.TICK_HEADER, 1, offset)[0]
            offset += _bakkesmod.TICK_HEADER.itemsize
            count = int(header["player_count"])
            players = np.frombuffer(message, _bakkesmod.PLAYER_TICK, count, offset)
            offset += players.nbytes
            self.players.append(players)
            self.headers.append(header)

    def named(self, name: str) -> list[dict[str, Any]]:
        return [event for event in self.events if event["event"] == name]

    def command(self, **command: object) -> None:
        assert self.connection is not None
        self.connection.send(json.dumps({"type": "command", **command}))


def until(true: Callable[[], object]) -> None:
    """Waits for something another thread brings about."""
    give_up = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < give_up, "nothing came of it"
        time.sleep(0.005)


@contextmanager
def listening(home: Path) -> Iterator[Heard]:
    """Serves on a free port, which the data folder ``home`` names."""
    heard = Heard()

    def talk(connection: ServerConnection) -> None:
        connection.recv()
        heard.connection = connection  # who is welcomed may be sent commands at once
        connection.send(
            json.dumps({"type": "welcome", "protocol": 1, "server": "0.1.0", "last_event": 0})
        )
        for message in connection:
            heard.take(message)

    protocols = [Subprotocol("rockettrainer.plugin.v1")]
    with serve(talk, "127.0.0.1", 0, subprotocols=protocols) as server:
        port = server.socket.getsockname()[1]
        address = json.dumps({"port": port, "token": TOKEN})
        (home / "plugin.json").write_text(address, encoding="utf-8")
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield heard
        finally:
            server.shutdown()
            thread.join()
