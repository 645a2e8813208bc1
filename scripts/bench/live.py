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
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

import numpy as np
import psutil
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from rockettrainer._bakkesmod import PLAYER_TICK, TICK_HEADER, encode_tick
from rockettrainer.library import Library
from rockettrainer.live import Live, PluginLink
from scripts.bench._report import Goal, print_goals
from tests.support.plugin import Plugin, hello
from tests.support.server import running

_CARS = 8
_HZ = 120
_WARM_UP = 1_000
_OVERLAYS = 20
_LAST_ACK_S = 3.0


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
    """Decoding, measuring, writing down and publishing, in the server's loop, 120 times a second.

    The seconds are those of the ticks: a fourth of them is published, as in a game.
    """
    with tempfile.TemporaryDirectory() as home:
        library = Library(Path(home))
        seq = 0
        live = Live(library, lambda: seq / _HZ)
        await live.open()
        await live.ready.wait()
        live.stage.join()
        link = PluginLink(live, lambda _: None)
        link.text(json.dumps(hello()))
        for event in _seated():
            link.text(event)
        took, worked = [], []
        messages = [_tick(number) for number in range(1, _WARM_UP + ticks)]
        for seq, message in enumerate(messages, 1):
            work = time.thread_time_ns()
            began = time.perf_counter_ns()
            link.binary(message)
            took.append((time.perf_counter_ns() - began) / 1_000)
            worked.append((time.thread_time_ns() - work) / 1_000)
            if seq % 64 == 0:
                await asyncio.sleep(0)
        await live.close()
        library.store.close()
    p50, p99 = np.percentile(took[_WARM_UP:], (50, 99)).tolist()
    alone = np.percentile(worked[_WARM_UP:], (50, 99)).tolist()
    sys.stdout.write(f"of a tick, processor time: p50 {alone[0]:.0f} µs, p99 {alone[1]:.0f} µs\n")
    return [
        Goal("a tick of eight cars, p50", p50, 60.0, "µs"),
        Goal("a tick of eight cars, p99", p99, 250.0, "µs"),
    ]


class _Sent(NamedTuple):
    """What the clients' process did."""

    ticks: int
    events: int
    late: int
    seconds: float
    states: Sequence[int]
    """That each overlay got."""


def _soak(minutes: float) -> list[Goal]:
    """A session over the wire, with overlays of which one takes nothing.

    The plugin and the overlays are a process of their own, so that they take nothing from the
    server but a processor.
    """
    context = get_context("spawn")
    with tempfile.TemporaryDirectory() as home:
        library = Library(Path(home))
        with running(library) as server:
            access = server.services.access
            tokens = (access.plugin_token, access.view_token)
            ours, theirs = context.Pipe(duplex=False)
            clients = context.Process(target=_clients, args=(theirs, server.port, tokens, minutes))
            clients.start()
            memory = _memory_until(ours)
            sent: _Sent = ours.recv()
            feed = server.services.live.feed
            session = feed.sessions[1].session if feed is not None else None
            rows = session.recorder.rows if session is not None else 0
            held = feed.held_event if feed is not None else 0
            clients.join()
        library.store.close()
    return _goals(sent, rows, held, memory)


def _memory_until(done: Connection) -> list[float]:
    """The server's megabytes, every ten seconds, until the clients have told."""
    process, memory = psutil.Process(), []
    while not done.poll(10.0):
        memory.append(process.memory_info().rss / 1e6)
    return memory


def _goals(sent: _Sent, rows: int, held: int, memory: Sequence[float]) -> list[Goal]:
    settled = memory[len(memory) // 5 :] or [0.0]
    sys.stdout.write(f"{sent.seconds:.0f} s, {sent.late} ticks sent late, memory MB by minute: ")
    sys.stdout.write(" ".join(f"{value:.1f}" for value in memory[::6]) + "\n")
    slowest = min(sent.states) / sent.seconds
    return [
        Goal("events lost", sent.events - held, 0, ""),
        Goal("ticks missed", sent.ticks - rows, 0, ""),
        Goal("memory grown after the first fifth", settled[-1] - settled[0], 40, "MB"),
        Goal("states a second at the slowest of 19", slowest, 20, "/s", at_least=True),
    ]


def _clients(done: Connection, port: int, tokens: tuple[str, str], minutes: float) -> None:
    """A plugin at 120 Hz, overlays that look on, and one that does not."""
    stop, counts = Event(), [0] * (_OVERLAYS - 1)
    stalled = _stalled(port, tokens[1])
    with Plugin(port, tokens[0]) as plugin:
        plugin.hello()
        threads = [
            Thread(target=_look, args=(port, tokens[1], stop, counts, n))
            for n in range(len(counts))
        ]
        threads.append(Thread(target=_drain, args=(plugin, stop)))
        for thread in threads:
            thread.start()
        began = time.monotonic()
        ticks, events, late = _play(plugin, int(minutes * 60 * _HZ), began)
        seconds = time.monotonic() - began
        time.sleep(_LAST_ACK_S)
        done.send(_Sent(ticks, events, late, seconds, tuple(counts)))
        stop.set()
        for thread in threads:
            thread.join()
    stalled.close()


def _play(plugin: Plugin, ticks: int, began: float) -> tuple[int, int, int]:
    """Sends at 120 Hz; gives ticks and events sent, and ticks that were late by one or more."""
    for event in _seated():
        plugin.socket.send(event)
    events, late = len(_seated()), 0
    for seq in range(1, ticks + 1):
        due = began + seq / _HZ
        late += time.monotonic() > due + 1.0 / _HZ
        time.sleep(max(0.0, due - time.monotonic()))
        if seq % _HZ == 0:
            events += 1
            plugin.socket.send(_touch(events, seq))
        plugin.socket.send(_tick(seq))
    return ticks, events, late


def _look(port: int, token: str, stop: Event, counts: list[int], number: int) -> None:
    names = [Subprotocol("rockettrainer.v1"), Subprotocol(f"token.{token}")]
    url = f"ws://127.0.0.1:{port}/api/v1/live"
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


def _stalled(port: int, token: str) -> socket.socket:
    """A page that opens the socket and then reads nothing."""
    page = socket.create_connection(("127.0.0.1", port))
    head = f"GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
    head += "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    head += "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: "
    head += f"rockettrainer.v1, token.{token}\r\n\r\n"
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
