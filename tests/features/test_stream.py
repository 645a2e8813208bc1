from pathlib import Path

import numpy as np
import pytest

from rockettrainer.features import States, Stream, accumulate
from rockettrainer.match import Events, Frames
from rockettrainer.sources import read_replay
from tests.conftest import corpus, real
from tests.features.conftest import random_match

CHUNKS = (1, 7, 256, 1000)
EVERY = 24
"""Each so many replays one is streamed in chunks of all sizes, the others in one: all on all would
take minutes."""


def _sizes(path: Path) -> tuple[int, ...]:
    place = corpus(valid=True).index(path)
    return CHUNKS if place % EVERY == 0 else (CHUNKS[place % len(CHUNKS)],)


def _streamed(
    frames: Frames, events: Events, teams: tuple[int, ...], half: float | None, chunk: int
) -> States:
    stream = Stream(teams, half)
    for start in range(0, frames.size, chunk):
        stop = min(start + chunk, frames.size)
        stream.push(frames.rows(start, stop), events.between(start, stop))
    return stream.states


def _assert_equal(streamed: States, batch: States) -> None:
    for one, other in zip(streamed, batch, strict=True):
        for ours, theirs in ((one.players, other.players), (one.teams, other.teams)):
            for name in theirs.dtype.names or ():
                np.testing.assert_allclose(ours[name], theirs[name], rtol=1e-9, err_msg=name)


@pytest.mark.parametrize("chunk", CHUNKS)
@pytest.mark.parametrize("seed", range(5))
def test_a_stream_gives_the_numbers_of_the_batch(seed: int, chunk: int) -> None:
    frames, events = random_match(seed, 700, 6)
    teams = (0, 0, 0, 1, 1, -1)
    batch = accumulate(frames, events, teams, 5120.0)
    _assert_equal(_streamed(frames, events, teams, 5120.0, chunk), batch)


@pytest.mark.parametrize("path", real(corpus(valid=True), "replays"))
def test_a_real_match_streams_to_the_numbers_of_its_batch(path: Path) -> None:
    match = read_replay(path)
    half = match.info.arena.half_length_uu
    batch = accumulate(match.frames, match.events, match.teams, half)
    for chunk in _sizes(path):
        streamed = _streamed(match.frames, match.events, match.teams, half, chunk)
        _assert_equal(streamed, batch)


def test_no_row_is_no_news() -> None:
    frames, events = random_match(0, 10, 2)
    stream = Stream((0, 1), None)
    stream.push(frames.rows(0, 0), events.between(0, 0))
    assert stream.states.movement.players["slow_s"].sum() == 0.0
