"""What is written into a replay is what the decoder reads out of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import rockettrainer_replay as decoder
from numpy.typing import NDArray

from tests.support.replay_writer import (
    Body,
    BoostAttribute,
    Clock,
    DemolitionAttribute,
    Dialect,
    EnterPhase,
    MatchFacts,
    MatchScript,
    Phase,
    PickupAttribute,
    Player,
    Quantum,
    Reel,
    scripts,
    write_replay,
)
from tests.support.replay_writer.scripts import ANN, BEA, BOT, OTTO

DIALECTS = [Dialect(version) for version in (None, 0, 5, 8, 10, 11, 12)]
MODERN = [Dialect(10), Dialect(11)]
# The decoder's columns are 32-bit floats: about 5e-4 of error at 5,000 uu.
ROUNDING = 5e-4

GOAL, DEMOLITION, BIG_PAD, SMALL_PAD = 1, 2, 3, 4
SHOT, SAVE, ASSIST, ANNOUNCED, REFRESH, TOUCH = 5, 6, 7, 8, 9, 10
JOINED, LEFT, KICKOFF, OVERTIME, MATCH_END = 11, 12, 13, 14, 15
PHASE_CODES = {
    Phase.COUNTDOWN: 1,
    Phase.ACTIVE: 2,
    Phase.AFTER_GOAL: 3,
    Phase.GOAL_REPLAY: 4,
    Phase.FINISHED: 5,
    Phase.PODIUM: 5,
    Phase.PAUSED: 6,
    Phase.WAITING: 7,
}

Decoded = dict[str, Any]


def read(script: MatchScript, dialect: Dialect | None = None) -> Decoded:
    decoded = decoder.decode(write_replay(script, dialect))
    assert decoded["network_error"] is None
    return dict(decoded)


def slot(decoded: Decoded, player: Player) -> int:
    """The slot of a player, who must have just one."""
    (found,) = [n for n, line in enumerate(decoded["players"]) if line["name"] == player.name]
    return int(found)


def column(decoded: Decoded, name: str, player: Player) -> NDArray[Any]:
    values: NDArray[Any] = decoded["frames"][name][:, slot(decoded, player)]
    return values


def events(decoded: Decoded, kind: int) -> list[dict[str, Any]]:
    """The events of a kind, each with the fields of its row."""
    table = decoded["events"]
    rows = np.flatnonzero(table["kind"] == kind)
    return [{name: values[row] for name, values in table.items()} for row in rows]


def frames_of(decoded: Decoded, kind: int) -> list[int]:
    return [int(event["frame"]) for event in events(decoded, kind)]


def assert_body(frames: Decoded, prefix: str, at: tuple[int, ...], body: Body, q: Quantum) -> None:
    def read_out(name: str) -> NDArray[Any]:
        values: NDArray[Any] = frames[prefix + name][at].astype(np.float64)
        return values

    np.testing.assert_allclose(read_out("position"), body.position, atol=q.position + ROUNDING)
    np.testing.assert_allclose(read_out("velocity"), body.velocity, atol=q.velocity + ROUNDING)
    spin = read_out("angular_velocity")
    np.testing.assert_allclose(spin, body.angular_velocity, atol=q.angular_velocity)
    turn = read_out("rotation")
    # A rotation and its negative are the same rotation.
    turn *= math.copysign(1.0, float(turn @ np.array(body.rotation)))
    # Three angles each round by half a step when written and by one in the parser's floats.
    np.testing.assert_allclose(turn, body.rotation, atol=2.5 * q.rotation)


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda d: f"net{d.net_version}")
def test_every_body_comes_back(dialect: Dialect) -> None:
    script = scripts.duel()
    decoded = read(script, dialect)
    frames = decoded["frames"]
    for n, moment in enumerate(script.moments):
        assert frames["time_s"][n] == pytest.approx(moment.time, abs=1e-5)
        if moment.ball is not None:
            assert_body(frames, "ball_", (n,), moment.ball, dialect.quantum)
        for player, body in moment.cars.items():
            assert_body(frames, "", (n, slot(decoded, player)), body, dialect.quantum)


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda d: f"net{d.net_version}")
def test_any_rotation_comes_back(dialect: Dialect) -> None:
    angles = [
        (yaw, pitch, roll) for yaw in (-3.0, 0.4) for pitch in (-1.5, 0.7) for roll in (-3.1, 2.0)
    ]
    reel = Reel(scripts.BALL_AT_REST)
    for yaw, pitch, roll in angles:
        turn = scripts.facing(yaw, pitch, roll)
        reel.cars[ANN] = Body((0.0, 0.0, 500.0), rotation=turn)
        reel.roll(1)
    frames = read(reel.script(), dialect)["frames"]
    for n, moment in enumerate(reel.moments):
        assert_body(frames, "", (n, 0), moment.cars[ANN], dialect.quantum)


def test_frames_between_reports_are_known() -> None:
    decoded = read(scripts.sparse())
    position = column(decoded, "position", ANN)
    assert np.isfinite(position).all()
    assert (np.diff(position[:, 1]) >= 0).all()


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda d: f"net{d.net_version}")
def test_header_facts(dialect: Dialect) -> None:
    script = scripts.duel()
    info = read(script, dialect)["info"]
    facts = script.facts
    expected = {
        "replay_id": facts.replay_id,
        "match_guid": facts.match_guid,
        "name": "Duel",
        "recorded_by": "Ann",
        "date": "2026-04-01 19:19:51",
        "start_epoch": 1775035164,
        "build_version": dialect.build,
        "game_version": "{}.{}".format(*dialect.version),
        "net_version": dialect.net_version,
        "map_code": "Stadium_P",
        "match_type": "Online",
        "game_type": "TAGame.Replay_Soccar_TA",
        "playlist_id": 10,
        "team_size": 1,
        "unfair_team_size": 1,
        "overtime": False,
        "forfeit": False,
        "record_fps": 30.0,
        "num_frames_header": len(script.moments),
        "duration_s": 4.5,
        "server_name": "EU1-TEST",
        "server_region": "EU",
        "ball_archetype": "Archetypes.Ball.Ball_Default",
    }
    assert {name: info[name] for name in expected} == expected
    assert tuple(info["score"]) == (1, 0)
    assert "PublicRanked" in info["match_class"]


def test_private_match_mutators() -> None:
    facts = MatchFacts(mutators="MaxSpeed:SuperFast,Boost:Unlimited")
    script = scripts.scoreboard()
    decoded = read(MatchScript(script.moments, facts))
    assert decoded["info"]["mutators"] == facts.mutators


@pytest.mark.parametrize("dialect", MODERN, ids=lambda d: f"net{d.net_version}")
def test_roster(dialect: Dialect) -> None:
    decoded = read(scripts.accounts(), dialect)
    ids = {line["name"]: line["id"] for line in decoded["players"]}
    assert ids["Ann"] == "steam:76561198000000001"
    assert ids["Otto"] == "epic:8c67109ee36f4344bbfc18a23305018b"
    assert ids["Bea ☣"] == "xbox:2533274800000001"
    assert ids["Pia"].startswith("ps4:")
    assert ids["Kim"] == "switch:998877"
    assert ids["Psy"] == "psynet:445566"
    assert ids["Sundown"] == "bot:Sundown"
    assert ids["Guest"] != ids["Bea ☣"]
    assert "Vera" not in ids
    teams = [line["team"] for line in decoded["players"]]
    assert teams == sorted(teams)
    assert [line["name"] for line in decoded["players"] if line["is_bot"]] == [BOT.name]


def test_player_settings() -> None:
    decoded = read(scripts.duel())
    line = decoded["players"][slot(decoded, ANN)]
    assert line["car_body_id"] == ANN.car_body
    assert line["steering_sensitivity"] == pytest.approx(1.5)
    assert ANN.camera is not None
    for name in ("fov", "height", "pitch", "distance", "stiffness", "swivel_speed"):
        assert line["camera"][name] == pytest.approx(getattr(ANN.camera, name)), name
    assert line["camera"]["transition_speed"] == pytest.approx(1.25)
    stats = {"score": 142, "goals": 1, "assists": 0, "saves": 0, "shots": 2}
    assert line["header_stats"] == stats


@pytest.mark.parametrize("make", [scripts.duel, scripts.overtime], ids=lambda f: f.__name__)
def test_phases_and_clock(make: Callable[[], MatchScript]) -> None:
    script = make()
    frames = read(script)["frames"]
    phase, clock = 0, math.nan
    for n, moment in enumerate(script.moments):
        for event in moment.events:
            if isinstance(event, EnterPhase):
                phase = PHASE_CODES[event.phase]
            elif isinstance(event, Clock):
                clock = event.seconds
            else:
                phase = {"Goal": 3, "MatchEnd": 5}.get(type(event).__name__, phase)
        assert frames["phase"][n] == phase, n
        assert frames["clock_s"][n] == pytest.approx(clock, nan_ok=True), n


def test_every_state_has_its_phase() -> None:
    reel = Reel(scripts.BALL_AT_REST, {ANN: Body((0.0, 0.0, 17.0))})
    order = [Phase.WAITING, Phase.COUNTDOWN, Phase.ACTIVE, Phase.PAUSED, Phase.ACTIVE]
    order += [Phase.AFTER_GOAL, Phase.GOAL_REPLAY, Phase.FINISHED, Phase.PODIUM]
    for state in order:
        reel.roll(3, EnterPhase(state))
    phases = read(reel.script())["frames"]["phase"]
    assert phases[::3].tolist() == [PHASE_CODES[state] for state in order]


def test_kickoff_touches_and_goal() -> None:
    decoded = read(scripts.duel())
    frames = decoded["frames"]
    assert frames_of(decoded, KICKOFF) == [0, 85]
    assert frames["ball_hit"].tolist() == [0] * 25 + [1] * 60 + [0] * 24
    assert frames["ball_team"].tolist() == [-1] * 25 + [0] * 5 + [1] * 5 + [0] * 50 + [-1] * 24
    touches = [(int(t["frame"]), int(t["detail"])) for t in events(decoded, TOUCH)]
    assert touches == [(25, 0), (30, 1), (35, 0)]
    (goal,) = events(decoded, GOAL)
    assert (goal["frame"], goal["player"], goal["detail"]) == (55, slot(decoded, ANN), 0)
    assert frames["team_score"][54].tolist() == [0, 0]
    assert frames["team_score"][55].tolist() == [1, 0]
    assert frames_of(decoded, MATCH_END) == [106]


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda d: f"net{d.net_version}")
def test_scoreboard_counters(dialect: Dialect) -> None:
    decoded = read(scripts.scoreboard(), dialect)
    assert frames_of(decoded, SHOT) == [5, 21]
    assert frames_of(decoded, SAVE) == [10]
    assert frames_of(decoded, ASSIST) == [15]
    assert column(decoded, "shots", ANN)[[5, 19, 21]].tolist() == [1, 1, 2]
    assert column(decoded, "assists", ANN)[15] == 1
    assert column(decoded, "score", ANN)[15] == 70
    assert column(decoded, "saves", OTTO)[-1] == 1
    assert column(decoded, "score", OTTO)[-1] == 50
    announced = [
        decoded["stat_names"][int(event["detail"])] for event in events(decoded, ANNOUNCED)
    ]
    assert all("Save" not in name or "Stat" in name or name == "Save" for name in announced)


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda d: f"net{d.net_version}")
def test_one_who_leaves_and_returns_keeps_the_slot(dialect: Dialect) -> None:
    script = scripts.leaver_returns()
    decoded = read(script, dialect)
    on_field = column(decoded, "on_field", BEA)
    assert on_field.tolist() == [1] * 20 + [0] * 20 + [1] * 20
    assert np.isnan(column(decoded, "position", BEA)[20:40]).all()
    assert np.isfinite(column(decoded, "position", BEA)[[0, 19, 40, 59]]).all()
    assert (column(decoded, "score", BEA)[1:] == 30).all()
    assert np.isfinite(column(decoded, "position", ANN)).all()
    times = [script.moments[n].time for n in (0, 20, 40, 59)]
    spans = decoded["players"][slot(decoded, BEA)]["spans"]
    np.testing.assert_allclose(np.ravel(spans), times, atol=0.04)
    came = [int(e["frame"]) for e in events(decoded, JOINED) if e["player"] == slot(decoded, BEA)]
    assert came[-1] == 40
    assert [int(e["player"]) for e in events(decoded, LEFT)] == [slot(decoded, BEA)]
    assert frames_of(decoded, LEFT) == [20]


@pytest.mark.parametrize("net_version", [None, 5, 10, 11])
@pytest.mark.parametrize("attribute", DemolitionAttribute)
def test_demolition(net_version: int | None, attribute: DemolitionAttribute) -> None:
    decoded = read(scripts.demolition(), Dialect(net_version, demolition=attribute))
    (event,) = events(decoded, DEMOLITION)
    ann, otto = slot(decoded, ANN), slot(decoded, OTTO)
    assert (event["frame"], event["player"], event["other"]) == (20, ann, otto)
    np.testing.assert_allclose(event["position"], (256.0, 500.0, 17.0), atol=1.0)
    demolished = column(decoded, "demolished", OTTO)
    assert demolished.tolist() == [0] * 20 + [1] * 30 + [0] * 20
    assert np.isnan(column(decoded, "position", OTTO)[21:50]).all()
    assert np.isfinite(column(decoded, "position", OTTO)[50:]).all()
    assert (column(decoded, "on_field", OTTO) == 1).all()
    assert not column(decoded, "demolished", ANN).any()


@pytest.mark.parametrize("attribute", DemolitionAttribute)
def test_blowing_up_alone_is_nobodys_demolition(attribute: DemolitionAttribute) -> None:
    decoded = read(scripts.self_demolition(), Dialect(demolition=attribute))
    assert all(event["player"] == -1 for event in events(decoded, DEMOLITION))
    assert np.isnan(column(decoded, "position", OTTO)[11:]).all()


def test_overtime() -> None:
    decoded = read(scripts.overtime())
    assert decoded["info"]["overtime"] is True
    assert decoded["frames"]["overtime"].tolist() == [0] * 12 + [1] * 30
    assert frames_of(decoded, OVERTIME) == [12]
    assert frames_of(decoded, MATCH_END) == [37]
    (goal,) = events(decoded, GOAL)
    assert (goal["frame"], goal["player"], goal["detail"]) == (32, slot(decoded, OTTO), 1)


@pytest.mark.parametrize("dialect", MODERN, ids=lambda d: f"net{d.net_version}")
@pytest.mark.parametrize("boost", BoostAttribute)
@pytest.mark.parametrize("pickup", PickupAttribute)
def test_boost_and_pads(dialect: Dialect, boost: BoostAttribute, pickup: PickupAttribute) -> None:
    decoded = read(scripts.pickups(), Dialect(dialect.net_version, boost=boost, pickup=pickup))
    reported = column(decoded, "boost_reported", ANN)
    raw = [85] * 10 + [116] * 10 + [255] * 26 + [213] * 10
    np.testing.assert_allclose(reported, np.array(raw) / 2.55, atol=0.01)
    estimate = column(decoded, "boost", ANN)
    np.testing.assert_allclose(estimate[:31], reported[:31], atol=0.5)
    # Half a second of boosting, at 33.3 a second.
    assert 81.0 < estimate[45] < 86.0
    assert column(decoded, "boosting", ANN).tolist() == [0] * 31 + [1] * 15 + [0] * 10
    assert column(decoded, "boost_reported", OTTO)[-1] == pytest.approx(100 / 3, abs=0.01)
    (small,), (big,) = events(decoded, SMALL_PAD), events(decoded, BIG_PAD)
    assert (small["frame"], small["player"]) == (10, slot(decoded, ANN))
    assert (big["frame"], big["player"]) == (20, slot(decoded, ANN))
    assert small["value"] == pytest.approx(85 / 2.55, abs=0.5)
    assert big["value"] == pytest.approx(116 / 2.55, abs=0.5)
    np.testing.assert_allclose(small["position"][:2], scripts.SMALL_PAD_PLACE[:2], atol=1.0)
    np.testing.assert_allclose(big["position"][:2], scripts.BIG_PAD_PLACE[:2], atol=1.0)


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda d: f"net{d.net_version}")
def test_components_and_inputs(dialect: Dialect) -> None:
    decoded = read(scripts.components(), dialect)
    starts = {"jumping": 10, "double_jumping": 20, "boosting": 30, "dodging": 40}
    for name, start in starts.items():
        active = np.flatnonzero(column(decoded, name, ANN) == 1)
        assert active.tolist() == list(range(start, start + 5)), name
    torque = column(decoded, "dodge_torque", ANN)
    assert np.isnan(np.delete(torque, range(40, 45), axis=0)).all()
    expected = np.array((-1.37, 1.9, 0.0)) / math.hypot(-1.37, 1.9)
    lengths = np.linalg.norm(torque[40:45], axis=1, keepdims=True)
    np.testing.assert_allclose(torque[40:45] / lengths, np.tile(expected, (5, 1)), atol=0.01)
    assert frames_of(decoded, REFRESH) == [45]
    for name, values in {"throttle": (1.0, 0.0, -1.0), "steer": (-1.0, 0.5, 0.5)}.items():
        found = column(decoded, name, ANN)[[50, 55, 60]]
        np.testing.assert_allclose(found, values, atol=0.01, err_msg=name)
    assert column(decoded, "handbrake", ANN)[50:].tolist() == [1] * 5 + [0] * 10
    assert column(decoded, "ball_cam", ANN).tolist() == [1] * 50 + [0] * 15
    assert not column(decoded, "ball_cam", OTTO).any()
