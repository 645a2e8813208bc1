import numpy as np
import pytest

from rockettrainer.features import Analysis, accumulate, measure
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

BLUE, ORANGE = 0, 1


def _analysis(frames: Frames, teams: list[int], events: Events | None = None) -> Analysis:
    info = MatchInfo(map_code="stadium_p", playlist_id=13)
    states = accumulate(frames, events or no_events(), teams, info.arena.half_length_uu)
    return measure(states, info, Visible.REPLAY)


def test_thirds_and_halves_are_seen_from_the_own_goal() -> None:
    frames = drive(301, 2)
    frames.position[:, :, 1] = -4000.0
    blue, orange = _analysis(frames, [BLUE, ORANGE]).players
    assert blue.metrics["defensive_third_s"] == pytest.approx(10.0)
    assert blue.metrics["defensive_half_percent"] == 100.0
    assert orange.metrics["offensive_third_s"] == pytest.approx(10.0)
    assert orange.metrics["offensive_half_percent"] == 100.0


def test_behind_the_ball_is_nearer_to_the_own_goal() -> None:
    frames = drive(301, 2)
    frames.ball_position[:, 1] = 500.0
    blue, orange = _analysis(frames, [BLUE, ORANGE]).players
    assert blue.metrics["behind_ball_percent"] == 100.0
    assert orange.metrics["in_front_of_ball_percent"] == 100.0


def test_distance_to_the_ball_goes_by_whose_ball_it_is() -> None:
    frames = drive(301, 1)
    frames.ball_position[:] = (0.0, 1000.0, 17.0)
    frames.ball_position[150:] = (0.0, 2000.0, 17.0)
    frames.ball_team[:150], frames.ball_team[150:] = BLUE, ORANGE
    metrics = _analysis(frames, [BLUE]).players[0].metrics
    assert metrics["ball_distance_mean_uu"] == pytest.approx(1500.0)
    assert metrics["ball_distance_own_mean_uu"] == pytest.approx(1000.0)
    assert metrics["ball_distance_theirs_mean_uu"] == pytest.approx(2000.0)


def test_ranks_are_within_the_team_and_a_missing_mate_has_none() -> None:
    frames = drive(301, 3)
    frames.position[:, 0, 1], frames.position[:, 1, 1] = -1000.0, 1000.0
    frames.position[:, 2, 1] = 3000.0
    frames.ball_position[:, 1] = 900.0
    frames.position[150:, 1] = np.nan
    first, second, third = _analysis(frames, [BLUE, BLUE, ORANGE]).players
    assert first.metrics["most_back_s"] == pytest.approx(10.0)
    assert first.metrics["closest_s"] == pytest.approx(5.0)
    assert second.metrics["closest_s"] == pytest.approx(5.0)
    assert second.metrics["most_forward_percent"] == 100.0
    assert third.metrics["most_back_percent"] == third.metrics["farthest_percent"] == 100.0
    assert first.metrics["mate_distance_mean_uu"] == pytest.approx(2000.0)
    assert third.missing["mate_distance_mean_uu"] == "had no teammate on the field"


def test_a_kickoff_countdown_gives_no_rank() -> None:
    frames = drive(301, 1)
    frames.phase[:] = Phase.COUNTDOWN
    row = _analysis(frames, [BLUE]).players[0]
    assert row.metrics["defensive_half_s"] + row.metrics["offensive_half_s"] > 9.9
    assert "most_back_percent" in row.missing


def test_a_goal_counts_against_the_rearmost() -> None:
    frames = drive(31, 3)
    frames.position[:, 0, 1], frames.position[:, 1, 1] = -3000.0, -1000.0
    goal = no_events()._replace(
        kind=np.array([EventKind.GOAL], np.uint8),
        frame=np.array([20], np.int32),
        time_s=np.zeros(1),
        player=np.array([2], np.int16),
        other=np.array([-1], np.int16),
        detail=np.array([ORANGE], np.int32),
        value=np.array([np.nan], np.float32),
        position=np.zeros((1, 3), np.float32),
    )
    rows = _analysis(frames, [BLUE, BLUE, ORANGE], goal).players
    assert [row.metrics["conceded_as_last_defender"] for row in rows] == [1, 0, 0]


def test_possession_and_the_balls_half_belong_to_teams() -> None:
    frames = drive(301, 2)
    frames.ball_position[:, 1] = -100.0
    frames.ball_team[:] = ORANGE
    blue, orange = _analysis(frames, [BLUE, ORANGE]).teams
    assert blue.metrics["possession_s"] == 0.0
    assert orange.metrics["possession_s"] == pytest.approx(10.0)
    assert blue.metrics["ball_in_own_half_s"] == pytest.approx(10.0)


def test_an_arena_of_unknown_size_has_no_thirds() -> None:
    info = MatchInfo(map_code="labs_corridor_p")
    states = accumulate(drive(31, 1), no_events(), [BLUE], info.arena.half_length_uu)
    row = measure(states, info, Visible.REPLAY).players[0]
    assert "size of this arena" in row.missing["defensive_third_s"]
    assert "defensive_half_s" in row.metrics


def test_what_a_source_does_not_see_is_missing_with_the_reason() -> None:
    states = accumulate(drive(31, 1), no_events(), [BLUE], 5120.0)
    row = measure(states, MatchInfo(), Visible.SCOREBOARD).players[0]
    assert row.missing["most_back_s"] == "this source does not show: positions"
    assert "most_back_s" not in row.metrics
