"""A session that the plugin sees: its messages into rows."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numba
import numpy as np

from rockettrainer.live._fill import fill
from rockettrainer.live._happened import Happened
from rockettrainer.live._kinds import WIRE_KINDS, Kind, Source
from rockettrainer.live._plugin_events import happened_of
from rockettrainer.live._seats import told_apart
from rockettrainer.live._session import Session
from rockettrainer.match import EventKind, Visible
from rockettrainer.sources.plugin import (
    GameEvent,
    Overflow,
    PlayerLeft,
    PlayerSeated,
    SessionEnded,
    SessionStarted,
    Tick,
    TrainingAttempt,
    TrainingPack,
    info_of,
    player_of,
)

_NUMBERS: Final = 128
"""That a player may have."""
_LATE: Final = 1 << 31
"""Sequence numbers begin anew after 2^32: what is so far ahead is behind."""
SEES: Final = Visible.LIVE


@dataclass(slots=True)
class Training:
    """What was trained."""

    code: str | None = None
    name: str | None = None
    creator: str | None = None
    shots: int | None = None
    attempts: int = 0
    successes: int = 0


class PluginSession(Session):
    """One game of a plugin's life.

    Args:
        instance: Of the plugin.
        number: Of the session in the plugin's life.
    """

    def __init__(self, instance: str, number: int) -> None:
        super().__init__(f"{instance}-{number}", Source.PLUGIN, SEES)
        self.instance = instance
        self.number = number
        self.training = Training()
        self.over = False
        """Whether the plugin has said that it ended."""
        self.insane = 0
        """Ticks that hold what no game can."""
        self._slots = np.full(_NUMBERS, -1, np.int16)
        self._ids: dict[tuple[int, int | None], str] = {}
        """By number: who comes back has the number of before. A bot of the other side, which may
        come when its namesake has left, is another."""
        self._waiting: deque[tuple[int, Happened]] = deque()
        self._began_ns: int | None = None
        self._seq: int | None = None
        self._first_dropped = 0
        self._local = -1
        self._fill: Callable[..., bool] | None = None

    def event(self, event: GameEvent) -> None:
        """Takes in an event; in a row it is with the tick that it belongs to."""
        match event:
            case SessionStarted():
                self._start(event)
            case PlayerSeated():
                self._seat(event)
            case PlayerLeft():
                if (slot := self._slot(event.player)) >= 0:
                    self.recorder.leave(slot)
                    self._waiting.append((event.seq, Happened(EventKind.LEFT, slot)))
            case TrainingPack() | TrainingAttempt():
                self._train(event)
            case SessionEnded() | Overflow():
                self._settle()
                self.over = True
            case _:
                one = happened_of(event, self._slot, self.recorder.stat)
                if one is not None:
                    self._waiting.append((event.seq, one))

    def tick(self, tick: Tick) -> bool:
        """Takes in a tick; False if it is old or holds what no game can."""
        if self._seq is not None and (tick.seq - self._seq - 1) % (1 << 32) >= _LATE:
            return False
        if self._began_ns is None:
            self._begin(tick)
        time_s = (tick.time_ns - (self._began_ns or 0)) / 1e9
        self._miss(tick, time_s)
        recorder = self.recorder
        filled = self._filler(tick)(
            recorder.frames, recorder.row, time_s, tick.header, tick.players, self._slots
        )
        self._seq = tick.seq
        self._look_for_me(tick.local_player)
        if not filled:
            self.insane += 1
            return False
        self.commit(self._due(tick.seq))
        return True

    def _start(self, event: SessionStarted) -> None:
        if event.kind in set(Kind):
            self.kind = Kind(event.kind)
        self.started_at = event.started_at or self.started_at
        self.facts(info_of(event))

    def _seat(self, event: PlayerSeated) -> None:
        new = self._slots[event.player] < 0
        key = (event.player, event.team if event.is_bot else None)
        player = told_apart(player_of(event), [who for k, who in self._ids.items() if k != key])
        self._ids[key] = player.id
        slot = self.recorder.seat(player)
        self._slots[event.player] = slot
        if event.local:
            self.me = slot
        if new and slot >= 0:
            self._waiting.append((event.seq, Happened(EventKind.JOINED, slot)))

    def _train(self, event: TrainingPack | TrainingAttempt) -> None:
        training = self.training
        if isinstance(event, TrainingAttempt):
            training.attempts += 1
            training.successes += event.goal is True
            return
        training.code, training.name = event.code, event.name
        training.creator, training.shots = event.creator, event.shots

    def _begin(self, tick: Tick) -> None:
        self._began_ns = tick.time_ns
        self._first_dropped = tick.dropped
        if self.kind is None:
            number = int(tick.header["kind"][0])
            self.kind = WIRE_KINDS[number] if number < len(WIRE_KINDS) else None

    def _miss(self, tick: Tick, time_s: float) -> None:
        """Counts what did not come; `seq` also counts what was lost without a connection."""
        self.dropped = tick.dropped - self._first_dropped
        if self._seq is not None and tick.seq != (self._seq + 1) % (1 << 32):
            self.gap_s += max(0.0, time_s - self.recorder.time_s)

    def _look_for_me(self, number: int) -> None:
        if number != self._local:
            self._local = number
            if (slot := self._slot(number)) >= 0:
                self.me = slot

    def _due(self, seq: int) -> list[Happened]:
        """Events up to a tick."""
        if not self._waiting:
            return []
        due = []
        while self._waiting and (seq - self._waiting[0][0]) % (1 << 32) < _LATE:
            due.append(self._waiting.popleft()[1])
        return due

    def _settle(self) -> None:
        """Gives events that no tick will follow to a row like the last one."""
        due = [one for _, one in self._waiting]
        self._waiting.clear()
        if due and self.recorder.rows:
            self.commit(due)

    def _slot(self, number: int | None) -> int:
        return int(self._slots[number]) if number is not None and 0 <= number < _NUMBERS else -1

    def _filler(self, tick: Tick) -> Callable[..., bool]:
        """The compiled kernel for these types: to find out types anew takes longer than to fill."""
        if self._fill is None:
            kernel: Any = fill
            arguments = (self.recorder.frames, 0, 0.0, tick.header, tick.players, self._slots)
            types: Any = tuple(numba.typeof(value) for value in arguments)  # type: ignore[no-untyped-call]
            kernel.compile(types)
            found: Callable[..., bool] = kernel.get_overload(types)
            self._fill = found
        return self._fill
