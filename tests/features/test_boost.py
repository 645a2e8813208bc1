import numpy as np
import pytest

from rockettrainer.features import Measured, accumulate, measure
from rockettrainer.match import EventKind, Events, Frames, MatchInfo, Phase, Visible, no_events
from tests.features.conftest import drive


def _measured(frames: Frames, events: Events | None = None) -> Measured:
    states = accumulate(frames, events or no_events(), [0], 5120.0)
    return measure(states, MatchInfo(playlist_id=13), Visible.REPLAY).players[0]


def _pad(kind: EventKind, before: float, y: float) -> Events:
    return no_events()._replace(
        kind=np.array([kind], np.uint8),
        frame=np.array([5], np.int32),
        time_s=np.zeros(1),
        player=np.zeros(1, np.int16),
        other=np.array([-1], np.int16),
        detail=np.array([-1], np.int32),
        value=np.array([before], np.float32),
        position=np.array([[0.0, y, 70.0]], np.float32),
    )


@pytest.mark.parametrize(
    ("amount", "quarter"),
    [(0.0, "0_25"), (24.9, "0_25"), (25.0, "25_50"), (50.0, "50_75"), (75.0, "75_100")],
)
def test_a_tank_has_four_quarters(amount: float, quarter: str) -> None:
    frames = drive(301, 1)
    frames.boost[:] = amount
    metrics = _measured(frames).metrics
    assert metrics[f"boost_{quarter}_s"] == pytest.approx(10.0)
    assert metrics[f"boost_{quarter}_percent"] == 100.0
    assert metrics["boost_mean"] == pytest.approx(amount)


def test_empty_and_full_are_what_they_say() -> None:
    frames = drive(301, 1)
    frames.boost[:100], frames.boost[100:250] = 0.0, 100.0
    metrics = _measured(frames).metrics
    assert metrics["boost_zero_s"] == pytest.approx(100 / 30)
    assert metrics["boost_full_percent"] == pytest.approx(50.0)


def test_the_tank_of_a_goals_replay_is_not_that_of_play() -> None:
    frames = drive(90, 1)
    frames.boost[:] = 80.0
    frames.phase[30:60] = Phase.GOAL_REPLAY
    frames.boost[30:60] = 10.0
    assert _measured(frames).metrics["boost_used_per_min"] == 0.0


def test_what_leaves_the_tank_is_used() -> None:
    frames = drive(301, 1)
    frames.boost[:, 0] = np.concatenate([np.linspace(100, 0, 101), np.full(200, 50.0)])
    frames.velocity[:50, 0, 0] = 2250.0
    metrics = _measured(frames).metrics
    assert metrics["boost_used_per_min"] == pytest.approx(600.0)
    assert metrics["boost_used_supersonic"] == pytest.approx(50.0)


@pytest.mark.parametrize(
    ("kind", "before", "gained", "spilt"),
    [
        (EventKind.BIG_PAD, 30.0, 70.0, 30.0),
        (EventKind.SMALL_PAD, 30.0, 12.0, 0.0),
        (EventKind.SMALL_PAD, 95.0, 5.0, 7.0),
        (EventKind.SMALL_PAD, 100.0, 0.0, 12.0),
    ],
)
@pytest.mark.parametrize(("y", "stolen"), [(2000.0, True), (-2000.0, False), (0.0, False)])
def test_a_pad_gives_what_fits(
    kind: EventKind, before: float, gained: float, spilt: float, y: float, stolen: bool
) -> None:
    metrics = _measured(drive(301, 1), _pad(kind, before, y)).metrics
    size = "big" if kind is EventKind.BIG_PAD else "small"
    assert metrics[f"{size}_pads_collected"] == 1
    assert metrics[f"{size}_pads_stolen"] == stolen
    assert metrics["boost_collected"] == pytest.approx(gained)
    assert metrics["boost_stolen"] == pytest.approx(gained * stolen)
    assert metrics["boost_overfill"] == pytest.approx(spilt)


def test_unlimited_boost_is_not_measured() -> None:
    states = accumulate(drive(31, 1), no_events(), [0], 5120.0)
    heatseeker = MatchInfo(playlist_id=38)
    row = measure(states, heatseeker, Visible.REPLAY).players[0]
    assert row.missing["boost_mean"] == "boost is unlimited"
