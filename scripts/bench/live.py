"""``python -m scripts.bench.live``: what a tick costs the server, and a long session at 120 Hz.

Exit status 1 if a target is missed.
"""

import argparse
import asyncio
import json
import socket
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import numpy as np
import psutil
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from rockettrainer._bakkesmod import PLAYER_TICK, TICK_HEADER, encode_tick
from rockettrainer.library import Library
from rockettrainer.live import Live, PluginLink
from scripts.bench._report import Goal, print_goals
from tests.support.plugin import Plugin, hello
from tests.support.server import Live as Server
from tests.support.server import running

_CARS = 8
_HZ = 120
_WARM_UP = 1_000
_OVERLAYS = 20


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.live", description=__doc__)
    parser.add_argument("--ticks", type=int, default=20_000)
    parser.add_argument("--minutes", type=float, default=10.0, help="of the session; 0 for none")
    options = parser.parse_args()
    goals = asyncio.run(_cost(options.ticks))
    if options.minutes > 0:
        goals += _soak(options.minutes)
    print_goals(goals)
    return 0 if all(goal.met for goal in goals) else 1


async def _cost(ticks: int) -> list[Goal]:
    """Decoding, measuring, writing down and publishing, in the server's loop."""
    with tempfile.TemporaryDirectory() as home:
        library = Library(Path(home))
        live = Live(library)
        await live.open()
        live.stage.join()
        link = PluginLink(live, lambda _: None)
        link.text(json.dumps(hello()))
        for event in _seated():
            link.text(event)
        took = []
        for seq in range(1, _WARM_UP + ticks):
            message = _tick(seq)
            began = time.perf_counter_ns()
            link.binary(message)
            took.append((time.perf_counter_ns() - began) / 1_000)
            if seq % 64 == 0:
                await asyncio.sleep(0)
        await live.close()
        library.store.close()
    p50, p99 = np.percentile(took[_WARM_UP:], (50, 99)).tolist()
    return [
        Goal("a tick of eight cars, p50", p50, 60.0, "µs"),
        Goal("a tick of eight cars, p99", p99, 250.0, "µs"),
    ]


def _soak(minutes: float) -> list[Goal]:
    """A session over the wire, with overlays of which one takes nothing."""
    with tempfile.TemporaryDirectory() as home:
        library = Library(Path(home))
        with (
            running(library) as server,
            Plugin(server.port, server.services.access.plugin_token) as plugin,
        ):
            goals = _played(server, plugin, minutes)
        library.store.close()
    return goals


