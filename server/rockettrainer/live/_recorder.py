"""Takes down a game as it is played: seats, rows, events; whatever the source."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from rockettrainer.features import Analysis, States, Stream, measure, of_slots
from rockettrainer.live._happened import Happened, events_of
from rockettrainer.live._kept import Kept
from rockettrainer.live._seats import Seats
from rockettrainer.match import (
    Events,
    HeaderStats,
    Match,
    MatchInfo,
    Player,
    Roster,
    Visible,
    no_events,
)

SLOTS: Final = 12
"""Eight people play at most, and some leave and are replaced. Who comes later has no seat."""


class Recorder:
    """One session's frames, events and metrics so far.

    A source seats the players, fills row `row` of `frames`, which carries the values of the row
    before, and commits it.

    Args:
        visible: What the source sees.
        info: What it knows of the match by now.
        keep: Whether frames are kept for a match to be stored.
    """

    def __init__(
        self, visible: Visible, info: MatchInfo | None = None, *, keep: bool = True
    ) -> None:
        self.visible = visible
        self.info = info or MatchInfo()
        self.seats = Seats(SLOTS)
        self.also_visible = [Visible.NOTHING] * SLOTS
        """What the source shows of each slot beyond `visible`."""
        self.stat_names: list[str] = []
        self.rows = 0
        """Committed so far."""
        self._stream = Stream([-1] * SLOTS, self.info.arena.half_length_uu, rows=2)
        self.frames = self._stream.window.frames
        """To fill a row of."""
        self.frames.on_field[:] = 0  # unknown would count as on the field
        self._kept = Kept(SLOTS) if keep else None
        self._events: list[Events] = []
        self._time_s = 0.0

    @property
    def row(self) -> int:
        """The row to fill."""
        return self._stream.row

    @property
    def last(self) -> int:
        """The row that was committed last; its values stay until the next is committed."""
        return 0

    @property
    def states(self) -> States:
        """Of the metrics, by seat."""
        return self._stream.states

    @property
    def time_s(self) -> float:
        """Of the last row."""
        return self._time_s

    def facts(self, info: MatchInfo) -> None:
        """Says what is known of the match by now."""
        self.info = info
        self._stream.set_field(info.arena.half_length_uu)

    def seat(self, player: Player) -> int:
        """Gives a player a seat: the former one to who has had one, also in another team.

        Returns:
            The slot; -1 if all are taken.
        """
        slot = self.seats.take(player, self._time_s)
        if slot >= 0:
            self._stream.set_team(slot, int(player.team))
            self.frames.on_field[self.row, slot] = 1
        return slot

    def sees(self, slot: int) -> Visible:
        """What the source shows of a slot; -1 for none in particular."""
        also = self.also_visible[slot] if slot >= 0 else Visible.NOTHING
        return self.visible | also if also else self.visible

    def leave(self, slot: int) -> None:
        """Ends a player's stay; what is known of the car is known no more."""
        self.seats.leave(slot, self._time_s)
        frames, row = self.frames, self.row
        for column in (frames.position, frames.velocity, frames.angular_velocity, frames.rotation):
            column[row, slot] = np.nan
        for column in (frames.boost, frames.speed):
            column[row, slot] = np.nan
        frames.on_field[row, slot] = 0

    def stat(self, name: str) -> int:
        """The number of a stat event's name, for `Happened.detail`."""
        if name not in self.stat_names:
            self.stat_names.append(name)
        return self.stat_names.index(name)

    def commit(self, happened: Sequence[Happened] = ()) -> None:
        """Takes in the row that was filled.

        Args:
            happened: Events that are first seen in it.
        """
        self._time_s = self.frames.time_s.item(self.row)
        if happened:
            events = events_of(happened, self._kept.size if self._kept else 0, self._time_s)
            self._events.append(events)
            self._stream.commit(events)
        else:
            self._stream.commit()
        self.rows += 1
        if self._kept is not None:
            self._kept.offer(self._stream.window, self.last)

    def analysis(self) -> Analysis:
        """The metrics so far, by the slots of `match`."""
        order = self.seats.order()
        also = [self.also_visible[slot] for slot in order]
        return measure(of_slots(self.states, order), self.facts_now(), self.visible, also)

    def facts_now(self) -> MatchInfo:
        """The facts, with the score as it stands where the source has not told the final one."""
        blue, orange = self.frames.team_score[self.last].tolist()
        if self.info.score is not None or blue != blue or orange != orange:  # noqa: PLR0124 (NaN)
            return self.info
        return replace(self.info, score=(int(blue), int(orange)))

    def match(self, warnings: Sequence[str] = ()) -> Match:
        """The session as a match: players by team, frames thirty a second.

        Args:
            warnings: What a person should know of it.
        """
        order = self.seats.order()
        frames = (self._kept or Kept(SLOTS)).frames(order)
        return Match(
            info=self.facts_now(),
            roster=Roster(tuple(self._player(slot) for slot in order)),
            visible=self.visible,
            also_visible=tuple(self.also_visible[slot] for slot in order),
            frames=frames,
            events=self._joined(order, frames.size),
            stat_names=tuple(self.stat_names),
            warnings=tuple(warnings),
        )

    def _player(self, slot: int) -> Player:
        frames, last = self.frames, self.last
        player = self.seats.player(slot)
        line = [
            float(getattr(frames, name)[last, slot]) for name in HeaderStats.__dataclass_fields__
        ]
        known = not any(map(np.isnan, line))
        return replace(
            player,
            spans=self.seats.spans(slot, self._time_s),
            header_stats=HeaderStats(*map(int, line)) if known else None,
        )

    def _joined(self, order: Sequence[int], frames: int) -> Events:
        """All events, by the slots of the roster."""
        if not self._events or not frames:
            return no_events()
        columns = zip(*self._events, strict=True)
        events = Events._make(np.concatenate(column) for column in columns)
        slots = np.full(SLOTS + 1, -1, np.int16)  # the last one is for -1, nobody
        slots[list(order)] = np.arange(len(order))
        return events._replace(
            frame=np.minimum(events.frame, frames - 1).astype(np.int32),
            player=slots[events.player],
            other=slots[events.other],
        )
