"""Simulated matches: RocketSim's physics, our bots, the whole life of a match.

A match can be kept (`simulate`), or told as it is played to the plugin in its stand-in
(`HostGame`) or as the game's Stats API (`StatsServer`). See ``docs/demo.md``.
"""

from rockettrainer.sources.simulation._engine import SimulatorMissing
from rockettrainer.sources.simulation._game import Game
from rockettrainer.sources.simulation._happening import Happening, Kind
from rockettrainer.sources.simulation._plugin import HostGame, HostMissing
from rockettrainer.sources.simulation._record import match_of, simulate
from rockettrainer.sources.simulation._scene import Scene
from rockettrainer.sources.simulation._setup import ME_ID, Rules, Seat, Setup, lineup
from rockettrainer.sources.simulation._stats_messages import Teller
from rockettrainer.sources.simulation._stats_server import StatsServer

__all__ = [
    "ME_ID",
    "Game",
    "Happening",
    "HostGame",
    "HostMissing",
    "Kind",
    "Rules",
    "Scene",
    "Seat",
    "Setup",
    "SimulatorMissing",
    "StatsServer",
    "Teller",
    "lineup",
    "match_of",
    "simulate",
]
