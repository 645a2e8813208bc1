import numpy as np
import pytest

from rockettrainer.features import accumulate, measure
from rockettrainer.match import Frames, MatchInfo, Phase, Visible, no_events
from tests.features.conftest import HZ, drive

SECOND = int(HZ)


def _metrics(frames: Frames) -> dict[str, float]:
    states = accumulate(frames, no_events(), [0] * frames.players, 5120.0)
    return measure(states, MatchInfo(), Visible.REPLAY).players[0].metrics


def _driving(speed: float, seconds: int = 10) -> Frames:
    """A car that drives along x."""
    frames = drive(seconds * SECOND + 1, 1)
    frames.velocity[:, 0, 0] = speed
    frames.position[:, 0, 0] = frames.time_s * speed
    return frames


@pytest.mark.parametrize(
    ("speed", "band"),
    [
        (2200.0, "supersonic_s"),
        (2199.0, "boost_speed_s"),
        (1410.0, "boost_speed_s"),
        (1409.0, "slow_s"),
    ],
)
def test_speed_has_three_bands(speed: float, band: str) -> None:
    metrics = _metrics(_driving(speed))
    assert metrics[band] == pytest.approx(10.0)
    assert metrics["speed_mean_uu_s"] == pytest.approx(speed)


def test_the_way_is_as_long_as_speed_and_time_say() -> None:
    assert _metrics(_driving(1000.0))["distance_uu"] == pytest.approx(10_000.0, rel=1e-6)


def test_being_moved_is_not_driving() -> None:
    frames = _driving(1000.0)
    frames.position[150:, 0, 1] = 4000.0
    assert _metrics(frames)["distance_uu"] == pytest.approx(10_000.0, abs=40.0)


def test_standing_does_not_slow_the_mean_speed() -> None:
    frames = _driving(1000.0)
    frames.velocity[: 5 * SECOND] = 0.0
    metrics = _metrics(frames)
    assert metrics["speed_mean_uu_s"] == pytest.approx(1000.0)
    assert metrics["slow_s"] == pytest.approx(10.0)


def test_a_speed_holds_until_the_next_is_seen() -> None:
    frames = _driving(2250.0)
    frames.velocity[90:] = 0.0
    assert _metrics(frames)["supersonic_s"] == pytest.approx(3.0)


def test_height_has_three_bands() -> None:
    frames = drive(10 * SECOND + 1, 1)
    frames.position[2 * SECOND :, 0, 2] = 500.0
    frames.position[6 * SECOND :, 0, 2] = 841.0
    metrics = _metrics(frames)
    assert metrics["ground_s"] == pytest.approx(2.0)
    assert metrics["low_air_s"] == pytest.approx(4.0)
    assert metrics["high_air_s"] == pytest.approx(4.0)
    shares = [metrics[f"{band}_percent"] for band in ("ground", "low_air", "high_air")]
    assert shares == pytest.approx([20.0, 40.0, 40.0])


def test_powerslides_are_counted_on_the_ground() -> None:
    frames = drive(10 * SECOND + 1, 1)
    frames.handbrake[30:60] = 1
    frames.handbrake[90:120] = 1
    frames.position[80:130, 0, 2] = 300.0
    metrics = _metrics(frames)
    assert metrics["powerslides"] == 1
    assert metrics["powerslide_s"] == pytest.approx(1.0)
    assert metrics["powerslide_mean_s"] == pytest.approx(1.0)


def test_landing_with_the_handbrake_held_is_a_powerslide() -> None:
    frames = drive(10 * SECOND + 1, 1)
    frames.position[20:45, 0, 2] = 300.0
    frames.handbrake[30:60] = 1
    metrics = _metrics(frames)
    assert metrics["powerslides"] == 1
    assert metrics["powerslide_s"] == pytest.approx(0.5)


def test_a_cut_before_a_kickoff_takes_no_time() -> None:
    frames = _driving(1000.0)
    frames.time_s[5 * SECOND :] += 8.0
    frames.phase[5 * SECOND : 5 * SECOND + 3] = Phase.COUNTDOWN
    frames.pose_report[5 * SECOND] = 2
    assert _metrics(frames)["slow_s"] == pytest.approx(10.0 - 1 / HZ)


def test_after_the_whistle_nothing_counts() -> None:
    frames = _driving(1000.0)
    frames.phase[5 * SECOND :] = Phase.ENDED
    assert _metrics(frames)["slow_s"] == pytest.approx(5.0, abs=0.05)


def test_a_car_never_seen_has_no_movement() -> None:
    frames = drive(100, 1)
    frames.position[:] = np.nan
    frames.velocity[:] = np.nan
    states = accumulate(frames, no_events(), [0], 5120.0)
    measured = measure(states, MatchInfo(), Visible.REPLAY).players[0]
    assert "supersonic_percent" not in measured.metrics
    assert measured.missing["supersonic_percent"] == "the player had no time in play"
