"""Runs the server."""

import gc
import http.client
import json
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NoReturn

import uvicorn

from rockettrainer.api._access import Access
from rockettrainer.api._app import create_app
from rockettrainer.api._services import Services
from rockettrainer.home import (
    USUAL_PORT,
    Running,
    announce,
    home_folder,
    only_server,
    running_server,
)
from rockettrainer.library import Folders, FrameCache, Hashes, Library, Watcher
from rockettrainer.live import Live, StatsApiFeed

_LINK: Final = "/api/v1/session/link"
_STARTING_S: Final = 30.0


class NotRunning(Exception):  # noqa: N818 (it is no error)
    """There is no server on the data folder, or it does not answer."""


def serve(
    home: Path | None,
    port: int | None,
    opened: Callable[[str], None],
    *,
    watch: bool = True,
) -> bool:
    """Serves until it is told to end.

    Args:
        home: The data folder; the user's by default.
        port: To listen at; by default `USUAL_PORT`, or any other if that is taken.
        opened: Called with a one-time link, once it can be opened: to this server or, if there
            is one already, to that.
        watch: Whether to watch the replay folders.

    Returns:
        Whether this was the server.

    Raises:
        HomeError: The data folder cannot be used.
        OSError: The chosen port is taken.
        NotRunning: The other server does not answer.
    """
    folder = (home or home_folder()).absolute()
    with only_server(folder) as held:
        if not held:
            opened(other_link(folder))
            return False
        with _bound(port) as listening:
            _run(folder, listening, opened, watch=watch)
        return True


def other_link(home: Path | None = None) -> str:
    """A one-time link to the server that runs.

    Raises:
        HomeError: The data folder cannot be used.
        NotRunning: There is none, or it does not answer.
    """
    folder = (home or home_folder()).absolute()
    latest = time.monotonic() + _STARTING_S
    while True:
        with only_server(folder) as free:
            if free:
                raise NotRunning("no server is running: start it with rockettrainer")
        try:
            return _asked(running_server(folder))
        except (OSError, http.client.HTTPException, ValueError, KeyError) as error:
            if time.monotonic() > latest:
                raise NotRunning("the server does not answer") from error
            time.sleep(0.2)


def _run(
    home: Path, listening: socket.socket, opened: Callable[[str], None], *, watch: bool
) -> None:
    port: int = listening.getsockname()[1]
    with Library(home) as library:
        folders = Folders(library.store)
        hashes = Hashes(library.home / "hashes.jsonl")
        watcher = Watcher(folders, hashes, library.add_files) if watch else None
        live = Live(library)
        services = Services(
            library,
            FrameCache(library.store.files),
            folders,
            port,
            live,
            access=Access(home),
            watcher=watcher,
            stats_api=StatsApiFeed.of(live, library),
        )
        server = _Server(_config(services), lambda: _ready(home, services, opened))
        if watcher is not None:
            watcher.start()
        library.catch_up()
        try:
            _until_told(lambda: server.run(sockets=[listening]))
        finally:
            if watcher is not None:
                watcher.stop()


def _until_told(run: Callable[[], None]) -> None:
    """Runs until a signal says that it is enough, which is no failure.

    The server passes signals on once it has ended itself; SIGTERM would then end the process on
    the spot.
    """

    def told(_number: int, _frame: object) -> NoReturn:
        raise KeyboardInterrupt

    former = signal.signal(signal.SIGTERM, told)
    try:
        run()
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, former)


def _ready(home: Path, services: Services, opened: Callable[[str], None]) -> None:
    announce(home, Running(services.port, services.access.token))
    services.access.tell_plugin(home, services.port)
    gc.freeze()  # what is here stays: to look it through takes an eighth of a second, 15 ticks
    opened(services.link())


def _config(services: Services) -> uvicorn.Config:
    return uvicorn.Config(
        create_app(services),
        ws="websockets-sansio",
        ws_max_size=64 << 10,
        ws_per_message_deflate=False,
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=3,
    )


class _Server(uvicorn.Server):
    """Says when it can be asked."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to listen."""
        await super().startup(sockets)
        if self.started:
            self._ready()


def _bound(port: int | None) -> socket.socket:
    """A socket that only programs of this machine reach."""
    if port is not None:
        return _bind(port)
    try:
        return _bind(USUAL_PORT)
    except OSError:
        return _bind(0)


def _bind(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":  # else another program could listen at the same port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
    except OSError:
        listening.close()
        raise
    return listening


def _asked(running: Running | None) -> str:
    """Asks the server for a link."""
    if running is None:
        raise ConnectionRefusedError
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=5)
    try:
        connection.request("POST", _LINK, headers={"Authorization": f"Bearer {running.token}"})
        return str(json.loads(connection.getresponse().read())["url"])
    finally:
        connection.close()
