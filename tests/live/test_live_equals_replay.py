"""A replay's frames and events over the plugin's wire give the numbers of the replay."""

import os
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from rockettrainer.features import METRICS, analyse
from rockettrainer.library import Library
from rockettrainer.match import Match, Visible
from rockettrainer.sources import read_replay
from rockettrainer.storage import EVERYTHING, StoredMatch
from tests.conftest import corpus, real
from tests.support.plugin import Plugin, script
from tests.support.server import running

SEEN = tuple(metric.key for metric in METRICS if metric.needs in Visible.LIVE & Visible.REPLAY)
"""Every metric that both the plugin and a replay can see: a new one is compared without asking."""
LARGE_BYTES = 1_000_000
"""Smaller files often have no frames, or no match to the end."""
MOST = int(os.environ.get("ROCKETTRAINER_LIVE_REPLAYS", "2"))
REPLAYS = [path for path in corpus(valid=True) if path.stat().st_size > LARGE_BYTES][:MOST]


def played(match: Match, home: Path) -> StoredMatch:
    """What is stored of a match that was played over the wire."""
    library = Library(home)
    try:
        with (
            running(library) as live,
            Plugin(live.port, live.services.access.plugin_token) as plugin,
        ):
            assert plugin.hello()["type"] == "welcome"
            for message in script(match):
                plugin.socket.send(message)
            latest = time.monotonic() + 120
            while not library.store.count(EVERYTHING):
                assert time.monotonic() < latest, live.services.live.problem
                time.sleep(0.05)
        stored = library.store.match(1)
    finally:
        library.store.close()
    assert stored is not None
    return stored


@pytest.mark.parametrize("path", real(REPLAYS, "replays"))
def test_the_numbers_are_those_of_the_replay(path: Path, tmp_path: Path) -> None:
    match = read_replay(path)
    if len(match.roster) > 8 or Visible.POSITIONS not in match.visible:
        pytest.skip("more players than a tick has room for, or no frames")
    batch = analyse(replace(match, visible=Visible.LIVE & Visible.REPLAY))
    stored = played(match, tmp_path)
    by_id = {player.player.id: player.measured for player in stored.players}
    pairs = [
        *((by_id[player.id], batch.players[slot]) for slot, player in enumerate(match.roster)),
        *zip(stored.teams, batch.teams, strict=True),
    ]
    compared = 0
    for live, expected in pairs:
        for key in SEEN:
            assert (key in live.metrics) == (key in expected.metrics), key
            if key in expected.metrics:
                value = live.metrics[key]
                np.testing.assert_allclose(value, expected.metrics[key], 1e-5, 1e-5, err_msg=key)
                compared += 1
    assert compared > len(SEEN)
