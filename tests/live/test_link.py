"""A plugin's connection without a socket: what is taken in, what is answered, what is refused."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rockettrainer._bakkesmod import PLAYER_TICK, TICK_HEADER, encode_tick
from rockettrainer.library import Library
from rockettrainer.live import CommandError, Live, PluginLink, Refusal, Status
from rockettrainer.live._commands import AT_ONCE
from rockettrainer.live._plugin_link import MOST_FLAWS
from rockettrainer.sources.plugin import PluginError
from tests.support.plugin import hello

CODE = "A503-264C-A7EB-D282"

Work = Callable[[Live], Coroutine[Any, Any, None]]


def lived(home: Path, work: Work) -> None:
    async def run() -> None:
        library = Library(home)
        live = Live(library)
        try:
            await live.open()
            await work(live)
            await live.close()
        finally:
            library.store.close()

    asyncio.run(run())


def event(n: int, kind: str, seq: int = 1, /, **fields: Any) -> str:  # noqa: ANN401 (JSON)
    said = {"type": "event", "n": n, "event": kind, "session": 1, "seq": seq, "t_ns": 0}
    return json.dumps(said | fields)


def tick(seq: int, **changed: Any) -> bytes:  # noqa: ANN401 (a record's fields)
    header, players = np.zeros((), TICK_HEADER), np.zeros(1, PLAYER_TICK)
    header["seq"], header["time_ns"], header["session"] = seq, seq * 8_333_333, 1
    header["phase"], players["on_field"] = 2, 1
    for name, value in changed.items():
        header[name] = value
    return encode_tick(header, players)


def greeted(live: Live) -> tuple[PluginLink, list[dict[str, Any]]]:
    said: list[dict[str, Any]] = []
    link = PluginLink(live, lambda text: said.append(json.loads(text)))
    link.text(json.dumps(hello()))
    return link, said


def test_a_server_that_was_killed_goes_on(tmp_path: Path) -> None:
    async def first(live: Live) -> None:
        link, _ = greeted(live)
        link.text(event(1, "session_started", kind="bots"))
        link.text(event(2, "player", player=0, id="steam:1", name="Ann", team=0, local=True))
        for seq in range(1, 121):
            link.binary(tick(seq))

    async def second(live: Live) -> None:
        link, said = greeted(live)
        assert said[0]["last_event"] == 2
        link.text(event(2, "player", player=0, id="steam:1", name="Again", team=0))
        for seq in range(361, 481):
            link.binary(tick(seq))
        assert live.feed is not None
        session = live.feed.sessions[1].session
        assert session.recorder.rows == 240
        assert session.recorder.seats.player(0).name == "Ann"
        assert session.gap_s == pytest.approx(241 / 120, abs=0.01)
        state = live.stage.state()
        assert state.gap_s == pytest.approx(2.0, abs=0.05)
        assert state.connected

    lived(tmp_path, first)
    lived(tmp_path, second)


def test_a_hello_of_another_version_is_refused(tmp_path: Path) -> None:
    async def work(live: Live) -> None:
        for wrong in ({"protocol": 2}, {"layout": 9}, {"header_size": 99}, {"instance": "x"}):
            link = PluginLink(live, lambda _: None)
            with pytest.raises(PluginError):
                link.text(json.dumps(hello(**wrong)))

    lived(tmp_path, work)


def test_garbage_is_counted_and_too_much_of_it_ends_the_connection(tmp_path: Path) -> None:
    async def work(live: Live) -> None:
        link, _ = greeted(live)
        whole = tick(1)
        for bad in (whole[:-1], whole[:50], b"x" * 100, whole + b"x", b"\0" * 70_000):
            link.binary(bad)
        link.text("{")
        assert link.flaws == 6
        link.binary(tick(1, ball_position=(np.inf, 0, 0)))
        link.binary(tick(2, ball_position=(np.nan, 0, 0)))
        assert live.feed is not None
        assert live.feed.sessions[1].session.insane == 1
        assert live.feed.sessions[1].session.recorder.rows == 1
        for _ in range(MOST_FLAWS - link.flaws):
            link.text("[]")
        with pytest.raises(PluginError):
            link.text("[]")

    lived(tmp_path, work)


def test_an_event_that_is_refused_is_not_waited_for(tmp_path: Path) -> None:
    async def work(live: Live) -> None:
        link, said = greeted(live)
        link.text(event(1, "session_started", kind="bots"))
        for number in range(2, 10):
            link.text(event(number, "goal", position="somewhere"))
        link.text(event(99, "goal", position="what is not the next is garbage"))
        assert link.flaws == 9
        assert live.feed is not None
        live.feed.flush(now=True)
        link.acknowledge()
        assert said[-1] == {"type": "ack", "event": 9}
        link.text(event(10, "countdown"))
        assert live.feed.last_event == 10

    lived(tmp_path, work)


def test_a_connection_that_ends_after_the_next_has_begun_ends_nothing(tmp_path: Path) -> None:
    async def work(live: Live) -> None:
        old, _ = greeted(live)
        new, said = greeted(live)
        new.text(event(1, "session_started", kind="bots"))
        old.closed()
        assert live.stage.state().connected
        live.commands.notice("a", "b", 1.0, online=False)
        assert said[-1]["name"] == "toast"
        new.closed()
        assert not live.stage.state().connected
        with pytest.raises(CommandError):
            live.commands.notice("a", "b", 1.0, online=False)

    lived(tmp_path, work)


def test_commands_are_refused_where_they_must_be(tmp_path: Path) -> None:
    async def work(live: Live) -> None:
        commands = live.commands
        for code in ("", "A503", CODE.lower(), f"{CODE};quit", f"{CODE}\n", f" {CODE}"):
            with pytest.raises(CommandError) as refused:
                commands.load(code, "x", online=False)
            assert refused.value.kind is Refusal.BAD_CODE
        with pytest.raises(CommandError) as refused:
            commands.load(CODE, "x", online=True)
        assert refused.value.kind is Refusal.ONLINE_MATCH
        for _ in range(AT_ONCE):
            commands.load(CODE, "x", online=False)
        with pytest.raises(CommandError) as refused:
            commands.load(CODE, "x", online=False)
        assert refused.value.kind is Refusal.TOO_OFTEN

    lived(tmp_path, work)


def test_a_pack_waits_for_training_and_outlasts_the_server(tmp_path: Path) -> None:
    async def first(live: Live) -> None:
        assert live.commands.load(CODE, "Shots", online=False).status is Status.WAITING

    async def second(live: Live) -> None:
        link, said = greeted(live)
        link.text(event(1, "session_started", kind="freeplay"))
        command = said[-1]
        assert (command["name"], command["code"]) == ("load_training_pack", CODE)
        answer = {"type": "result", "id": command["id"], "status": "cancelled", "reason": "no"}
        link.text(json.dumps(answer))
        pack = live.commands.pack
        assert pack is not None
        assert pack.status is Status.CANCELLED

    lived(tmp_path, first)
    lived(tmp_path, second)
