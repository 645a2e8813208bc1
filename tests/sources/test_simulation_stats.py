"""A simulated match as the Stats API tells it: the messages, the transports, and the numbers."""

import json
import socket
from dataclasses import replace

import numpy as np
import pytest
from websockets.sync.client import connect

from rockettrainer.features import analyse
from rockettrainer.live._stats_session import SEES_MATES, StatsSession
from rockettrainer.match import Visible
from rockettrainer.sources.simulation import (
    Game,
    Rules,
    Scene,
    StatsServer,
    Teller,
    lineup,
    match_of,
)
from rockettrainer.sources.stats_api import Reader

SETUP = lineup(2, 3, Rules(45.0, 1.0, 0.5, 1.0, 0.5))
CLOSE = {
    "boost_mean": (0.0, 0.7),
    "boost_zero_percent": (0.0, 1.5),
    "big_pads_collected": (0.0, 0.0),
    "small_pads_collected": (0.0, 0.0),
    "supersonic_percent": (0.0, 1.0),
    "speed_mean_uu_s": (0.02, 0.0),
}
"""How far, relative and absolute, 30 states a second may be from 120 ticks."""


@pytest.fixture(scope="module", name="scenes")
def _scenes() -> list[Scene]:
    return list(Game(SETUP).scenes())


@pytest.fixture(scope="module", name="messages")
def _messages(scenes: list[Scene]) -> list[tuple[float, bytes]]:
    teller = Teller(SETUP)
    told = [(0.0, message) for message in teller.begin()]
    for scene in scenes:
        told += [(scene.time_s, message) for message in teller.tell(scene)]
    return told + [(scenes[-1].time_s, message) for message in teller.end()]


def test_messages_are_as_the_game_sends_them(messages: list[tuple[float, bytes]]) -> None:
    envelopes = [json.loads(message) for _, message in messages]
    assert all(isinstance(envelope["Data"], str) for envelope in envelopes)
    states = [json.loads(e["Data"]) for e in envelopes if e["Event"] == "UpdateState"]
    lines = [line for state in states for line in state["Players"]]
    theirs = [line for line in lines if line["TeamNum"] == 1]
    assert theirs
    assert not {name for line in theirs for name in line} & {"Boost", "Speed", "bHasCar"}
    flags = [value for line in lines for name, value in line.items() if name.startswith("b")]
    assert all(flags)
    speeds = [line["Speed"] for line in lines if "Speed" in line]
    assert 60.0 < max(speeds) < 83.0


def test_every_event_is_read(messages: list[tuple[float, bytes]]) -> None:
    reader = Reader()
    names = {type(reader.read(message)).__name__ for _, message in messages}
    assert {
        *("UpdateState", "BallHit", "BoostPickup", "CountdownBegin", "RoundStarted"),
        *("ClockUpdatedSeconds", "GoalScored", "StatfeedEvent", "MatchEnded", "MatchCreated"),
        *("MatchInitialized", "PodiumStart", "MatchDestroyed"),
    } <= names
    assert "Unknown" not in names
    assert "NoneType" not in names


def test_scoreboard_exactly_and_the_own_teams_boost_closely(
    scenes: list[Scene], messages: list[tuple[float, bytes]]
) -> None:
    session, reader = StatsSession("test"), Reader()
    for time_s, message in messages:
        event = reader.read(message)
        assert event is not None
        session.take(event, time_s)
    session.settle()
    live = session.recorder.analysis()
    order = [player.id for player in session.recorder.match(()).roster]
    match = match_of(SETUP, scenes)
    batch = analyse(replace(match, visible=Visible.LIVE))
    for player, expected in zip(match.roster, batch.players, strict=True):
        got = live.players[order.index(player.id)]
        for key in ("score", "goals", "assists", "saves", "shots", "goals_conceded"):
            assert got.metrics[key] == expected.metrics[key], (player.name, key)
        for key, (relative, absolute) in CLOSE.items():
            if player.team == 0:
                value = expected.metrics[key]
                np.testing.assert_allclose(
                    got.metrics[key], value, relative, absolute, err_msg=f"{player.name} {key}"
                )
            else:
                assert key not in got.metrics
    assert SEES_MATES & Visible.BOOST


def test_both_transports_tell_the_same(messages: list[tuple[float, bytes]]) -> None:
    some = [message for _, message in messages[:300]]
    with StatsServer() as server:
        stream = socket.create_connection(("127.0.0.1", server.tcp_port), timeout=20)
        with stream, connect(f"ws://127.0.0.1:{server.web_port}", proxy=None) as web:
            while server.listeners < 2:
                pass
            for message in some:
                server.send(message)
            pieces = [str(web.recv(timeout=20)).encode() for _ in some]
            undivided = b""
            while len(undivided) < sum(map(len, some)):
                undivided += stream.recv(1 << 16)
    assert pieces == some
    assert undivided == b"".join(some)
