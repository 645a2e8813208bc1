"""Events in the API's model."""

from typing import Any, Final

import numpy as np

from rockettrainer.api._match_models import EventName, MatchEvent
from rockettrainer.library import frame_times_s, match_time_s
from rockettrainer.match import AnyArray, EventKind, Events, Frames

_NAMES: Final[dict[int, EventName]] = {
    EventKind.GOAL: "goal",
    EventKind.DEMOLITION: "demolition",
    EventKind.BIG_PAD: "big_pad",
    EventKind.SMALL_PAD: "small_pad",
    EventKind.SHOT: "shot",
    EventKind.SAVE: "save",
    EventKind.ASSIST: "assist",
    EventKind.KICKOFF: "kickoff",
    EventKind.OVERTIME: "overtime",
    EventKind.TOUCH: "touch",
}


def events_of(frames: Frames, events: Events, player_ids: list[str]) -> list[MatchEvent]:
    """The events that pages show.

    Args:
        frames: Of the match.
        events: Of the match.
        player_ids: By slot.
    """
    if not frames.size:
        return []
    shown = events.where(*map(EventKind, _NAMES))
    rows = np.clip(shown.frame, 0, frames.size - 1)
    who = dict(enumerate(player_ids))
    columns = zip(
        shown.kind.tolist(),
        frame_times_s(frames)[rows].round(3).tolist(),
        match_time_s(frames)[rows].round(3).tolist(),
        shown.player.tolist(),
        shown.other.tolist(),
        shown.detail.tolist(),
        listed(shown.value),
        listed(shown.position),
        strict=True,
    )
    return [
        MatchEvent(
            kind=_NAMES[kind],
            time_s=time_s,
            match_s=moment_s,
            player=who.get(player),
            other=who.get(other),
            detail=None if detail < 0 else detail,
            value=value,
            position=None if None in place else place,
        )
        for kind, time_s, moment_s, player, other, detail, value, place in columns
    ]


def listed(column: AnyArray, decimals: int = 2) -> list[Any]:
    """A column as JSON has it: null where it is not known."""
    rounded = column.astype(np.float64).round(decimals)
    unknown = ~np.isfinite(rounded)
    if unknown.any():
        rounded = rounded.astype(object)
        rounded[unknown] = None
    result: list[Any] = rounded.tolist()
    return result
