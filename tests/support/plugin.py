"""A plugin made of Python: plays a match's frames and events over the real wire."""

import json
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from rockettrainer._bakkesmod import PLAYER_TICK, TICK_HEADER, encode_tick
from rockettrainer.match import EventKind, Match

INSTANCE = "0123456789abcdef" * 2
FLOATS = ("position", "velocity", "angular_velocity", "rotation", "boost", "throttle", "steer")
STICK = ("pitch", "yaw", "roll")
FLAGS = ("on_field", "demolished", "boosting", "handbrake", "jumping", "double_jumping", "dodging")
COUNTS = ("score", "goals", "assists", "saves", "shots")
BALL = ("ball_position", "ball_velocity", "ball_angular_velocity", "ball_rotation")
HEAD = ("clock_s", "phase", "overtime", "countdown", "ball_hit", "ball_team")


class Plugin:
    """A client that speaks as the plugin does.

    Args:
        port: Of the server.
        token: Of the plugin.
        instance: Of its life.
        origin: Of a page, which no plugin sends.
    """

    def __init__(
        self, port: int, token: str, instance: str = INSTANCE, origin: str | None = None
    ) -> None:
        self._opening = connect(
            f"ws://127.0.0.1:{port}/api/v1/plugin",
            subprotocols=[Subprotocol("rockettrainer.plugin.v1"), Subprotocol(f"token.{token}")],
            compression=None,
            origin=None if origin is None else Origin(origin),
            ping_interval=None,
        )
        self._instance = instance

    def __enter__(self) -> Self:
        self.socket = self._opening.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._opening.__exit__(kind, error, trace)

    def hello(self, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 (JSON)
        """Greets the server; gives its answer."""
        self.socket.send(json.dumps(hello(instance=self._instance, **changed)))
        return self.heard()

    def heard(self, timeout_s: float = 60.0) -> dict[str, Any]:
        """The next message of the server."""
        found: dict[str, Any] = json.loads(self.socket.recv(timeout=timeout_s))
        return found

    def wait_for_ack(self, event: int) -> None:
        """Waits until the server holds an event."""
        while True:
            message = self.heard()
            if message["type"] == "ack" and message["event"] >= event:
                return


def hello(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 (JSON)
    """A first message."""
    said = {"type": "hello", "protocol": 1, "layout": 1, "plugin": "0.1.0", "game": "test"}
    sizes = {"header_size": TICK_HEADER.itemsize, "player_size": PLAYER_TICK.itemsize}
    return said | sizes | {"instance": INSTANCE, "first_event": 1, "last_event": 0} | changed


def script(match: Match, kind: str = "bots") -> Iterator[str | bytes]:
    """What the plugin sends of a match: events, each before the tick of its frame, and ticks.

    Args:
        match: Eight players at most.
        kind: Of the session.
    """
    number = 0

    def event(name: str, seq: int, /, **fields: Any) -> str:  # noqa: ANN401 (JSON)
        nonlocal number
        number += 1
        said = {"type": "event", "n": number, "event": name, "session": 1, "seq": seq, "t_ns": 0}
        return json.dumps(said | fields)

    info = match.info
    yield event(
        "session_started",
        1,
        kind=kind,
        map=info.map_code,
        match_guid=info.match_guid,
        playlist_id=info.playlist_id,
        match_type=info.match_type,
        team_size=info.team_size,
        started_at=info.start_epoch or 1_700_000_000,
    )
    for slot, player in enumerate(match.roster):
        who = {"id": player.id, "name": player.name, "team": int(player.team)}
        yield event("player", 1, player=slot, is_bot=player.is_bot, local=slot == 0, **who)
    ticks, at = ticks_of(match), 0
    events = match.events
    for row, tick in enumerate(ticks):
        while at < events.size and events.frame[at] <= row:
            for name, fields in _told(match, at):
                yield event(name, row + 1, **fields)
            at += 1
        yield tick
    yield event("match_ended", len(ticks), winner=None)
    yield event("session_ended", len(ticks), reason="left")


def ticks_of(match: Match) -> list[bytes]:
    """Every frame as a tick."""
    headers, cars = records_of(match)
    return [encode_tick(headers[row], cars[row]) for row in range(len(headers))]


def records_of(match: Match) -> tuple[NDArray[np.void], NDArray[np.void]]:
    """Every frame as the records of a tick: headers ``[n]`` and players ``[n, p]``."""
    frames, players = match.frames, len(match.roster)
    headers = np.zeros(frames.size, TICK_HEADER)
    cars = np.zeros((frames.size, players), PLAYER_TICK)
    headers["seq"] = np.arange(frames.size) + 1
    headers["time_ns"] = np.round(frames.time_s * 1e9).astype(np.int64) + 10**9
    headers["session"], headers["local_player"], headers["kind"] = 1, 0, 3
    headers["team_score"] = _counts(frames.team_score)
    for name in (*HEAD, *BALL):
        headers[name] = getattr(frames, name)
    cars["player"], cars["team"] = np.arange(players), match.teams
    for name in (*FLOATS, *STICK, *FLAGS, "wheels"):
        cars[name] = getattr(frames, name)
    for name in COUNTS:
        cars[name] = _counts(getattr(frames, name))
    return headers, cars


def _counts(column: NDArray[np.float32]) -> NDArray[np.int64]:
    return np.where(np.isnan(column), -1, column).astype(np.int64)


def _told(match: Match, at: int) -> Iterator[tuple[str, dict[str, Any]]]:
    events = match.events
    kind, who, whom = int(events.kind[at]), _seat(events.player[at]), _seat(events.other[at])
    place = [None if np.isnan(part) else float(part) for part in events.position[at]]
    value = None if np.isnan(events.value[at]) else float(events.value[at])
    side = _seat(events.detail[at])
    if kind == EventKind.GOAL:
        yield "goal", {"team": side, "player": who, "position": place, "speed_uu_s": value}
    elif kind == EventKind.DEMOLITION:
        yield "demolition", {"player": who, "other": whom, "position": place}
    elif kind in (EventKind.BIG_PAD, EventKind.SMALL_PAD):
        big = kind == EventKind.BIG_PAD
        yield "pad", {"player": who, "position": place, "big": big, "boost_before": value}
    elif kind == EventKind.TOUCH:
        told = {"player": who, "team": side, "position": place, "speed_change_uu_s": value}
        yield "touch", told


def _seat(number: Any) -> int | None:  # noqa: ANN401 (a NumPy integer)
    return None if number < 0 else int(number)
