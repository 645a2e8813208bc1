"""Boost pads taken, stolen and wasted."""

from math import isnan

from rockettrainer.features._accumulator import State
from rockettrainer.features._kernel import kernel
from rockettrainer.match import BIG_PAD_BOOST, SMALL_PAD_BOOST, EventKind, Events

_BIG = int(EventKind.BIG_PAD)
_SMALL = int(EventKind.SMALL_PAD)


@kernel
def add_pad(state: State, events: Events, index: int) -> None:
    """Adds a pickup: its pad, what the tank took in, and what it spilt.

    A pad is stolen when it lies in the half that its taker attacks.
    """
    kind, slot = events.kind[index], events.player[index]
    if slot < 0 or kind not in (_BIG, _SMALL):
        return
    player = state.players[slot]
    offered = BIG_PAD_BOOST if kind == _BIG else SMALL_PAD_BOOST
    before = events.value[index]
    gained = offered if isnan(before) else min(offered, 100.0 - before)
    y = events.position[index, 1]
    stolen = y > 0.0 if player["team"] == 0 else y < 0.0
    if kind == _BIG:
        player["big_pads"] += 1
        player["big_amount"] += gained
        player["big_pads_stolen"] += stolen
        player["big_amount_stolen"] += gained * stolen
    else:
        player["small_pads"] += 1
        player["small_amount"] += gained
        player["small_pads_stolen"] += stolen
        player["small_amount_stolen"] += gained * stolen
    player["overfill"] += offered - gained
    player["overfill_stolen"] += (offered - gained) * stolen
