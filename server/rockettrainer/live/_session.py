"""A game in progress, whatever sees it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rockettrainer.live._happened import Happened
from rockettrainer.live._kinds import TRAINING, Kind, Source, View
from rockettrainer.live._momentum import Momentum
from rockettrainer.live._recorder import Recorder
from rockettrainer.live._view import ViewState
from rockettrainer.match import EventKind, MatchInfo, Phase, Visible


@dataclass(frozen=True, slots=True)
class Scored:
    """A goal."""

    time_s: float
    """Of play, goal replays and countdowns left out."""
    team: int
    slot: int


class Session:
    """What is known of a game from its first tick on.

    A source fills the row of `recorder` and calls `commit`; all else follows from that.

    Args:
        key: Names it among all sessions.
        source: What sees it.
        visible: What that shows.
        keep: Whether frames are kept for a match to be stored.
    """

    def __init__(self, key: str, source: Source, visible: Visible, *, keep: bool = True) -> None:
        self.key = key
        self.source = source
        self.kind: Kind | None = None
        self.recorder = Recorder(visible, keep=keep)
        self.me = -1
        """The local player's slot; -1 if not known."""
        self.connected = True
        self.closed = False
        """Nothing more is taken in."""
        self.stored = False
        """It is where it belongs, and what was written down of it on the way is needed no more."""
        self.gap_s = 0.0
        """Seconds that were missed."""
        self.dropped = 0
        """Ticks that got lost on the way."""
        self.started_at = int(time.time())
        self.active_s = 0.0
        """Seconds of play so far."""
        self.goals: list[Scored] = []
        self.ended_s: float | None = None
        """When the match was over, on the recorder's clock."""
        self.momentum = Momentum()
        self.view = View.HIDDEN
        self._views = ViewState()
        self._overtime = False

    @property
    def phase(self) -> int:
        """A `Phase`, as of the last row."""
        return self.recorder.frames.phase.item(self.recorder.last)

    @property
    def is_match(self) -> bool:
        """Whether it is one to keep: two sides, and not the viewing of a replay."""
        if self.kind in TRAINING or self.kind is Kind.REPLAY:
            return False
        return self.recorder.seats.has_both_sides()

    @property
    def is_online(self) -> bool:
        """Whether an online match goes on."""
        return self.kind is Kind.ONLINE and self.ended_s is None and not self.closed

    def facts(self, info: MatchInfo) -> None:
        """Says what is known of the match by now."""
        self.recorder.facts(info)

    def commit(self, happened: Sequence[Happened] = ()) -> None:
        """Takes in the row that was filled.

        Args:
            happened: Events that are first seen in it.
        """
        recorder = self.recorder
        before_s, first = recorder.time_s, recorder.rows == 0
        recorder.commit(happened)
        frames, row = recorder.frames, recorder.last
        phase, step_s = frames.phase.item(row), 0.0 if first else recorder.time_s - before_s
        if phase == Phase.ACTIVE and 0.0 < step_s < 1.0:
            self.active_s += step_s
        self.momentum.play(phase, step_s, frames.ball_position.item(row, 1))
        if frames.overtime.item(row) == 1:
            self._overtime = True
        for one in happened:
            self._note(one)
        self.view = self._views.of(phase, recorder.time_s)

    def final_facts(self) -> MatchInfo:
        """The facts of the match with what only its course tells."""
        info = self.recorder.facts_now()
        mine = self.recorder.seats.player(self.me).name if self.me >= 0 else None
        return replace(
            info,
            recorded_by=info.recorded_by or mine,
            start_epoch=info.start_epoch or self.started_at,
            overtime=self._overtime if info.overtime is None else info.overtime,
            duration_s=self.active_s if info.duration_s is None else info.duration_s,
        )

    def _note(self, one: Happened) -> None:
        team = one.detail if one.kind in (EventKind.GOAL, EventKind.TOUCH) else self._team(one)
        self.momentum.add(one.kind, team)
        if one.kind is EventKind.GOAL:
            self.goals.append(Scored(self.active_s, one.detail, one.player))
        elif one.kind is EventKind.MATCH_END and self.ended_s is None:
            self.ended_s = self.recorder.time_s

    def _team(self, one: Happened) -> int:
        return -1 if one.player < 0 else int(self.recorder.seats.player(one.player).team)
