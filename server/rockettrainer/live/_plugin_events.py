"""Events of the plugin as events of a match."""

from collections.abc import Callable
from typing import Any, Final

from rockettrainer.live._happened import AWARDS, NOWHERE, Happened, Place
from rockettrainer.match import STANDARD_PADS, EventKind
from rockettrainer.sources.plugin import (
    Countdown,
    Demolition,
    DodgeRefresh,
    GameEvent,
    Goal,
    MatchEnded,
    Overtime,
    PadTaken,
    Stat,
    Touch,
    nearest_pad,
)

_TOLD_ELSEWHERE: Final = frozenset(("Goal", "Demolish"))
"""Awards of what has an event of its own."""

_PLAIN: Final = {
    Countdown: EventKind.KICKOFF,
    Overtime: EventKind.OVERTIME,
    MatchEnded: EventKind.MATCH_END,
}

Slot = Callable[[int | None], int]
"""Gives the slot of a player's number; -1 for nobody."""


def happened_of(event: GameEvent, slot: Slot, stat: Callable[[str], int]) -> Happened | None:
    """What an event is in a match; None if it is nothing there.

    Args:
        event: Of the plugin.
        slot: Of a player's number.
        stat: Gives the number of an award's name.
    """
    if isinstance(event, Stat):
        return _award(event, slot, stat)
    kind = _PLAIN.get(type(event))
    if kind is not None:
        return Happened(kind)
    make = _MAKE.get(type(event))
    return None if make is None else make(event, slot)


def _touch(event: Touch, slot: Slot) -> Happened:
    value, place = _value(event.speed_change_uu_s), _place(event.position)
    return Happened(EventKind.TOUCH, slot(event.player), -1, _side(event.team), value, place)


def _demolition(event: Demolition, slot: Slot) -> Happened:
    seats, place = (slot(event.player), slot(event.other)), _place(event.position)
    return Happened(EventKind.DEMOLITION, *seats, position=place)


def _refresh(event: DodgeRefresh, slot: Slot) -> Happened:
    return Happened(EventKind.DODGE_REFRESH, slot(event.player))


def _goal(event: Goal, slot: Slot) -> Happened:
    place, value = _place(event.position), _value(event.speed_uu_s)
    scorer = slot(event.player)
    return Happened(EventKind.GOAL, scorer, -1, _side(event.team), value, place)


def _pad(event: PadTaken, slot: Slot) -> Happened:
    """A pad stands where the field has it; the reported place may be the car's."""
    place, index = _place(event.position), -1
    if place == place:  # noqa: PLR0124 (no part of it is NaN)
        index = nearest_pad(place[0], place[1])
    big = event.big
    if index >= 0:
        x, y, z, is_big = STANDARD_PADS[index].tolist()
        place, big = (x, y, z), bool(is_big)
    kind = EventKind.BIG_PAD if big else EventKind.SMALL_PAD
    before = event.boost_before
    amount = float("nan") if before is None else max(0.0, min(before, 100.0))
    return Happened(kind, slot(event.player), -1, index, amount, place)


def _award(event: Stat, slot: Slot, stat: Callable[[str], int]) -> Happened | None:
    if event.name in _TOLD_ELSEWHERE:
        return None
    kind = AWARDS.get(event.name, EventKind.STAT)
    detail = stat(event.name) if kind is EventKind.STAT else -1
    return Happened(kind, slot(event.player), slot(event.other), detail)


def _place(position: tuple[float | None, float | None, float | None] | None) -> Place:
    if position is None:
        return NOWHERE
    x, y, z = (_value(part) for part in position)
    return x, y, z


def _value(value: float | None) -> float:
    return float("nan") if value is None else value


def _side(team: int | None) -> int:
    return -1 if team is None else team


_MAKE: Final[dict[type, Callable[[Any, Slot], Happened]]] = {
    Goal: _goal,
    Touch: _touch,
    Demolition: _demolition,
    PadTaken: _pad,
    DodgeRefresh: _refresh,
}
