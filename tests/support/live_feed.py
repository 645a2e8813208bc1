"""The live channel as the server speaks it, where a test says what is said."""

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any, Final

import uvicorn
from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from rockettrainer.api._access import Access
from rockettrainer.api._guard import PROTOCOL, Guard
from rockettrainer.api._pages import FOLDER, Pages, PagesRoute
from rockettrainer.features import metric
from rockettrainer.live._kinds import Kind, Source, View
from rockettrainer.live._show import (
    Ended,
    Line,
    Me,
    Number,
    Panel,
    Shown,
    State,
    _panel_metric,
    encoded,
)

READY_S = 30.0
Json = dict[str, Any]

KEYS: Final = ("boost_mean", "speed_mean_uu_s", "behind_ball_percent", "boost_collected_per_min")
NUMBERS: Final = tuple(
    Number(key, value, usual, None)
    for key, value, usual in zip(
        KEYS, (41.2, 1412.0, 71.3, 318.0), (48.0, 1530.0, 70.9, 262.0), strict=True
    )
)
STATE: Final = State(
    n=1,
    source=Source.PLUGIN,
    connected=True,
    kind=Kind.BOTS,
    phase="active",
    view=View.FULL,
    clock_s=192.0,
    score=(2, 1),
    me=Me("Ann", 0),
    numbers=NUMBERS,
    momentum=0.45,
    advice=Line("boost_mean", "Take the small pads on your way back to the goal."),
)


def varied(step: int) -> tuple[Number, ...]:
    """Numbers of other lengths, and on the other side of the usual, at each step."""
    factors = (0.02, 0.9, 1.3, 20.0)
    return tuple(
        replace(one, value=(one.value or 0) * factors[(step + at) % 4])
        for at, one in enumerate(NUMBERS)
    )


class Feed:
    """What all pages that listen are told."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.access = Access()
        self.last: Json | None = None
        self._newest: dict[type[Shown], Shown] = {}
        self._pages: dict[WebSocket, asyncio.Queue[Shown | None]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def address(self) -> str:
        """Of the overlay."""
        return f"http://127.0.0.1:{self.port}/overlay.html#key={self.access.token}"

    @property
    def listeners(self) -> int:
        """How many pages."""
        return len(self._pages)

    def panel(self, *keys: str) -> None:
        """Says which numbers there are."""
        self._say(Panel(tuple(_panel_metric(metric(key)) for key in keys)))

    def state(self, **changes: Any) -> None:  # noqa: ANN401 (fields of a state)
        """Says how the game stands: as `STATE`, but for some of it."""
        self._say(replace(STATE, **changes))

    def ended(self, session: str) -> None:
        """Says that a session ended."""
        self._say(Ended(None, session))

    def hang_up(self) -> None:
        """Closes all connections."""
        self._tell(None)

    def app(self) -> Guard:
        """Serves it, and the page."""
        routes = [
            WebSocketRoute("/api/v1/live", self._listen),
            Route("/api/v1/live/last", self._answer),
            PagesRoute("/", Pages(FOLDER)),
        ]
        return Guard(Starlette(routes=routes), self.access, self.port)

    def _say(self, message: Shown) -> None:
        self._newest[type(message)] = message
        self._tell(message)

    def _tell(self, message: Shown | None) -> None:
        if self._loop is None:
            return
        for queue in list(self._pages.values()):
            self._loop.call_soon_threadsafe(queue.put_nowait, message)

    async def _listen(self, page: WebSocket) -> None:
        await page.accept(subprotocol=PROTOCOL)
        self._loop = asyncio.get_running_loop()
        queue: asyncio.Queue[Shown | None] = asyncio.Queue()
        for kind in (Panel, State):
            if kind in self._newest:
                queue.put_nowait(self._newest[kind])
        self._pages[page] = queue
        try:
            while (message := await queue.get()) is not None:
                await page.send_text(encoded(message).decode())
            await page.close()
        except (WebSocketDisconnect, RuntimeError):
            pass  # the page hung up
        finally:
            del self._pages[page]

    async def _answer(self, _: Request) -> JSONResponse:
        return JSONResponse(self.last) if self.last else JSONResponse({"title": "none"}, 404)


@contextmanager
def running(port: int = 0, feed: Feed | None = None) -> Iterator[Feed]:
    """Serves until the context ends.

    Args:
        port: Where; 0 for a free one.
        feed: To go on with.
    """
    with socket.create_server(("127.0.0.1", port)) as listening:
        told = feed or Feed(listening.getsockname()[1])
        config = uvicorn.Config(
            told.app(),
            ws="websockets-sansio",
            ws_per_message_deflate=False,
            log_config=None,
            timeout_graceful_shutdown=1,
        )
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        latest = time.monotonic() + READY_S
        while not server.started and time.monotonic() < latest:
            time.sleep(0.01)
        try:
            yield told
        finally:
            told.hang_up()
            server.should_exit = True
            thread.join()
