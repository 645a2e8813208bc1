"""A simulated match through the real plugin, its wire and the server gives the batch's numbers."""

import time
from pathlib import Path

import numpy as np
import pytest

from rockettrainer._bakkesmod import HAS_HOST
from rockettrainer.features import METRICS, analyse
from rockettrainer.library import Library
from rockettrainer.match import Visible
from rockettrainer.sources.simulation import (
    Game,
    HostGame,
    Rules,
    Scene,
    Setup,
    lineup,
    match_of,
)
from rockettrainer.storage import EVERYTHING, StoredMatch
from tests.support.server import running
from tests.support.waiting import LONG_S, until

pytestmark = pytest.mark.skipif(not HAS_HOST, reason="built without the stand-in: it wants Boost")

SETUP = lineup(2, 7, Rules(45.0, 1.0, 0.5, 1.0, 0.5))
"""A match with goals on both sides, overtime and a demolition."""
SEEN = tuple(metric.key for metric in METRICS if metric.needs in Visible.LIVE)
RELATIVE = 1e-5
"""As for replays: numbers go over the wire in single precision."""
MOST_UNDERWAY = 200
"""Ticks that the plugin still holds; from 512 on it would drop some."""


def connect(game: HostGame) -> None:
    """The plugin looks for the server while its game lies in the menu."""
    latest = time.monotonic() + LONG_S
    while not game.status.connected:
        assert time.monotonic() < latest, game.status
        game.wait()
        time.sleep(0.01)


def through_plugin(setup: Setup, scenes: list[Scene], home: Path) -> StoredMatch:
    """What is stored of a match that the plugin saw."""
    library = Library(home)
    try:
        with running(library) as live:
            game = HostGame(setup, str(home))
            connect(game)
            game.open()
            for tick, scene in enumerate(scenes):
                game.play(scene)
                while tick - game.status.ticks_sent > MOST_UNDERWAY:
                    time.sleep(0.001)
            game.close()
            assert (game.status.ticks_dropped, game.status.events_lost) == (0, 0)
            until(lambda: library.store.count(EVERYTHING) or live.services.live.problem)
            assert live.services.live.problem is None
        stored = library.store.match(1)
    finally:
        library.store.close()
    assert stored is not None
    return stored


def test_the_numbers_are_those_of_the_simulated_match(tmp_path: Path) -> None:
    scenes = list(Game(SETUP).scenes())
    match = match_of(SETUP, scenes)
    batch = analyse(match)
    stored = through_plugin(SETUP, scenes, tmp_path)
    by_id = {player.player.id: player.measured for player in stored.players}
    pairs = {
        player.name: (by_id[player.id], expected)
        for player, expected in zip(match.roster, batch.players, strict=True)
    }
    pairs |= dict(zip(("blue", "orange"), zip(stored.teams, batch.teams, strict=True), strict=True))
    for name, (live, expected) in pairs.items():
        both = set(SEEN) & set(expected.metrics)
        assert both == set(SEEN) & set(live.metrics), name
        assert len(both) > 40
        for key in both:
            np.testing.assert_allclose(
                live.metrics[key], expected.metrics[key], RELATIVE, 1e-9, err_msg=f"{key}, {name}"
            )
