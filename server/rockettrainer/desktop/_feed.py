"""What the server says of the game, as far as windows act on it."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Thread
from typing import Final

from websockets.exceptions import InvalidHandshake, WebSocketException
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from rockettrainer.desktop._server import NoServer, Server

_SHORTEST_S: Final = 0.5
_LONGEST_S: Final = 5.0
"""Between two tries to connect."""
_LARGEST: Final = 256 << 10

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Now:
    """What the game does."""

    connected: bool = False
    """Whether a source is."""
    phase: str = "none"

    @property
    def gone(self) -> bool:
        """Whether there is no match, so that a window may come to the front."""
        return not self.connected or self.phase == "none"

    @property
    def over(self) -> bool:
        """Whether the match is decided, or gone."""
        return self.gone or self.phase == "ended"


class Feed:
    """Follows the live channel in a thread of its own, through restarts of the server.

    Args:
        server: To follow.
        changed: Called when the game does something else.
        ended: Called when a match is over and its summary ready.
    """

    def __init__(
        self, server: Server, changed: Callable[[Now], None], ended: Callable[[], None]
    ) -> None:
        self._server = server
        self._changed = changed
        self._ended = ended
        self._now = Now()
        self._stopped = Event()
        self._socket: ClientConnection | None = None
        self._thread = Thread(target=self._run, name="live feed", daemon=True)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def stop(self) -> None:
        """Ends."""
        self._stopped.set()
        if self._socket is not None:
            self._socket.close()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        pause_s = _SHORTEST_S
        while not self._stopped.is_set():
            try:
                with self._connect() as socket:
                    self._socket = socket
                    pause_s = _SHORTEST_S
                    for message in socket:
                        self._hear(message)
            except (NoServer, OSError, TimeoutError, InvalidHandshake, WebSocketException) as error:
                _log.debug("no live channel: %s", error)
            self._become(Now())
            self._stopped.wait(pause_s)
            pause_s = min(pause_s * 2, _LONGEST_S)

    def _connect(self) -> ClientConnection:
        running = self._server.running()
        offered = ("rockettrainer.v1", f"token.{running.token}")
        return connect(
            f"ws://127.0.0.1:{running.port}/api/v1/live",
            subprotocols=[Subprotocol(name) for name in offered],
            compression=None,
            max_size=_LARGEST,
            open_timeout=_LONGEST_S,
        )

    def _hear(self, message: str | bytes) -> None:
        try:
            said = json.loads(message)
        except ValueError:
            return
        match said:
            case {"type": "state", "connected": bool() as connected, "phase": str() as phase}:
                self._become(Now(connected, phase))
            case {"type": "ended"}:
                self._ended()
            case _:
                pass

    def _become(self, now: Now) -> None:
        if now != self._now:
            self._now = now
            self._changed(now)
