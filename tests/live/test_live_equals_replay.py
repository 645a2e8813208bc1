"""A replay, played again in the real plugin, gives the numbers of the replay.

Its frames and events go through the stand-in for the game, the plugin's adapter, its rings and its
worker, over the wire, into the server, and end in the store.
"""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from rockettrainer import _bakkesmod
from rockettrainer.features import METRICS, analyse
from rockettrainer.library import Library
from rockettrainer.match import Match, Visible
from rockettrainer.sources import read_replay
from rockettrainer.storage import EVERYTHING, StoredMatch
from tests.conftest import corpus, real
from tests.support.playback import Playback, as_in_a_game
from tests.support.replay_writer import scripts, write_replay
from tests.support.server import running
from tests.support.waiting import until

pytestmark = pytest.mark.skipif(
    not _bakkesmod.HAS_HOST, reason="built without Boost or nlohmann-json: there is no stand-in"
)
SEEN = tuple(metric.key for metric in METRICS if metric.needs in Visible.LIVE & Visible.REPLAY)
"""Every metric that both the plugin and a replay can see: a new one is compared without asking."""
RELATIVE = 1e-5
"""For numbers go over the wire in single precision."""
LARGE_BYTES = 1_000_000
"""Smaller files often have no frames, or no match to the end."""
MOST_AT_ONCE = 8
"""Players, in a tick."""


def chosen() -> list[Path]:
    """Replays of differing sizes: two, or as many as the environment says, a number or ``all``."""
    paths = [path for path in corpus(valid=True) if path.stat().st_size > LARGE_BYTES]
    paths.sort(key=lambda path: path.stat().st_size)
    wanted = os.environ.get("ROCKETTRAINER_LIVE_REPLAYS", "2")
    count = len(paths) if wanted == "all" else int(wanted)
    return paths[:: max(1, len(paths) // max(1, count))][:count]


def played(match: Match, home: Path) -> StoredMatch:
    """What is stored of a match that the plugin saw."""
    library = Library(home)
    try:
        with running(library) as server:
            Playback(match, home).play()
            until(lambda: library.store.count(EVERYTHING) or server.services.live.problem)
            assert server.services.live.problem is None
        stored = library.store.match(1)
    finally:
        library.store.close()
    assert stored is not None
    return stored


def assert_equal(match: Match, stored: StoredMatch) -> None:
    """Every metric of every player and team is there or missing in both, and the same."""
    batch = analyse(replace(match, visible=Visible.LIVE & Visible.REPLAY))
    # By name and side: which of two namesakes is the second, the order tells in which they came.
    rows = {(row.player.name, row.player.team): row.measured for row in stored.players}
    pairs = {
        player.name: (rows[player.name, player.team], batch.players[slot])
        for slot, player in enumerate(match.roster)
    }
    pairs |= dict(zip(("blue", "orange"), zip(stored.teams, batch.teams, strict=True), strict=True))
    for name, (live, expected) in pairs.items():
        assert set(SEEN) & set(live.metrics) == set(SEEN) & set(expected.metrics), name
        for key in set(SEEN) & set(expected.metrics):
            np.testing.assert_allclose(
                live.metrics[key], expected.metrics[key], RELATIVE, 1e-9, err_msg=f"{key}, {name}"
            )


@pytest.mark.parametrize("path", real(chosen(), "replays"))
def test_the_numbers_are_those_of_the_replay(path: Path, tmp_path: Path) -> None:
    match = as_in_a_game(read_replay(path))
    if Visible.POSITIONS not in match.visible:
        pytest.skip("a replay without frames")
    if (match.frames.on_field == 1).sum(axis=1).max() > MOST_AT_ONCE:
        pytest.skip("more players at once than a tick has room for")
    assert_equal(match, played(match, tmp_path))


def test_the_numbers_are_those_of_a_written_replay(tmp_path: Path) -> None:
    path = tmp_path / "whole.replay"
    path.write_bytes(write_replay(scripts.whole()))
    match = as_in_a_game(read_replay(path))
    assert {"goals", "boost_collected_big", "demolitions_taken", "powerslide_s"} <= set(SEEN)
    stored = played(match, tmp_path)
    assert_equal(match, stored)
    assert sum(row.measured.metrics.get("big_pads_collected", 0.0) for row in stored.players) == 1
