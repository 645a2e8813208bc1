"""What the plugin tells of a game, in its stand-in."""

import math
from pathlib import Path

import numpy as np
import pytest

from rockettrainer import _bakkesmod
from rockettrainer.match import Phase
from tests.bindings.conftest import Play
from tests.support.plugin_server import until

# As a match may go through them.
PHASES = (
    *(Phase.WAITING, Phase.COUNTDOWN, Phase.ACTIVE, Phase.GOAL),
    *(Phase.GOAL_REPLAY, Phase.COUNTDOWN, Phase.PAUSED, Phase.ENDED),
)
CODE = "A1B2-C3D4-E5F6-0718"


def _records() -> "np.ndarray[tuple[int], np.dtype[np.void]]":
    players = np.zeros(2, _bakkesmod.PLAYER_TICK)
    players["player"] = [0, 1]
    players["rotation"][:, 3] = 1
    players["boost"] = 33
    return players


@pytest.mark.parametrize("kind", ["freeplay", "custom_training", "bots", "lan", "replay", "online"])
def test_kinds_of_games_are_told_apart(play: Play, kind: "_bakkesmod.Kind") -> None:
    play.game.open_game(kind, arena="Park_P", match_guid="GUID", playlist_id=24)
    started = play.told("session_started")
    assert (started["kind"], started["map"]) == (kind, "Park_P")
    assert (started["match_guid"], started["playlist_id"]) == ("GUID", 24)
    play.game.close_game()
    assert play.told("session_ended")["reason"] == "left"


