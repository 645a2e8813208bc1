"""Simulated matches: the same by seed, physically possible, whole, measurable."""

from functools import cache

import numpy as np
import pytest

from rockettrainer.features import analyse
from rockettrainer.match import EventKind, Match, Phase
from rockettrainer.sources.simulation import (
    Game,
    Rules,
    Seat,
    Setup,
    SimulatorMissing,
    lineup,
    simulate,
)

QUICK = Rules(length_s=45.0, countdown_s=1.0, celebration_s=0.5, goal_replay_s=1.0, podium_s=0.5)


@cache
def played(team_size: int = 2, seed: int = 3) -> Match:
    return simulate(lineup(team_size, seed, QUICK), every=2)


def test_the_same_seed_plays_the_same_match_wherever_in_memory_its_cars_lie() -> None:
    between = [Game(lineup(team_size, 1, QUICK)) for team_size in (1, 3, 4)]
    del between[1]
    again = simulate(lineup(2, 3, QUICK), every=2)
    for column, other in zip(played().frames, again.frames, strict=True):
        np.testing.assert_array_equal(column, other)
    assert played().info == again.info


def test_another_seed_plays_another_match() -> None:
    other = simulate(lineup(2, 4, QUICK), every=2).frames
    rows = min(other.size, played().frames.size)
    assert not np.array_equal(other.ball_position[:rows], played().frames.ball_position[:rows])


@pytest.mark.parametrize("team_size", [1, 3, 4])
def test_ball_cars_and_boost_stay_within_what_the_game_allows(team_size: int) -> None:
    frames = played(team_size).frames
    x, y, z = np.abs(frames.ball_position).T
    assert np.nanmax(x) < 4096.0
    assert np.nanmax(y) < 6000.0
    assert np.nanmax(z) < 2044.0
    assert np.nanmax(np.linalg.norm(frames.velocity, axis=2)) < 2301.0
    assert np.nanmin(frames.boost) >= 0.0
    assert np.nanmax(frames.boost) <= 100.0
    quaternions = np.linalg.norm(frames.rotation, axis=2)
    np.testing.assert_allclose(quaternions[~np.isnan(quaternions)], 1.0, atol=1e-4)


def test_a_match_goes_through_every_phase() -> None:
    phases = set(np.concatenate([played(2, seed).frames.phase for seed in (3, 7)]).tolist())
    whole = {Phase.COUNTDOWN, Phase.ACTIVE, Phase.GOAL, Phase.GOAL_REPLAY, Phase.ENDED}
    assert {int(phase) for phase in whole} <= phases


def test_the_clock_stands_until_the_ball_is_touched_and_never_runs_back() -> None:
    frames = played().frames
    untouched = frames.ball_hit[1:] == 0
    steps = np.diff(frames.clock_s)
    assert not steps[untouched & (frames.ball_hit[:-1] == 0)].any()
    assert (steps[frames.overtime[1:] == 0] <= 0.0).all()


def test_goals_make_the_score() -> None:
    match = played()
    goals = match.events.where(EventKind.GOAL)
    assert match.info.score == ((goals.detail == 0).sum(), (goals.detail == 1).sum())
    assert match.info.score[0] != match.info.score[1]
    assert match.events.where(EventKind.MATCH_END).size == 1


def test_every_metric_that_a_live_source_shows_can_be_read() -> None:
    analysis = analyse(played())
    assert len(analysis.players) == 4
    shown = analysis.players[0].metrics
    assert {"boost_mean", "speed_mean_uu_s", "ball_distance_mean_uu", "score"} <= shown.keys()


def test_better_bots_have_better_numbers() -> None:
    good = tuple(Seat(f"Good {n}", 0.95) for n in range(2))
    poor = tuple(Seat(f"Poor {n}", 0.15) for n in range(2))
    rules = Rules(length_s=100.0, countdown_s=0.5, celebration_s=0.2, goal_replay_s=0.0)
    sums = np.zeros((2, 2))
    for seed in range(3):
        teams = analyse(simulate(Setup(good, poor, seed, rules), every=4)).players
        for side, rows in enumerate((teams[:2], teams[2:])):
            sums[side] += (
                sum(row.metrics["boost_mean"] for row in rows),
                sum(row.metrics["boost_zero_percent"] for row in rows),
            )
    (good_mean, good_empty), (poor_mean, poor_empty) = sums
    assert good_mean > 1.3 * poor_mean
    assert good_empty < poor_empty


@pytest.mark.parametrize("cars", [0, 5])
def test_a_side_has_one_to_four_cars(cars: int) -> None:
    side = tuple(Seat(f"Bot {n}", 0.5) for n in range(cars))
    with pytest.raises(ValueError, match="one to four"):
        Setup(side, (Seat("Other", 0.5),), 1)


def test_a_missing_simulator_says_how_to_install_it() -> None:
    assert "uv sync --extra demo" in str(SimulatorMissing())
