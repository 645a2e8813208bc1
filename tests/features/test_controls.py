import numpy as np
import pytest

from rockettrainer.features import METRICS, Family, Measured, accumulate, measure
from rockettrainer.match import Frames, MatchInfo, Phase, Visible, no_events
from tests.features.conftest import HZ, drive

SECOND = int(HZ)
KEYS = [metric.key for metric in METRICS if metric.family is Family.CONTROLS]


def _measured(frames: Frames) -> Measured:
    states = accumulate(frames, no_events(), [0] * frames.players, 5120.0)
    return measure(states, MatchInfo(), Visible.LIVE).players[0]


def _flown(start: int, stop: int, seconds: int = 10) -> Frames:
    """A car on its wheels but for the rows from start to stop."""
    frames = drive(seconds * SECOND + 1, 1)
    for column in (frames.pitch, frames.yaw, frames.roll):
        column[:] = 0.0
    frames.wheels[:] = 4
    frames.wheels[start:stop] = 0
    return frames


def test_a_flight_is_as_long_as_no_wheel_touches() -> None:
    metrics = _measured(_flown(60, 120)).metrics
    assert metrics["no_wheel_percent"] == pytest.approx(20.0)
    assert metrics["flight_mean_s"] == pytest.approx(2.0)


def test_a_bump_is_no_flight() -> None:
    row = _measured(_flown(60, 74))
    assert row.missing["flight_mean_s"] == "was never in the air for half a second"
    assert row.metrics["no_wheel_percent"] == pytest.approx(100 * 14 / 300)


def test_roll_and_turning_count_in_flight_alone() -> None:
    frames = _flown(60, 120)
    frames.roll[30:75] = -1.0
    frames.pitch[75:90] = 0.5
    frames.yaw[90:100] = 0.09  # a stick that does not centre
    metrics = _measured(frames).metrics
    assert metrics["air_roll_percent"] == pytest.approx(25.0)
    assert metrics["air_turn_percent"] == pytest.approx(50.0)


@pytest.mark.parametrize(
    ("wheels", "clean"),
    [
        ([4], 100.0),
        ([2, 2, 3, 4], 100.0),
        ([1] * 7 + [4], 100.0),
        ([1] * 8 + [4], 0.0),
        ([2, 0, 0, 0], 0.0),
        ([2] * 60, 0.0),
    ],
)
def test_a_clean_landing_has_four_wheels_down_soon(wheels: list[int], clean: float) -> None:
    frames = _flown(60, 120)
    frames.wheels[120 : 120 + len(wheels), 0] = wheels
    assert _measured(frames).metrics["clean_landing_percent"] == clean


def test_a_flight_that_was_not_seen_to_its_end_is_left_out() -> None:
    frames = _flown(60, 120)
    frames.wheels[100:110] = -1
    assert "clean_landing_percent" in _measured(frames).missing
    ended = _flown(60, 120)
    ended.phase[100:] = Phase.GOAL_REPLAY
    assert "flight_mean_s" in _measured(ended).missing


@pytest.mark.parametrize("key", KEYS)
def test_a_replay_does_not_tell(key: str) -> None:
    states = accumulate(_flown(60, 120), no_events(), [0], 5120.0)
    row = measure(states, MatchInfo(), Visible.REPLAY).players[0]
    assert row.missing[key] == "this source does not show: controls"


@pytest.mark.parametrize("key", KEYS)
def test_what_was_never_seen_has_no_value(key: str) -> None:
    frames = drive(301, 1)
    frames.velocity[:] = np.nan
    assert key in _measured(frames).missing