def _random_records(random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A tick of values that single precision holds, none of them special."""
    header = np.zeros((), _bakkesmod.TICK_HEADER)
    players = _records()
    for name in ("ball_position", "ball_velocity", "ball_angular_velocity", "ball_rotation"):
        header[name] = random.normal(size=header[name].shape) * 1000
    header["clock_s"] = random.integers(0, 300)
    header["team_score"] = random.integers(0, 9, 2)
    for name in ("overtime", "ball_hit", "ball_team"):
        header[name] = random.integers(0, 2)
    header["countdown"] = random.integers(0, 4)
    for name in _bakkesmod.PLAYER_TICK.names or ():
        shape, kind = players[name].shape, players[name].dtype.kind
        if name in {"player", "team", "on_field"}:
            continue
        values = random.uniform(-1, 1, shape) if kind == "f" else random.integers(0, 2, shape)
        players[name] = values
    players["boost"] = random.uniform(0, 100, 2)
    players["wheels"] = random.integers(0, 5, 2)
    players["team"] = [0, 1]
    players["on_field"] = 1
    return header, players


def test_every_field_goes_through_the_plugin_as_it_is(play: Play) -> None:
    play.game.open_game("bots")
    random = np.random.default_rng(7)
    sent = []
    for number in range(50):
        header, players = _random_records(random)
        header["time_ns"] = play.game.clock_ns + 8_333_333
        header["physics_frame"] = 1000 + number
        header["phase"] = PHASES[number // 7]
        play.game.step(header, players)
        sent.append((header, players))
    until(lambda: play.heard.headers and play.heard.headers[-1]["physics_frame"] == 1049)
    got = {int(h["physics_frame"]): i for i, h in enumerate(play.heard.headers)}
    set_by_plugin = {"magic", "layout", "player_count", "local_player", "seq", "session", "kind"}
    for header, players in sent:
        index = got[int(header["physics_frame"])]
        for name in set(_bakkesmod.TICK_HEADER.names or ()) - set_by_plugin:
            np.testing.assert_array_equal(play.heard.headers[index][name], header[name], name)
        for name in set(_bakkesmod.PLAYER_TICK.names or ()) - {"boost"}:
            np.testing.assert_array_equal(play.heard.players[index][name], players[name], name)
        np.testing.assert_allclose(play.heard.players[index]["boost"], players["boost"], 1e-6)
    assert (play.heard.headers[-1]["local_player"], play.heard.headers[-1]["player_count"]) == (
        0,
        2,
    )


_AXES = ("throttle", "steer", "pitch", "yaw", "roll", "dodge_forward", "dodge_strafe")


def _steered() -> "np.ndarray[tuple[int], np.dtype[np.void]]":
    players = _records()
    for name in (*_AXES, "handbrake", "jump_held"):
        players[name] = 1
    players["steer"] = 0.37
    return players


def test_of_cars_on_other_machines_it_says_what_the_network_carries(play: Play) -> None:
    play.game.open_game("lan")
    play.game.set_game(authority=False)
    play.game.set_cars(_steered())
    play.tick()
    until(lambda: play.heard.players and play.heard.players[-1]["throttle"][0] == 1)
    mine, theirs = play.heard.players[-1]
    assert mine["steer"] == np.float32(0.37)
    assert [int(mine[name]) for name in (*_AXES[2:], "handbrake", "jump_held")] == [1] * 7
    assert (theirs["throttle"], theirs["handbrake"]) == (1, 1)
    assert theirs["steer"] == round(0.37 * 128) / 128
    assert all(math.isnan(theirs[name]) for name in _AXES[2:])
    assert theirs["jump_held"] == -1


def test_in_a_replay_frames_stand_in_for_ticks(play: Play) -> None:
    play.game.open_game("replay")
    play.game.set_cars(_steered())
    before = play.game.clock_ns
    for number in range(120):
        play.game.tick(play.game.clock_ns + 8_333_333, 10_000 + number)
    play.all_told()
    ticks = [h for h in play.heard.headers if h["physics_frame"] >= 10_000]
    assert [int(h["physics_frame"]) for h in ticks] == list(range(10_000, 10_120))
    assert int(ticks[-1]["time_ns"]) - before == 120 * 8_333_333
    for player in play.heard.players[-1]:
        assert player["steer"] == round(0.37 * 128) / 128
        assert all(math.isnan(player[name]) for name in _AXES[2:])


def test_where_physics_stand_still_a_tick_now_and_then_says_so(play: Play) -> None:
    play.game.open_game("replay")
    play.game.run_timeouts(0.1)
    began = play.game.clock_ns
    play.game.run_timeouts(1)
    play.all_told()
    times = [int(h["time_ns"]) for h in play.heard.headers if h["time_ns"] > began]
    assert len(times) == 20
    assert set(np.diff(times)) == {50_000_000}


def test_without_a_car_a_ball_or_a_clock_there_is_nan(play: Play) -> None:
    play.game.open_game("freeplay")
    players = _records()
    players["position"][1] = math.nan
    players["demolished"][1] = 1
    play.game.set_cars(players)
    play.game.set_ball(None)
    play.tick()
    until(lambda: play.heard.headers)
    until(lambda: np.isnan(play.heard.players[-1]["position"][1]).all())
    header, players = play.heard.headers[-1], play.heard.players[-1]
    assert np.isnan(header["ball_position"]).all()
    assert np.isnan(header["clock_s"])
    for name in ("velocity", "rotation", "boost", "throttle", "dodge_forward"):
        assert np.isnan(players[name][1]).all(), name
    assert players["demolished"].tolist() == [0, 1]
    assert players["wheels"].tolist() == [0, -1]


def test_people_come_change_leave_and_come_back(play: Play) -> None:
    play.game.open_game("lan")
    play.tick()
    until(lambda: len(play.heard.named("player")) == 2)
    you, rival = play.heard.named("player")
    assert (you["player"], you["id"], you["local"]) == (0, "steam:76561198135247572", True)
    assert (rival["player"], rival["id"], rival["is_bot"]) == (1, "bot:Rival", True)
    play.game.change(0, team=1)
    play.tick()
    until(lambda: len(play.heard.named("player")) == 3)
    assert (play.told("player")["player"], play.told("player")["team"]) == (0, 1)
    play.game.leave(1)
    play.tick()
    assert play.told("player_left")["player"] == 1
    assert play.game.seat("", "Rival", 1, is_bot=True) == 1
    play.tick()
    until(lambda: len(play.heard.named("player")) == 4)
    assert play.told("player")["player"] == 1


def test_spectators_have_no_seat(play: Play) -> None:
    play.game.set_spectator(1, spectator=True)
    play.game.open_game("lan")
    play.tick()
    play.all_told()
    assert [event["player"] for event in play.heard.named("player")] == [0]


def test_a_touch_says_how_the_ball_was_changed(play: Play) -> None:
    play.game.open_game("bots")
    play.game.set_cars(_records())
    play.game.set_ball((1, 2, 93), (0, 0, 0))
    play.tick()
    play.game.touch(1)
    play.game.set_ball((1, 2, 93), (300, 0, 400))
    play.tick()
    touch = play.told("touch")
    assert (touch["player"], touch["team"], touch["position"]) == (1, 1, [1, 2, 93])
    assert touch["speed_change_uu_s"] == 500


def test_a_goal_counts_once_and_not_in_its_replay(play: Play) -> None:
    play.game.open_game("bots")
    play.game.set_cars(_records())
    play.game.set_ball((0, 5200, 300), (0, 2000, 0))
    play.game.start_round()
    play.game.goal(0, 0)
    play.tick()
    play.game.goal_replay(begin=True)
    play.game.touch(0)
    play.game.goal(0, 0)
    play.tick()
    play.game.goal_replay(begin=False)
    play.tick()
    play.all_told()
    (goal,) = play.heard.named("goal")
    assert (goal["team"], goal["player"], goal["speed_uu_s"]) == (0, 0, 2000)
    assert play.heard.named("touch") == []
    assert len(play.heard.named("goal_replay_started")) == 1
    assert len(play.heard.named("goal_replay_ended")) == 1


def test_an_own_goal_is_nobodys(play: Play) -> None:
    play.game.open_game("bots")
    play.game.set_cars(_records())
    play.game.touch(1)
    play.game.goal(-1, 0)
    play.tick()
    assert play.told("goal")["player"] is None


def test_a_goal_of_no_team_is_no_teams(play: Play) -> None:
    play.game.open_game("bots")
    play.game.set_cars(_records())
    play.game.goal(-1, 2)
    play.tick()
    assert play.told("goal")["team"] is None


def test_demolitions_and_stats_keep_the_games_names(play: Play) -> None:
    play.game.open_game("bots")
    players = _records()
    players["position"][1] = [10, 20, 30]
    play.game.set_cars(players)
    play.tick()
    play.game.demolish(0, 1)
    play.game.stat(0, "EpicSave")
    demolition = play.told("demolition")
    assert (demolition["player"], demolition["other"]) == (0, 1)
    assert demolition["position"] == [10, 20, 30]
    until(lambda: len(play.heard.named("stat")) == 2)
    assert [stat["name"] for stat in play.heard.named("stat")] == ["Demolish", "EpicSave"]


def test_a_pad_is_told_once_with_the_boost_before(play: Play) -> None:
    play.game.open_game("bots")
    play.game.set_cars(_records())
    play.tick()
    play.game.take_pad(0, (3584, 0, 73), big=True)
    play.game.take_pad(-1, (0, -2816, 70), big=False)
    play.tick()
    play.game.pad_back((3584, 0, 73), big=True)
    back = play.told("pad_back")
    assert (back["position"], back["big"]) == ([3584, 0, 73], True)
    big, small = play.heard.named("pad")
    assert (big["player"], big["big"], big["position"]) == (0, True, [3584, 0, 73])
    assert big["boost_before"] == pytest.approx(33, rel=1e-6)
    assert (small["player"], small["big"], small["boost_before"]) == (None, False, None)


def test_a_flip_regained_in_the_air_is_told(play: Play) -> None:
    play.game.open_game("bots")
    players = _records()
    for flip, ground in ((1, 1), (0, 0), (1, 0), (0, 0), (1, 1)):
        players["has_flip"], players["on_ground"] = [flip, 1], [ground, 1]
        play.game.set_cars(players)
        play.tick()
    play.all_told()
    assert [event["player"] for event in play.heard.named("dodge_refresh")] == [0]


def test_a_match_is_followed_to_its_end_and_its_replay_saved(play: Play, tmp_path: Path) -> None:
    play.game.open_game("bots", match_guid="ABC-1")
    play.game.set_cars(_records())
    play.game.countdown()
    play.game.start_round()
    play.game.pause(paused=True)
    play.game.pause(paused=False)
    play.game.overtime()
    play.game.overtime()
    play.tick()
    play.game.end_match(1)
    saved = play.told("replay_saved")
    names = [event["event"] for event in play.heard.events if event["event"] != "player"]
    assert names == [
        *("session_started", "countdown", "round_started", "paused", "paused", "overtime"),
        *("match_ended", "replay_saved"),
    ]
    assert play.told("match_ended")["winner"] == 1
    assert saved["path"] == str(tmp_path / "plugin-replays/ABC-1.replay")
    assert Path(saved["path"]).read_bytes() == b"a replay"


def test_a_replay_that_finds_no_place_is_not_saved(play: Play, tmp_path: Path) -> None:
    (tmp_path / "plugin-replays").write_bytes(b"no folder")
    play.game.open_game("bots")
    play.game.end_match()
    play.all_told()
    assert play.told("match_ended")["winner"] is None
    assert play.heard.named("replay_saved") == []
    assert "no replay saved" in play.game.log[-1]


@pytest.mark.parametrize("state", [{"exists": False}, {"corrupt": True}])
def test_a_replay_that_is_missing_or_damaged_is_not_saved(
    play: Play, state: dict[str, bool]
) -> None:
    play.game.open_game("bots")
    play.game.set_replay(**state)
    play.game.end_match()
    play.all_told()
    assert play.heard.named("replay_saved") == []
    assert "no replay saved" in play.game.log[-1]


def test_a_game_that_is_being_left_is_not_taken_for_the_next(play: Play) -> None:
    play.game.open_game("bots")
    play.game.fire("Function TAGame.GameEvent_Soccar_TA.Destroyed")
    play.game.run_timeouts(0.2)
    until(lambda: len(play.heard.named("session_started")) == 2)
    waited_ns = play.told("session_started")["t_ns"] - play.told("session_ended")["t_ns"]
    assert waited_ns >= 50_000_000


def test_a_rematch_is_another_session(play: Play) -> None:
    play.game.open_game("lan")
    play.game.end_match(0)
    play.game.countdown()
    until(lambda: len(play.heard.named("session_started")) == 2)
    assert play.heard.named("session_ended")[0]["reason"] == "restarted"


def test_custom_training_tells_packs_shots_and_attempts(play: Play) -> None:
    play.game.set_training_pack("1234-5678-9ABC-DEF0", "Saves", 10, "Somebody")
    play.game.open_game("custom_training")
    play.game.set_training_pack("1234-5678-9ABC-DEF0", "Saves", 10, "Somebody")
    play.tick()
    pack = play.told("training_pack")
    assert (pack["code"], pack["name"], pack["shots"]) == ("1234-5678-9ABC-DEF0", "Saves", 10)
    play.game.training_attempt()
    play.game.training_attempt()
    play.game.goal(0, 0)
    play.game.training_attempt()
    play.game.training_shot(2)
    play.tick()
    play.all_told()
    assert [event["shot"] for event in play.heard.named("training_shot")] == [1, 2]
    attempts = [(event["shot"], event["goal"]) for event in play.heard.named("training_attempt")]
    assert attempts == [(1, False), (1, True), (1, False)]


@pytest.mark.parametrize(("rate", "ticks"), [("30", 10), ("60", 20), ("120", 40)])
def test_the_rate_thins_ticks_evenly(play: Play, rate: str, ticks: int) -> None:
    play.game.set_cvar("rockettrainer_rate", rate)
    play.game.open_game("bots")
    play.game.set_cars(_records())
    for number in range(40):
        play.game.tick(play.game.clock_ns + 8_333_333, 10_000 + number)
    play.all_told()
    frames = [h["physics_frame"] for h in play.heard.headers if h["physics_frame"] >= 10_000]
    assert len(frames) == ticks
    assert set(np.diff(frames)) == {120 // int(rate)}


def test_switched_off_the_plugin_is_silent(play: Play) -> None:
    play.game.open_game("bots")
    play.told("session_started")
    play.game.set_cvar("rockettrainer_enabled", "0")
    assert not play.game.status.running
    play.tick()
    play.game.set_cvar("rockettrainer_enabled", "1")
    until(lambda: play.game.status.connected)
    play.game.run_timeouts(0.1)
    until(lambda: len(play.heard.named("session_started")) == 2)
