"""What pages draw: charts, heatmaps, and the viewer's binary."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rockettrainer.library import heatmap, match_time_s, series, viewer_file
from rockettrainer.match import F32, AnyArray, Frames, Phase, arena_for, blank_frames
from rockettrainer.sources import read_replay
from tests.conftest import corpus, real
from tests.support.replays import replay

BOUNDS = {
    "ball_position": 0.125,
    "position": 0.125,
    "ball_velocity": 0.1,
    "velocity": 0.1,
    "ball_rotation": 2e-5,
    "rotation": 2e-5,
    "boost": 1 / 512,
    "clock_s": 1 / 128,
    "team_score": 0.0,
    "phase": 0.0,
}
"""Largest errors that the format promises, in the columns' own units."""

FLOAT32 = 6e-4
"""What is lost where a 32-bit column itself is coarse, at some thousands of uu."""


def read(file: bytes) -> tuple[dict[str, Any], AnyArray, dict[tuple[str, int | None], F32]]:
    """Reads the binary as its description says."""
    assert file[:4] == b"RTV1"
    size = int.from_bytes(file[4:8], "little")
    header = json.loads(file[8 : 8 + size])
    count, place = header["frames"], 8 + size
    assert place % 4 == 0
    times = np.frombuffer(file, "<f4", 2 * count, place).reshape(2, count)
    place += 8 * count
    streams = {}
    for stream in header["streams"]:
        parts = stream["components"]
        steps = np.frombuffer(file, "<i2", parts * count, place).reshape(parts, count)
        whole = np.cumsum(steps, axis=1, dtype=np.int16)
        values = np.where(whole == -32768, np.nan, whole * stream["scale"])
        streams[stream["name"], stream["slot"]] = values.T.astype(np.float32)
        place += 2 * parts * count
    assert place == len(file)
    return header, times, streams


def assert_close(frames: Frames, bounds: dict[str, float]) -> None:
    header, times, streams = read(viewer_file(frames, [f"p{n}" for n in range(frames.players)]))
    assert header["frames"] == frames.size
    np.testing.assert_allclose(times[0], frames.time_s, atol=1e-4)
    np.testing.assert_allclose(times[1], match_time_s(frames), atol=1e-4)
    for (name, slot), values in streams.items():
        if name == "flags":
            continue
        column: AnyArray = getattr(frames, name)
        given = (column if slot is None else column[:, slot]).reshape(frames.size, -1)
        assert (np.isnan(values) == ~np.isfinite(given)).all(), name
        known = np.isfinite(given)
        error = np.abs(values[known].astype(np.float64) - given[known])
        assert error.max(initial=0.0) <= bounds[name] + FLOAT32, name


@pytest.mark.parametrize("path", real(corpus(valid=True)[:8], "replays"))
def test_a_real_match_is_within_the_bounds(path: Path) -> None:
    assert_close(read_replay(path.read_bytes()).frames, BOUNDS)


def test_a_short_match_is_within_the_bounds() -> None:
    frames = read_replay(replay(1)).frames
    assert_close(frames, BOUNDS)
    _, _, streams = read(viewer_file(frames, ["a", "b"]))
    flags = streams["flags", 0][:, 0].astype(int)
    assert ((flags >> 7 & 1) == (frames.on_field[:, 0] == 1)).all()
    assert ((flags & 1) == (frames.boosting[:, 0] == 1)).all()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            *[st.one_of(st.floats(-8000, 8000, width=32), st.just(float("nan")))] * 3,
            st.one_of(st.floats(allow_nan=False, width=32), st.just(float("inf"))),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_whatever_the_numbers_the_bounds_hold(rows: list[tuple[float, ...]]) -> None:
    table = np.array(rows, np.float32)
    frames = blank_frames(len(rows), 1)
    frames.time_s[:] = np.arange(len(rows)) / 30
    frames.position[:, 0] = table[:, :3]
    frames.ball_position[:, 2] = table[:, 3]
    wild = np.abs(table[np.isfinite(table[:, 3]), 3], dtype=np.float64).max(initial=0.0)
    coarser = max(BOUNDS["ball_position"], wild / 32767 / 2 * 1.001)
    assert_close(frames, BOUNDS | {"ball_position": coarser})


def test_a_match_without_frames_is_a_header() -> None:
    header, times, _ = read(viewer_file(blank_frames(0, 2), ["a", "b"]))
    assert (header["frames"], times.size, header["players"]) == (0, 0, ["a", "b"])


def played(count: int = 100) -> Frames:
    """Ten seconds, the last five in play, one car driving along the middle line."""
    frames = blank_frames(count, 1)
    frames.time_s[:] = np.arange(count) / 10
    frames.phase[:] = Phase.COUNTDOWN
    frames.phase[count // 2 :] = Phase.ACTIVE
    frames.position[:, 0] = 0
    frames.position[:, 0, 1] = np.linspace(-5000, 5000, count)
    frames.velocity[:, 0] = (0, 30, 40)
    frames.boost[:, 0] = np.arange(count)
    frames.boost[-1, 0] = np.nan
    return frames


def test_the_matchs_time_runs_while_the_ball_is_in_play() -> None:
    clock = match_time_s(played())
    assert clock[0] == clock[50] == 0
    assert clock[-1] == pytest.approx(4.9)


def test_a_series_shows_the_frame_of_each_moment() -> None:
    found = series(played(), ["boost", "speed_uu_s"], 2)
    assert found.time_s.tolist() == [n / 2 for n in range(20)]
    assert found.columns["boost"][:, 0].tolist() == [5.0 * n for n in range(20)]
    assert set(found.columns["speed_uu_s"][:, 0]) == {50.0}
    assert series(blank_frames(0, 1), ["boost"], 4).time_s.size == 0


def test_a_heatmap_holds_all_time_in_play() -> None:
    found = heatmap(played(), arena_for("stadium_p"), 0, 48)
    assert found.seconds.shape == (len(found.x_edges) - 1, 48)
    assert found.seconds.sum() == pytest.approx(4.9)
    half = found.seconds[:, found.y_edges[1:] < 0]
    assert half.sum() == 0
    assert heatmap(played(), arena_for("stadium_p"), None, 48).seconds.sum() == 0
