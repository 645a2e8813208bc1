"""The command's windows on a screen, fed by a live channel of which a test says what is said."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.responses import JSONResponse
from starlette.routing import Route

from rockettrainer.home import Running, announce, only_server
from tests.e2e.program import COMMAND
from tests.e2e.screen import READY_S, Screen
from tests.support.live_feed import KEYS, Feed, running
from tests.support.waiting import until

OVERLAY = "RocketTrainer overlay"
SUMMARY = "RocketTrainer: last match"


class WindowFeed(Feed):
    """The channel, and what else windows ask the server."""

    def routes(self) -> list[Any]:
        link = f"http://127.0.0.1:{self.port}/#/start?code=once"
        return [
            Route("/api/v1/live/address", lambda _: JSONResponse({"url": self.address})),
            Route("/api/v1/session/link", lambda _: JSONResponse({"url": link}), methods=["POST"]),
        ]

    def app(self) -> Any:  # noqa: ANN401 (an app behind its guard)
        guard = super().app()
        guard._app.routes[:0] = self.routes()  # type: ignore[attr-defined]
        return guard


@contextmanager
def feeding(home: Path, port: int) -> Iterator[WindowFeed]:
    """Serves a data folder."""
    feed = WindowFeed(port)
    with only_server(home) as held, running(port, feed):
        assert held
        announce(home, Running(port, feed.access.token))
        feed.panel(*KEYS)
        yield feed


@contextmanager
def shown(home: Path, screen: Screen, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """Windows until the context ends; they have to end when they are told to."""
    environment = screen.environment | {"ROCKETTRAINER_HOME": str(home), "HOME": str(home)}
    command = (*COMMAND, "overlay", "--no-tray", *options)
    with (home / "windows.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            until(lambda: screen.windows(OVERLAY) or process.poll() is not None, READY_S)
            assert process.poll() is None, (home / "windows.log").read_text("utf-8")
            yield process
        finally:
            process.terminate()
            status = process.wait(timeout=30)
    assert status == 0, (home / "windows.log").read_text("utf-8")
