"""The real server with the plugin, or its stand-in, at the other end of the socket."""

import json
import multiprocessing
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import httpx
import numpy as np
import pytest
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from rockettrainer import _bakkesmod
from rockettrainer.api import serve
from rockettrainer.home import running_server
from rockettrainer.library import Library
from rockettrainer.live import _live
from tests.live.test_link import event, tick
from tests.support.plugin import Plugin
from tests.support.server import Live, running
from tests.support.waiting import until

CODE = {"code": "A503-264C-A7EB-D282", "title": "Shots"}
OVERLAYS = 20


@contextmanager
def opened(home: Path) -> Iterator[Live]:
    library = Library(home)
    try:
        with running(library) as server:
            yield server
    finally:
        library.store.close()


def played(plugin: Plugin, ticks: int, kind: str = "bots", pause_s: float = 0.0) -> None:
    plugin.socket.send(event(1, "session_started", kind=kind, map="Stadium_P"))
    who = {"id": "steam:1", "name": "Ann", "team": 0, "local": True}
    plugin.socket.send(event(2, "player", player=0, **who))
    for seq in range(1, ticks + 1):
        plugin.socket.send(tick(seq))
        time.sleep(pause_s)


def test_during_an_online_match_commands_are_refused(tmp_path: Path) -> None:
    with (
        opened(tmp_path) as server,
        Plugin(server.port, server.services.access.plugin_token) as plugin,
        server.client() as client,
    ):
        plugin.hello()
        played(plugin, 10, "online")
        until(lambda: server.services.live.is_online)
        for path, body in (
            ("training-pack", CODE),
            ("toast", {"title": "a", "text": "b", "seconds": 1}),
        ):
            refused = client.post(f"/game/{path}", json=body)
            assert refused.status_code == 409
            assert "online match" in refused.text


def test_what_comes_before_the_kernels_are_compiled_waits_and_is_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = Event()
    monkeypatch.setattr(_live, "prepare", compiled.wait)
    with (
        opened(tmp_path) as server,
        Plugin(server.port, server.services.access.plugin_token) as plugin,
        server.client() as client,
    ):
        live = server.services.live
        try:
            assert plugin.hello()["type"] == "welcome"
            played(plugin, 300)
            assert client.get("/live").status_code == 200
            assert live.feed is not None
            assert live.feed.sessions == {}
        finally:
            compiled.set()
        until(lambda: live.feed and 1 in live.feed.sessions)
        session = live.feed.sessions[1].session
        until(lambda: session.recorder.rows == 300)
        assert session.gap_s == 0.0
        plugin.wait_for_ack(2)


def _handshake(server: Live) -> bytes:
    token = server.services.access.view_token
    return (
        f"GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        f"Sec-WebSocket-Protocol: rockettrainer.v1, token.{token}\r\n\r\n"
    ).encode()


def test_one_overlay_that_stalls_holds_up_nobody(tmp_path: Path) -> None:
    with (
        opened(tmp_path) as server,
        Plugin(server.port, server.services.access.plugin_token) as plugin,
        socket.socket() as stalled,
        ExitStack() as opens,
    ):
        stalled.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        stalled.connect(("127.0.0.1", server.port))
        stalled.sendall(_handshake(server))
        token = server.services.access.view_token
        names = [Subprotocol("rockettrainer.v1"), Subprotocol(f"token.{token}")]
        url = f"ws://127.0.0.1:{server.port}/api/v1/live"
        pages = [
            opens.enter_context(connect(url, subprotocols=names, compression=None))
            for _ in range(OVERLAYS - 1)
        ]
        until(lambda: server.services.live.stage.size == OVERLAYS)
        plugin.hello()
        played(plugin, 600, pause_s=0.004)
        live = server.services.live
        until(lambda: live.feed and live.feed.sessions[1].session.recorder.rows == 600)
        for page in pages:
            newest: dict[str, Any] = {}
            while newest.get("n", 0) < live.stage._n:
                message = json.loads(page.recv(timeout=30.0))
                newest = message if message["type"] == "state" else newest
            assert newest["me"]["name"] == "Ann"


def _serving(home: str) -> None:
    serve(Path(home), port=None, opened=lambda _: None, watch=False)


@pytest.mark.skipif(
    not _bakkesmod.HAS_HOST, reason="built without Boost or nlohmann-json: there is no stand-in"
)
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
def test_a_server_that_is_killed_in_a_match_goes_on_and_shows_the_gap(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    first = context.Process(target=_serving, args=(str(tmp_path),))
    first.start()
    address = tmp_path / "plugin.json"
    until(address.exists)
    game = _bakkesmod.host.Host(str(tmp_path))
    game.load()
    try:
        until(lambda: game.status.connected)
        game.seat("steam:76561198135247572", "You", 0, local=True)
        game.open_game("bots")
        _drive(game, 240)
        until(lambda: game.status.events_waiting == 0)
        os.kill(first.pid or 0, signal.SIGKILL)
        first.join()
        until(lambda: not game.status.connected)
        _drive(game, 240)
        second = context.Process(target=_serving, args=(str(tmp_path),))
        second.start()
        try:
            until(lambda: game.status.connected)
            _drive(game, 240)
            state = until(lambda: _shown(tmp_path))
            assert state is not None
            assert state["me"]["name"] == "You"
            assert state["gap_s"] == pytest.approx(2.0, abs=0.5)
            assert game.status.events_lost == 0
        finally:
            second.terminate()
            second.join()
    finally:
        game.unload()


def _drive(game: "_bakkesmod.host.Host", ticks: int) -> None:
    cars = np.zeros(1, _bakkesmod.PLAYER_TICK)
    cars["rotation"][:, 3] = 1
    game.set_cars(cars)
    for _ in range(ticks):
        game.tick(game.clock_ns + 8_333_333, game.clock_ns // 8_333_333 + 1)
        time.sleep(0.001)


def _shown(home: Path) -> dict[str, Any] | None:
    """The state with a gap, once there is one."""
    found = running_server(home)
    assert found is not None
    headers = {"Authorization": f"Bearer {found.token}"}
    url = f"http://127.0.0.1:{found.port}/api/v1/live"
    state: dict[str, Any] = httpx.get(url, headers=headers).json()["state"]
    return state if state["gap_s"] else None
