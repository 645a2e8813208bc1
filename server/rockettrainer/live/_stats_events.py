"""Events of the Stats API as events of a match."""

from collections.abc import Callable, Iterator
from typing import Final

from rockettrainer.live._happened import AWARDS, NOWHERE, Happened, Place
from rockettrainer.match import STANDARD_PADS, EventKind
from rockettrainer.sources.plugin import nearest_pad
from rockettrainer.sources.stats_api import (
    BallHit,
    BoostPickup,
    CountdownBegin,
    CrossbarHit,
    Event,
    GoalScored,
    MatchEnded,
    Someone,
    StatfeedEvent,
    Vector,
    uu_s,
)

_STATS: Final = AWARDS | {
    "Demolish": EventKind.DEMOLITION,
    "FlipReset": EventKind.DODGE_REFRESH,
}
"""`Demolish` is one demolition, `Demolition` an award for several."""

_TOLD_ELSEWHERE: Final = "Goal"
_CROSSBAR: Final = "CrossbarHit"
_IN_GOAL_UU: Final = 3000.0
"""Goals of every arena lie farther from midfield; less is a place that was not told."""

SlotOf = Callable[[Someone | None], int]
"""Gives the slot of whom an event means; -1 for nobody."""


def happened_of(
    event: Event,
    slot_of: SlotOf,
    stat: Callable[[str], int],
    boost_of: Callable[[int], float],
) -> Iterator[Happened]:
    """What an event is in a match: one or several, or nothing.

    Args:
        event: Of the Stats API.
        slot_of: Gives the slot of whom it means.
        stat: Gives the number of a stat's name.
        boost_of: Gives the boost that a slot had last, NaN if unknown.
    """
    match event:
        case BallHit():
            yield from _touches(event, slot_of)
        case GoalScored():
            yield _goal(event, slot_of)
        case BoostPickup():
            slot = slot_of(event.player)
            yield _pad(event, slot, boost_of(slot))
        case StatfeedEvent() if event.event_name != _TOLD_ELSEWHERE:
            yield _stat(event, slot_of, stat)
        case CrossbarHit():
            by = None if event.ball_last_touch is None else event.ball_last_touch.player
            place = event.ball_location.place
            yield Happened(EventKind.STAT, slot_of(by), -1, stat(_CROSSBAR), position=place)
        case CountdownBegin():
            yield Happened(EventKind.KICKOFF)
        case MatchEnded():
            yield Happened(EventKind.MATCH_END)
        case _:
            return


def _touches(event: BallHit, slot_of: SlotOf) -> Iterator[Happened]:
    ball = event.ball
    change = abs(uu_s(ball.post_hit_speed) - uu_s(ball.pre_hit_speed))
    for someone in event.players:
        team = _side(someone.team_num)
        slot, place = slot_of(someone), ball.location.place
        yield Happened(EventKind.TOUCH, slot, -1, team, change, place)


def _goal(event: GoalScored, slot_of: SlotOf) -> Happened:
    """The goal says who scored; an own goal names nobody, or someone of the side it counts for."""
    place = _place(event.impact_location)
    slot = slot_of(event.scorer)
    if abs(place[1]) > _IN_GOAL_UU:
        team = 0 if place[1] > 0.0 else 1
    else:
        team = _side(event.scorer.team_num) if slot >= 0 and event.scorer else -1
    return Happened(EventKind.GOAL, slot, -1, team, uu_s(event.goal_speed), place)


def _pad(event: BoostPickup, slot: int, boost: float) -> Happened:
    place = event.location.place
    index = nearest_pad(place[0], place[1])
    if index >= 0:
        x, y, z, _ = STANDARD_PADS[index].tolist()
        place = (x, y, z)
    big = event.boost_type == BoostPickup.BIG
    kind = EventKind.BIG_PAD if big else EventKind.SMALL_PAD
    return Happened(kind, slot, -1, index, boost, place)


def _stat(event: StatfeedEvent, slot_of: SlotOf, stat: Callable[[str], int]) -> Happened:
    kind = _STATS.get(event.event_name, EventKind.STAT)
    detail = stat(event.event_name) if kind is EventKind.STAT else -1
    return Happened(kind, slot_of(event.main_target), slot_of(event.secondary_target), detail)


def _place(vector: Vector | None) -> Place:
    return NOWHERE if vector is None else vector.place


def _side(team: int) -> int:
    return team if team in (0, 1) else -1
