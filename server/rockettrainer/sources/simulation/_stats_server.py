"""The Stats API's two transports: undivided TCP, and a WebSocket."""

import asyncio
from contextlib import suppress
from threading import Event, Thread
from typing import Any, Final, Self

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

HOST: Final = "127.0.0.1"
_FULL_BYTES: Final = 4 << 20
"""Who has so much still to take has stopped reading, and is cut off."""


class StatsServer:
    """Tells whoever connects, from a thread of its own.

    Args:
        tcp_port: Of the undivided stream; 0 for any that is free.
        web_port: Of the WebSocket; 0 for any that is free.
    """

    def __init__(self, tcp_port: int = 0, web_port: int = 0) -> None:
        self.tcp_port, self.web_port = tcp_port, web_port
        self.sent = 0
        self._streams: set[asyncio.StreamWriter] = set()
        self._sockets: set[ServerConnection] = set()
        self._loop = asyncio.new_event_loop()
        self._ready = Event()
        self._over = asyncio.Event()
        self._failure: OSError | None = None
        self._thread = Thread(target=self._run, name="stats-api", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        if self._failure is not None:
            raise self._failure
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()

    @property
    def listeners(self) -> int:
        """How many are connected."""
        return len(self._streams) + len(self._sockets)

    def send(self, message: bytes) -> None:
        """Tells everybody."""
        self.sent += 1
        self._loop.call_soon_threadsafe(self._tell, message)

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        except OSError as error:
            self._failure = error
        finally:
            self._ready.set()
            self._loop.close()

    async def _serve(self) -> None:
        async with (
            await asyncio.start_server(self._stream, HOST, self.tcp_port) as tcp,
            serve(self._socket, HOST, self.web_port, compression=None) as web,
        ):
            self.tcp_port, self.web_port = _port(tcp), _port(web)
            self._ready.set()
            await self._over.wait()
            for stream in list(self._streams):
                stream.close()

    async def _stream(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._streams.add(writer)
        try:
            while await reader.read(1 << 12):
                pass  # nothing that is said here means anything
        except ConnectionError:
            pass
        finally:
            self._streams.discard(writer)
            writer.close()

    async def _socket(self, connection: ServerConnection) -> None:
        self._sockets.add(connection)
        try:
            await connection.wait_closed()
        finally:
            self._sockets.discard(connection)

    def _tell(self, message: bytes) -> None:
        for stream in list(self._streams):
            if stream.transport.get_write_buffer_size() > _FULL_BYTES:
                stream.transport.abort()
            else:
                stream.write(message)
        for connection in self._sockets:
            self._loop.create_task(_say(connection, message))


async def _say(connection: ServerConnection, message: bytes) -> None:
    with suppress(ConnectionClosed):
        await connection.send(message.decode())


def _port(server: asyncio.Server | Server) -> int:
    address: Any = next(iter(server.sockets)).getsockname()
    return int(address[1])
