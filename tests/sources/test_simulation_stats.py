"""A simulated match as the Stats API tells it: the messages, the transports, and the numbers."""

import json
import socket
from dataclasses import replace

import numpy as np
import pytest
from websockets.sync.client import connect

from rockettrainer.features import analyse
from rockettrainer.live._stats_session import SEES_MATES, StatsSession
from rockettrainer.match import Team, Visible
from rockettrainer.sources.simulation import (
    Game,
    Happening,
    Kind,
    Rules,
    Scene,
    StatsServer,
    Teller,
    lineup,
    match_of,
)
from rockettrainer.sources.simulation._controls import Controls
from rockettrainer.sources.simulation._world import World
from rockettrainer.sources.stats_api import EVENTS, CrossbarHit, Reader
from tests.support.stats_api import message as as_the_game_sends
from tests.support.stats_api import stream

SETUP = lineup(2, 9, Rules(30.0, 1.0, 0.5, 1.0, 0.5))
"""A match with goals on both sides and a hit crossbar."""
CLOSE = {
    "boost_mean": (0.0, 0.7),
    "boost_zero_percent": (0.0, 1.5),
    "big_pads_collected": (0.0, 0.0),
    "small_pads_collected": (0.0, 0.0),
    "supersonic_percent": (0.0, 1.0),
    "speed_mean_uu_s": (0.02, 0.0),
}
"""How far, relative and absolute, 30 states a second may be from 120 ticks."""
NOT_SIMULATED = {"PlayerJoined", "PlayerLeft", "MatchPaused", "MatchUnpaused", "ReplayCreated"}
"""Nobody comes or goes, nobody may pause, and no replay is opened."""


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


def test_a_match_has_every_event_but_those_that_a_simulated_one_cannot_have(
    messages: list[tuple[float, bytes]],
) -> None:
    reader = Reader()
    names = {type(reader.read(message)).__name__ for _, message in messages}
    assert names == {event.__name__ for event in EVENTS} - NOT_SIMULATED


def test_those_are_read_as_the_game_sends_them() -> None:
    reader = Reader()
    sent = [(name, data) for name, data in stream(1) if name in NOT_SIMULATED]
    read = [reader.read(as_the_game_sends(name, data)) for name, data in sent]
    assert [type(event).__name__ for event in read] == [name for name, _ in sent]
    assert {name for name, _ in sent} == NOT_SIMULATED


def fly(
    position: tuple[float, float, float], velocity: tuple[float, float, float]
) -> list[Happening]:
    """A ball by itself for half a second: what happens."""
    world = World((Team.BLUE, Team.ORANGE))
    vec, ball = world._sim.Vec, world._arena.ball
    state = ball.get_state()
    state.pos, state.vel = vec(*position), vec(*velocity)
    ball.set_state(state)
    world._look()
    return [event for _ in range(60) for event in world.step([Controls()] * 2)]


@pytest.mark.parametrize(("height_uu", "hits"), [(480, 0), (620, 1), (660, 1), (820, 0)])
@pytest.mark.parametrize("end", [-1, 1])
def test_a_ball_hits_the_crossbar_between_the_net_and_the_wall_above(
    height_uu: float, hits: int, end: int
) -> None:
    happened = fly((100.0, end * 4000.0, height_uu), (0.0, end * 3000.0, 60.0))
    assert [event.kind for event in happened] == [Kind.CROSSBAR] * hits


def test_a_ball_beside_the_goal_or_inside_it_hits_no_crossbar() -> None:
    assert fly((900.0, 4000.0, 660.0), (0.0, 3000.0, 60.0)) == []
    assert fly((100.0, 5700.0, 300.0), (0.0, 0.0, 900.0)) == []


def test_a_hit_crossbar_is_told_with_who_touched_the_ball_last(scenes: list[Scene]) -> None:
    (hit,) = fly((100.0, 4000.0, 660.0), (0.0, 3000.0, 60.0))
    touch = Happening(Kind.TOUCH, player=2, team=Team.ORANGE, value=0.0)
    told = list(Teller(SETUP).tell(replace(scenes[500], happened=(touch, hit))))
    event = Reader().read(told[1])
    assert isinstance(event, CrossbarHit)
    assert event.ball_location.place == hit.position
    assert event.ball_last_touch is not None
    assert event.ball_last_touch.player is not None
    assert event.ball_last_touch.player.name == SETUP.seats[2].name
    assert 100.0 < (event.impact_force or 0.0) < 300.0


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
