import numpy as np
import pytest

from rockettrainer.features import Measured, accumulate, measure
from rockettrainer.match import (
    EventKind,
    Events,
    Frames,
    MatchInfo,
    Phase,
    Visible,
    no_events,
)
from tests.features.conftest import drive

ROW_S = 1 / 30


def _players(
    frames: Frames, teams: tuple[int, ...] = (0,), events: Events | None = None
) -> tuple[Measured, ...]:
    states = accumulate(frames, events or no_events(), teams, 5120.0)
    return measure(states, MatchInfo(playlist_id=13), Visible.REPLAY).players


def _quiet(count: int, players: int = 1) -> Frames:
    """Frames of play in which nothing is reported but a first pose and a first boost."""
    frames = drive(count, players)
    frames.pose_report[:], frames.boost_report[:], frames.ball_report[:] = 0, 0, 0
    frames.pose_report[0], frames.boost_report[0] = 2, 2
    frames.on_field[:], frames.countdown[:] = 1, 0
    frames.boost_reported[:] = 85 / 2.55
    return frames


def _report_boost(frames: Frames, row: int, steps: int) -> None:
    frames.boost_report[row, 0] = 1
    frames.boost_reported[row:, 0] = steps / 2.55


def test_time_goes_to_the_quarter_that_a_report_ends_in() -> None:
    frames = _quiet(301)
    _report_boost(frames, 90, 255)
    _report_boost(frames, 150, 10)
    metrics = _players(frames)[0].metrics
    assert metrics["ballchasing_boost_75_100_s"] == pytest.approx(3.0)
    assert metrics["ballchasing_boost_0_25_s"] == pytest.approx(2.0)
    assert metrics["ballchasing_boost_full_s"] == pytest.approx(2.0)
    assert metrics["ballchasing_boost_mean"] == pytest.approx((85 + 255 + 10) / 3 / 2.55)


def test_falls_and_rises_are_uses_and_pads() -> None:
    frames = _quiet(301)
    _report_boost(frames, 30, 0)
    _report_boost(frames, 60, 31)
    _report_boost(frames, 90, 255)
    metrics = _players(frames)[0].metrics
    assert metrics["ballchasing_boost_used_per_min"] == int(60 * 85 / 2.55 / 3)
    assert metrics["ballchasing_boost_collected_small"] == 12
    assert metrics["ballchasing_big_pads_collected"] == 1
    assert metrics["ballchasing_boost_overfill"] == 12
    assert metrics["ballchasing_boost_zero_s"] == pytest.approx(1.0)


def test_a_pad_on_the_halfway_line_is_stolen_from_nobody() -> None:
    frames = _quiet(91)
    frames.position[:, 0, 1] = 500.0
    _report_boost(frames, 31, 255)
    pad = no_events()._replace(
        kind=np.array([EventKind.BIG_PAD], np.uint8),
        frame=np.array([30], np.int32),
        time_s=np.zeros(1),
        player=np.zeros(1, np.int16),
        other=np.array([-1], np.int16),
        detail=np.array([15], np.int32),
        value=np.zeros(1, np.float32),
        position=np.array([[3584.0, 0.0, 73.0]], np.float32),
    )
    assert _players(frames)[0].metrics["ballchasing_big_pads_stolen"] == 1
    metrics = _players(frames, events=pad)[0].metrics
    assert metrics["ballchasing_big_pads_collected"] == 1
    assert metrics["ballchasing_big_pads_stolen"] == 0


def test_a_blow_that_ends_a_rest_is_given_the_rests_time() -> None:
    frames = _quiet(301)
    frames.velocity[300, 0, 0] = 2250.0
    frames.pose_report[300, 0] = 1
    metrics = _players(frames)[0].metrics
    assert metrics["ballchasing_supersonic_s"] == pytest.approx(10.0)
    assert metrics["supersonic_s"] == 0.0


def test_ranks_compare_cars_of_the_same_tenth_of_a_second() -> None:
    frames = _quiet(301, players=2)
    frames.position[:, 1, 1] = 1000.0
    frames.pose_report[::3, 0] = 1
    frames.pose_report[::6, 1] = 1
    first, second = _players(frames, (0, 0))
    assert first.metrics["ballchasing_most_back_s"] == pytest.approx(10.0, abs=0.21)
    assert second.metrics["ballchasing_most_back_s"] == 0.0
    assert second.metrics["ballchasing_most_forward_s"] == pytest.approx(10.0, abs=0.21)
    assert first.metrics["ballchasing_most_forward_s"] == pytest.approx(5.0, abs=0.21)


def test_after_a_goal_that_ends_the_match_no_rank_counts() -> None:
    frames = _quiet(301)
    frames.pose_report[1:] = 1
    frames.phase[150:] = Phase.GOAL
    cut = _players(frames)[0].metrics["ballchasing_most_back_s"]
    assert cut == pytest.approx(5.0, abs=0.21)


def test_a_possession_that_no_opponent_ends_is_nobodys() -> None:
    frames = _quiet(301, players=2)
    frames.ball_team[30:], frames.ball_team[90:] = 0, 1
    states = accumulate(frames, no_events(), (0, 1), 5120.0)
    blue, orange = measure(states, MatchInfo(), Visible.REPLAY).teams
    assert blue.metrics["ballchasing_possession_s"] == pytest.approx(2.0, abs=ROW_S)
    assert orange.metrics["ballchasing_possession_s"] == 0.0


def test_live_sources_have_no_reports_and_say_so() -> None:
    states = accumulate(_quiet(31), no_events(), (0,), 5120.0)
    row = measure(states, MatchInfo(), Visible.LIVE).players[0]
    assert row.missing["ballchasing_boost_mean"] == "this source does not show: reports"
    assert "boost_mean" in row.metrics
