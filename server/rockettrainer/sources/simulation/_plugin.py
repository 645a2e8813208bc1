"""First disguise: a simulated match in the stand-in for the game, with the real plugin in it."""

import time
from typing import Any, Final

import numpy as np

from rockettrainer import _bakkesmod
from rockettrainer.match import AnyArray, Team
from rockettrainer.sources.simulation._happening import Happening, Kind
from rockettrainer.sources.simulation._record import MAP
from rockettrainer.sources.simulation._scene import CAR, Scene
from rockettrainer.sources.simulation._setup import Setup
from rockettrainer.sources.simulation._world import TICKS_A_S

_SECOND_NS: Final = 1_000_000_000
_LAST_WORDS_S: Final = 60.0
"""For a server on a busy machine to take in the end of the match."""
_STATS: Final = {Kind.SHOT: "Shot", Kind.SAVE: "Save", Kind.ASSIST: "Assist"}
_SAME: Final = tuple(set(CAR.names or ()) & set(_bakkesmod.PLAYER_TICK.names or ()))
"""Fields of a car that the wire has too."""


class HostMissing(Exception):  # noqa: N818 (it says what is so, as FileNotFound does)
    """The stand-in for the game is not built in; says how to build it."""

    def __init__(self) -> None:
        super().__init__(
            "the stand-in for the game was left out when RocketTrainer was built, for Boost and "
            "nlohmann-json were not there. On Debian and Ubuntu: `apt install libboost-dev "
            "nlohmann-json3-dev`, then `uv sync --reinstall-package rockettrainer`; or watch the "
            "demo with `--source stats-api`"
        )


class HostGame:
    """Feeds the plugin, tick by tick.

    Args:
        setup: Of the match.
        home: Data folder of the server that the plugin is to find.

    Raises:
        HostMissing: There is no stand-in.
    """

    def __init__(self, setup: Setup, home: str) -> None:
        if not _bakkesmod.HAS_HOST:
            raise HostMissing
        self._setup = setup
        self._host = _bakkesmod.host.Host(home)
        self._host.load()
        self._ticks = 0
        self._began_ns = 0
        self._header = np.zeros((), _bakkesmod.TICK_HEADER)
        self._cars = np.zeros(len(setup.seats), _bakkesmod.PLAYER_TICK)
        self._cars["player"], self._cars["team"] = np.arange(len(setup.seats)), setup.teams

    @property
    def status(self) -> _bakkesmod.host.Status:
        """How the plugin's connection is doing."""
        return self._host.status

    def wait(self) -> None:
        """Lets a moment pass in a game where nothing goes on, as in its menu.

        Not in a match: the stand-in's clock would go on, and the last tick would last longer.
        """
        self._host.run_timeouts(0.01)

    def open(self) -> None:
        """Opens the match, everybody seated."""
        for seat, team in zip(self._setup.seats, self._setup.teams, strict=True):
            self._host.seat(seat.id, seat.name, int(team), is_bot=not seat.is_me, local=seat.is_me)
        size = max(len(self._setup.blue), len(self._setup.orange))
        self._host.open_game("bots", arena=MAP, team_size=size)
        self._host.set_replay(exists=False)  # a simulator records none
        self._began_ns = self._host.clock_ns

    def play(self, scene: Scene) -> None:
        """Plays one tick: what happened in it, then how everything stands."""
        self._ticks += 1
        header, cars = self._header_of(scene), self._cars_of(scene.cars)
        self._host.set_state(header)
        for one in scene.happened:
            self._tell(one)
        self._host.step(header, cars)

    def close(self) -> None:
        """Leaves the match and lets go of the plugin, once the server has every event."""
        self._host.close_game()
        latest = time.monotonic() + _LAST_WORDS_S
        while self.status.events_waiting and self.status.connected and time.monotonic() < latest:
            self.wait()
            time.sleep(0.01)
        self._host.unload()

    def _header_of(self, scene: Scene) -> AnyArray:
        header = self._header
        header["time_ns"] = self._began_ns + self._ticks * _SECOND_NS // TICKS_A_S
        header["physics_frame"] = self._ticks
        header["clock_s"], header["phase"] = scene.clock_s, int(scene.phase)
        header["overtime"], header["countdown"] = scene.overtime, scene.countdown
        header["ball_hit"], header["ball_team"] = scene.ball_hit, int(scene.ball_team)
        header["team_score"] = scene.score
        for name in scene.ball.dtype.names or ():
            header[f"ball_{name}"] = scene.ball[name]
        return header

    def _cars_of(self, rows: AnyArray) -> AnyArray:
        cars = self._cars
        for name in _SAME:
            cars[name] = rows[name]
        return cars

    def _tell(self, one: Happening) -> None:
        host: Any = self._host
        match one.kind:
            case Kind.TOUCH:
                host.touch(one.player)
            case Kind.GOAL:
                host.goal(one.player, int(one.team))
            case Kind.DEMOLITION:
                host.demolish(one.player, one.other)
            case Kind.SHOT | Kind.SAVE | Kind.ASSIST:
                host.stat(one.player, _STATS[one.kind])
            case Kind.PAD:
                host.take_pad(one.player, one.position, big=one.big)
            case Kind.PAD_BACK:
                host.pad_back(one.position, big=one.big)
            case Kind.MATCH_ENDED if one.team is not Team.NONE:
                host.end_match(int(one.team))
            case _:
                pass  # the phase says it, or nothing does
