"""The real server at a real port, in a thread."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import httpx
import uvicorn

from rockettrainer.api import Access, Services, create_app
from rockettrainer.library import Folders, FrameCache, Library
from rockettrainer.live import Live as LiveService

READY_S = 120.0


@dataclass(frozen=True, slots=True)
class Live:
    """A server that runs."""

    services: Services

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.services.port

    @property
    def token(self) -> str:
        """What opens it."""
        return self.services.access.token

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def client(self) -> httpx.Client:
        """A client that has the token."""
        headers = {"Authorization": f"Bearer {self.token}"}
        return httpx.Client(base_url=f"{self.url}/api/v1", headers=headers, timeout=60)


@contextmanager
def running(library: Library, pages: Path | None = None) -> Iterator[Live]:
    """Serves a library until the context ends.

    Args:
        library: Whose workers need not run.
        pages: Folder of the page's files.
    """
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        access = Access(library.home)
        access.tell_plugin(library.home, port)
        services = Services(
            library,
            FrameCache(library.store.files),
            Folders(library.store),
            port,
            LiveService(library),
            access=access,
        )
        app = create_app(services, pages) if pages else create_app(services)
        server = uvicorn.Server(
            uvicorn.Config(
                app,
                ws="websockets-sansio",
                ws_max_size=64 << 10,
                ws_per_message_deflate=False,
                log_config=None,
                server_header=False,
                timeout_graceful_shutdown=1,
            )
        )
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        _wait(server)
        try:
            yield Live(services)
        finally:
            server.should_exit = True
            thread.join()


def _wait(server: uvicorn.Server) -> None:
    latest = time.monotonic() + READY_S
    while not server.started:
        if time.monotonic() > latest:
            raise TimeoutError
        time.sleep(0.01)