def _played(server: Server, plugin: Plugin, minutes: float) -> list[Goal]:
    stop, counts = Event(), [0] * (_OVERLAYS - 1)
    stalled = _stalled(server)
    lookers = [Thread(target=_look, args=(server, stop, counts, n)) for n in range(len(counts))]
    plugin.hello()
    lookers.append(Thread(target=_drain, args=(plugin, stop)))
    for looker in lookers:
        looker.start()
    for event in _seated():
        plugin.socket.send(event)
    events, memory, late = len(_seated()), [], 0
    process, began = psutil.Process(), time.monotonic()
    for seq in range(1, int(minutes * 60 * _HZ) + 1):
        due = began + seq / _HZ
        late += time.monotonic() > due + 1.0 / _HZ
        time.sleep(max(0.0, due - time.monotonic()))
        if seq % _HZ == 0:
            events += 1
            plugin.socket.send(_touch(events, seq))
        plugin.socket.send(_tick(seq))
        if seq % (_HZ * 10) == 0:
            memory.append(process.memory_info().rss / 1e6)
    seconds = time.monotonic() - began
    time.sleep(2.0)
    feed = server.services.live.feed
    session = feed.sessions[1].session if feed is not None else None
    stop.set()
    for looker in lookers:
        looker.join()
    stalled.close()
    missed = int(minutes * 60 * _HZ) - (session.recorder.rows if session else 0)
    lost = events - (feed.held_event if feed is not None else 0)
    settled = memory[len(memory) // 5 :] or [0.0]
    sys.stdout.write(f"{seconds:.0f} s, {late} ticks sent late, memory MB {settled[0]:.0f} ")
    sys.stdout.write(f"to {settled[-1]:.0f}, states a second and overlay ")
    sys.stdout.write(f"{min(counts) / seconds:.1f} to {max(counts) / seconds:.1f}\n")
    return [
        Goal("events lost", lost, 0, ""),
        Goal("ticks missed", missed, 0, ""),
        Goal("memory grown after the first fifth", settled[-1] - settled[0], 40, "MB"),
        Goal(
            "states a second at the slowest of 19", min(counts) / seconds, 20, "/s", at_least=True
        ),
    ]


def _look(server: Server, stop: Event, counts: list[int], number: int) -> None:
    offered = ("rockettrainer.v1", f"token.{server.services.access.view_token}")
    url = f"ws://127.0.0.1:{server.port}/api/v1/live"
    names = [Subprotocol(name) for name in offered]
    with connect(url, subprotocols=names, compression=None) as page:
        while not stop.is_set():
            try:
                page.recv(timeout=0.5)
            except TimeoutError:
                continue
            counts[number] += 1


def _drain(plugin: Plugin, stop: Event) -> None:
    """Reads what the server answers, as a plugin does."""
    while not stop.is_set():
        with suppress(TimeoutError):
            plugin.socket.recv(timeout=0.5)


def _stalled(server: Server) -> socket.socket:
    """A page that opens the socket and then reads nothing."""
    page = socket.create_connection(("127.0.0.1", server.port))
    head = f"GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nUpgrade: websocket\r\n"
    head += "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    head += "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: "
    head += f"rockettrainer.v1, token.{server.services.access.view_token}\r\n\r\n"
    page.sendall(head.encode())
    return page


def _seated() -> Sequence[str]:
    """The session's first events."""
    started: dict[str, object] = {"event": "session_started", "kind": "bots", "map": "cs_p"}
    players: list[dict[str, object]] = [
        {"event": "player", "player": n, "id": f"bot:{n}", "name": f"Bot {n}", "team": n % 2}
        | {"is_bot": True, "local": n == 0}
        for n in range(_CARS)
    ]
    return [_event(n, 1, fields) for n, fields in enumerate((started, *players), 1)]


def _touch(number: int, seq: int) -> str:
    return _event(number, seq, {"event": "touch", "player": 0, "team": 0, "position": [0, 0, 93]})


def _event(number: int, seq: int, fields: dict[str, object]) -> str:
    head: dict[str, object] = {"type": "event", "n": number, "session": 1, "seq": seq, "t_ns": 0}
    return json.dumps(head | fields)


def _tick(seq: int) -> bytes:
    """Cars that drive in circles, each on its own."""
    header, players = np.zeros((), TICK_HEADER), np.zeros(_CARS, PLAYER_TICK)
    header["seq"], header["time_ns"], header["session"] = seq, seq * 8_333_333, 1
    header["phase"], header["kind"], header["ball_hit"] = 2, 3, 1
    angle = seq / _HZ + np.arange(_CARS)
    players["player"], players["team"] = np.arange(_CARS), np.arange(_CARS) % 2
    players["on_field"], players["boost"] = 1, 50 + 40 * np.sin(angle)
    players["position"][:, 0], players["position"][:, 1] = (
        3000 * np.cos(angle),
        3000 * np.sin(angle),
    )
    players["position"][:, 2] = 17.0
    players["velocity"][:, 0], players["velocity"][:, 1] = (
        -1400 * np.sin(angle),
        1400 * np.cos(angle),
    )
    header["ball_position"] = (0.0, 2000.0 * np.sin(seq / 300), 93.0)
    return encode_tick(header, players)


if __name__ == "__main__":
    sys.exit(main())
