"""Matches made by hand."""

from collections.abc import Callable

import numpy as np
import pytest

from rockettrainer.match import Events, Frames, Phase, blank_frames

HZ = 30.0


def drive(count: int, players: int) -> Frames:
    """Frames of play at 30 Hz in which everything stands still, on the ground, at midfield."""
    frames = blank_frames(count, players)
    frames.time_s[:] = np.arange(count) / HZ
    frames.phase[:] = Phase.ACTIVE
    frames.pose_report[:] = 1
    frames.ball_report[:] = 1
    frames.boost_report[:] = 0
    for column in (frames.position, frames.velocity, frames.ball_position, frames.ball_velocity):
        column[:] = 0.0
    frames.position[..., 2] = 17.0
    frames.ball_position[..., 2] = 93.15
    frames.boost[:] = 33.0
    frames.handbrake[:] = 0
    return frames


def random_match(seed: int, count: int, players: int) -> tuple[Frames, Events]:
    """A nonsense match that visits every branch: gaps, phases, unknown values, all events."""
    random = np.random.default_rng(seed)
    frames = drive(count, players)
    gaps = random.choice([0.0, 0.01, 1 / 30, 0.2, 5.0], count, p=[0.05, 0.3, 0.5, 0.1, 0.05])
    frames.time_s[:] = np.cumsum(gaps)
    frames.phase[:] = random.choice([1, 2, 2, 2, 3, 4, 5], count)
    frames.countdown[:] = random.choice([0, 0, 0, 1, 3], count)
    frames.ball_team[:] = random.choice([-1, 0, 1], count)
    for column, scale in (
        (frames.position, 4000.0),
        (frames.velocity, 1500.0),
        (frames.ball_position, 4000.0),
        (frames.angular_velocity, 5.0),
    ):
        column[:] = random.normal(0.0, scale, column.shape)
    frames.position[..., 2] = abs(frames.position[..., 2]) * random.choice([0.0, 1.0], (count, 1))
    frames.position[random.random((count, players)) < 0.1] = np.nan
    frames.ball_position[random.random(count) < 0.05] = np.nan
    frames.boost[:] = random.choice([0.0, 12.0, 60.0, 100.0, np.nan], (count, players))
    frames.boost_reported[:] = frames.boost
    for flags in (frames.pose_report, frames.boost_report):
        flags[:] = random.choice([0, 1, 1, 2], (count, players))
    frames.handbrake[:] = random.choice([-1, 0, 1], (count, players))
    frames.velocity[random.random((count, players)) < 0.2] = np.nan
    frames.speed[:] = random.choice([0.0, 1500.0, 2250.0, np.nan], (count, players))
    frames.wheels[:] = random.choice(
        [-1, 0, 0, 0, 0, 2, 4], (count, players), p=[0.04] + [0.16] * 6
    )
    for stick in (frames.pitch, frames.yaw, frames.roll):
        stick[:] = random.uniform(-1.0, 1.0, (count, players))
    frames.score[:] = np.cumsum(random.integers(0, 2, (count, players)), axis=0)
    return frames, _random_events(random, count, players)


def _random_events(random: np.random.Generator, count: int, players: int) -> Events:
    events = count // 4
    frame = np.sort(random.integers(0, count, events)).astype(np.int32)
    return Events(
        kind=random.integers(1, 16, events).astype(np.uint8),
        frame=frame,
        time_s=frame.astype(np.float64),
        player=random.integers(-1, players, events).astype(np.int16),
        other=random.integers(-1, players, events).astype(np.int16),
        detail=random.integers(0, 2, events).astype(np.int32),
        value=random.choice([0.0, 50.0, 95.0, np.nan], events).astype(np.float32),
        position=random.normal(0.0, 3000.0, (events, 3)).astype(np.float32),
    )


@pytest.fixture(name="drive")
def _drive() -> Callable[[int, int], Frames]:
    return drive
