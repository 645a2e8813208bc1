"""Connection to the game, over whichever of its two ports answers."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from rockettrainer.sources.stats_api._splitter import LARGEST_BYTES, Splitter

HOST: Final = "127.0.0.1"
"""The game listens here alone, and nobody else's Stats API is asked."""
TCP_PORT: Final = 49123
WEB_PORT: Final = 49124

Transport: TypeAlias = Literal["tcp", "web"]

_PIECE_BYTES: Final = 1 << 16
_ANSWER_S: Final = 3.0
"""A port on this machine answers at once or not at all."""
_FIRST_WAIT_S: Final = 0.5
_LONGEST_WAIT_S: Final = 5.0
_NONSENSE_BYTES: Final = 1 << 20
"""After so much without one message it is not the game that listens there."""


@dataclass(frozen=True, slots=True)
class Connected:
    """The game answered."""

    transport: Transport


@dataclass(frozen=True, slots=True)
class Disconnected:
    """The connection ended."""

    reason: str


Pieces: TypeAlias = AsyncIterator[bytes]
_Opener: TypeAlias = Callable[[int], AbstractAsyncContextManager[Pieces]]


class Client:
    """Connects, and connects again, for as long as it is asked for more.

    Holds one object at most; who asks slowly makes the game wait, not memory grow.

    Args:
        tcp_port: Of the undivided stream; 0 leaves it out.
        web_port: Of the WebSocket; 0 leaves it out.
        splitter: Cuts objects; its counts are the connection's.
    """

    def __init__(
        self,
        tcp_port: int = TCP_PORT,
        web_port: int = WEB_PORT,
        splitter: Splitter | None = None,
    ) -> None:
        self.splitter = splitter or Splitter()
        ways: list[tuple[Transport, _Opener, int]] = [
            ("tcp", _open_tcp, tcp_port),
            ("web", _open_web, web_port),
        ]
        self._ways = [way for way in ways if way[2]]

    async def objects(self) -> AsyncGenerator[bytes | Connected | Disconnected, None]:
        """Objects as they come, and the comings and goings of the connection; never ends."""
        wait_s = _FIRST_WAIT_S
        while True:
            for transport, opener, port in self._ways:
                async for item in self._connected(transport, opener, port):
                    wait_s = _FIRST_WAIT_S if isinstance(item, bytes) else wait_s
                    yield item
            await asyncio.sleep(wait_s)
            wait_s = min(2.0 * wait_s, _LONGEST_WAIT_S)

    async def _connected(
        self, transport: Transport, opener: _Opener, port: int
    ) -> AsyncIterator[bytes | Connected | Disconnected]:
        try:
            async with opener(port) as pieces:
                yield Connected(transport)
                async for whole in self._objects(pieces):
                    yield whole
        except (OSError, TimeoutError) as error:
            if not isinstance(error, ConnectionRefusedError | TimeoutError):
                yield Disconnected(str(error))
            return
        yield Disconnected("the other side ended it")

    async def _objects(self, pieces: Pieces) -> AsyncIterator[bytes]:
        nonsense = 0
        self.splitter.restart()
        async for piece in pieces:
            wholes = self.splitter.feed(piece)
            nonsense = 0 if wholes else nonsense + len(piece)
            for whole in wholes:
                yield whole
            if nonsense > _NONSENSE_BYTES:
                raise ConnectionError("what listens there is not the game")


@asynccontextmanager
async def _open_tcp(port: int) -> AsyncIterator[Pieces]:
    opening = asyncio.open_connection(HOST, port, limit=_PIECE_BYTES)
    reader, writer = await asyncio.wait_for(opening, _ANSWER_S)

    async def pieces() -> Pieces:
        while piece := await reader.read(_PIECE_BYTES):
            yield piece

    try:
        yield pieces()
    finally:
        writer.close()


@asynccontextmanager
async def _open_web(port: int) -> AsyncIterator[Pieces]:
    from websockets.asyncio.client import connect  # noqa: PLC0415 (most never need it)
    from websockets.exceptions import WebSocketException  # noqa: PLC0415

    try:
        async with connect(
            f"ws://{HOST}:{port}",
            max_size=LARGEST_BYTES,
            max_queue=4,
            compression=None,
            proxy=None,
            open_timeout=_ANSWER_S,
        ) as socket:

            async def pieces() -> Pieces:
                async for message in socket:
                    yield message.encode() if isinstance(message, str) else message

            yield pieces()
    except WebSocketException as error:
        raise ConnectionError(str(error)) from error
