"""What a source does not show is absent, for each player by what is seen of him."""

from collections.abc import Sequence

import numpy as np
import pytest

from rockettrainer.features import METRICS, Metric, accumulate, analyse, measure
from rockettrainer.match import (
    Frames,
    Match,
    MatchInfo,
    Phase,
    Player,
    Roster,
    Team,
    Visible,
    blank_frames,
    no_events,
)
from tests.features.conftest import HZ, drive

SPEEDS = (
    *("speed_mean_uu_s", "speed_mean_percent", "supersonic_s", "supersonic_percent"),
    *("boost_speed_s", "boost_speed_percent", "slow_s", "slow_percent"),
)
SEEN_ALWAYS = frozenset(
    (
        *("demolitions_inflicted", "demolitions_taken"),
        *("possession_s", "ballchasing_possession_s"),
    )
)
"""They count events, or times since a touch: none is a true 0 where the source shows them."""


def _unseen(count: int, players: int) -> Frames:
    """Play of which neither positions, boost, controls nor the scoreboard are known."""
    frames = blank_frames(count, players)
    frames.time_s[:] = np.arange(count) / HZ
    frames.phase[:] = Phase.ACTIVE
    frames.on_field[:] = 1
    return frames


def _told(speeds: Sequence[float]) -> Frames:
    """Ten seconds in which cars go at speeds that are told as plain numbers."""
    frames = _unseen(301, len(speeds))
    frames.speed[:] = speeds
    return frames


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.key)
def test_what_was_never_seen_has_no_value(metric: Metric) -> None:
    if metric.key in SEEN_ALWAYS or metric.needs == Visible.PADS:
        return
    everything = Visible.LIVE | Visible.REPLAY
    states = accumulate(_unseen(301, 2), no_events(), (0, 1), 5120.0)
    seen = measure(states, MatchInfo(map_code="Stadium_P", playlist_id=13), everything)
    rows = seen.players if metric.value is not None else seen.teams
    for row in rows:
        assert metric.key not in row.metrics
        assert row.missing[metric.key]


def test_speed_alone_gives_what_velocities_give() -> None:
    speeds = [900.0, 1500.0, 2250.0]
    moved = drive(301, 3)
    moved.velocity[:, :, 1] = speeds
    by_speed, by_velocity = (
        measure(accumulate(frames, no_events(), (0, 0, 1), 5120.0), MatchInfo(), visible)
        for frames, visible in ((_told(speeds), Visible.SPEED), (moved, Visible.LIVE))
    )
    for told, known in zip(by_speed.players, by_velocity.players, strict=True):
        assert {key: told.metrics[key] for key in SPEEDS} == pytest.approx(
            {key: known.metrics[key] for key in SPEEDS}
        )
        assert told.missing["distance_uu"] == "this source does not show: positions"


def test_a_velocity_goes_before_a_speed() -> None:
    frames = drive(301, 1)
    frames.speed[:] = 2300.0
    states = accumulate(frames, no_events(), (0,), 5120.0)
    assert measure(states, MatchInfo(), Visible.LIVE).players[0].metrics["supersonic_s"] == 0.0


def _seats(*teams: Team) -> Roster:
    return Roster(
        tuple(
            Player(id=f"epic:{n}", platform="epic", platform_id=str(n), name=f"P{n}", team=team)
            for n, team in enumerate(teams)
        )
    )


def test_of_opponents_a_source_may_show_less() -> None:
    frames = _told([1000.0, 2250.0, np.nan])
    frames.boost[:] = [50.0, 100.0, np.nan]
    match = Match(
        info=MatchInfo(playlist_id=13),
        roster=_seats(Team.BLUE, Team.BLUE, Team.ORANGE),
        visible=Visible.CLOCK,
        also_visible=(*(Visible.BOOST | Visible.SPEED,) * 2, Visible.NOTHING),
        frames=frames,
        events=no_events(),
    )
    analysis = analyse(match)
    first, second, opponent = analysis.players
    means = [row.metrics["boost_mean"] for row in (first, second)]
    assert means == pytest.approx([50.0, 100.0])
    assert (first.metrics["slow_s"], second.metrics["supersonic_s"]) == pytest.approx((10.0, 10.0))
    assert opponent.missing["boost_mean"] == "this source does not show: boost"
    blue, orange = analysis.teams
    assert blue.metrics["boost_mean"] == pytest.approx(75.0)
    assert orange.missing["boost_mean"] == "this source does not show: boost"


def test_a_team_is_seen_as_far_as_all_its_players() -> None:
    states = accumulate(_told([1000.0, 1000.0]), no_events(), (0, 0), 5120.0)
    also = (Visible.SPEED, Visible.NOTHING)
    blue, _ = measure(states, MatchInfo(), Visible.CLOCK, also).teams
    assert blue.missing["slow_s"] == "this source does not show: speed"


def test_a_team_alone_adds_up_what_is_known() -> None:
    states = accumulate(_told([1000.0, np.nan]), no_events(), (0, 1), 5120.0)
    blue, orange = measure(states, MatchInfo(), Visible.LIVE).teams
    assert blue.metrics["slow_s"] == pytest.approx(10.0)
    assert "slow_s" in orange.missing
