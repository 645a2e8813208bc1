"""Compiling ahead: else the first tick on a machine would take as long."""

import numpy as np

from rockettrainer._bakkesmod import PLAYER_TICK, TICK_HEADER, encode_tick
from rockettrainer.live._plugin_session import PluginSession
from rockettrainer.sources.plugin import read_ticks


def prepare() -> None:
    """Compiles what takes in ticks and keeps it on disk."""
    header, players = np.zeros((), TICK_HEADER), np.zeros(1, PLAYER_TICK)
    session = PluginSession("0" * 32, 1)
    for seq in (1, 2):
        header["seq"], header["time_ns"] = seq, seq * 8_333_333
        for tick in read_ticks(encode_tick(header, players)):
            session.tick(tick)
