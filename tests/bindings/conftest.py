"""The real plugin in its stand-in, with a server at the other end of its socket."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from rockettrainer import _bakkesmod
from tests.support.plugin_server import Heard, listening, until


class Play(NamedTuple):
    """A game with the plugin in it, and what the server has heard."""

    game: "_bakkesmod.host.Host"
    heard: Heard

    def tick(self) -> None:
        """One more physics tick with the present state."""
        self.game.tick(self.game.clock_ns + 8_333_333, self.game.clock_ns // 8_333_333)

    def told(self, name: str) -> dict[str, Any]:
        """The newest event of a name, once it is there."""
        until(lambda: self.heard.named(name))
        return self.heard.named(name)[-1]

    def announced(self) -> None:
        """Draws frames until the plugin has announced a training pack."""

        def waits() -> bool:
            self.game.frame()
            return len(self.game.toasts) > 0

        until(waits)

    def all_told(self) -> None:
        """Waits until the server has heard all there is to hear."""
        self.game.stat(0, "Marker")
        until(lambda: any(event["event"] == "stat" for event in self.heard.events[-1:]))


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    if not _bakkesmod.HAS_HOST:
        pytest.skip("built without Boost or nlohmann-json: there is no stand-in")
    with listening(tmp_path) as heard:
        game = _bakkesmod.host.Host(str(tmp_path))
        game.load()
        until(lambda: game.status.connected)
        game.seat("steam:76561198135247572", "You", 0, local=True)
        game.seat("", "Rival", 1, is_bot=True)
        yield Play(game, heard)
        game.unload()
        assert [line for line in game.log if "something went wrong" in line] == []
