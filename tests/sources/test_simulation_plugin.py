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

pytestmark = pytest.mark.skipif(not HAS_HOST, reason="built without the stand-in: it wants Boost")

SETUP = lineup(2, 3, Rules(45.0, 1.0, 0.5, 1.0, 0.5))
SEEN = tuple(metric.key for metric in METRICS if metric.needs in Visible.LIVE)
READY_S = 60.0


def wait(what: object, game: HostGame) -> None:
    latest = time.monotonic() + READY_S
    while not what():  # type: ignore[operator]
        assert time.monotonic() < latest, game.status
        game.wait()
        time.sleep(0.01)


def through_plugin(setup: Setup, scenes: list[Scene], home: Path) -> tuple[StoredMatch, HostGame]:
    library = Library(home)
    try:
        with running(library) as live:
            live.services.access.tell_plugin(home, live.port)
            game = HostGame(setup, str(home))
            wait(lambda: game.status.connected, game)
            game.open()
            for tick, scene in enumerate(scenes):
                game.play(scene)
                if tick % 60 == 0:  # the ring holds a few hundred ticks; nobody waits for a game
                    wait(lambda sent=tick: game.status.ticks_sent + 200 > sent, game)
            status = game.status
            game.close()
            assert status.ticks_dropped == 0
            latest = time.monotonic() + READY_S
            while not library.store.count(EVERYTHING):
                assert time.monotonic() < latest, live.services.live.problem
                time.sleep(0.05)
        stored = library.store.match(1)
    finally:
        library.store.close()
    assert stored is not None
    return stored, game


def test_the_numbers_are_those_of_the_simulated_match(tmp_path: Path) -> None:
    scenes = list(Game(SETUP).scenes())
    match = match_of(SETUP, scenes)
    batch = analyse(match)
    stored, _ = through_plugin(SETUP, scenes, tmp_path)
    by_id = {player.player.id: player.measured for player in stored.players}
    wrong = {}
    compared = 0
    for player, expected in zip(match.roster, batch.players, strict=True):
        live = by_id[player.id]
        for key in SEEN:
            if key in expected.metrics:
                compared += 1
                value, other = expected.metrics[key], live.metrics.get(key, np.nan)
                if not np.isclose(value, other, rtol=1e-3, atol=0.02):
                    wrong[player.name, key] = (value, other)
    assert not wrong
    assert compared > 200
