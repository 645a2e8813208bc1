"""A match played once more in the stand-in for the game, with the real plugin in it."""

import time
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rockettrainer import _bakkesmod
from rockettrainer.match import STANDARD_PADS, EventKind, Match, Player, blank_frames
from tests.support.plugin import records_of
from tests.support.waiting import until

_FRAMES_APART: Final = 4
"""Physics frames between two of a replay's: 120 and 30 a second."""
_MOST_UNDERWAY: Final = 200
"""Ticks that the plugin still holds; from 512 on it would drop some."""
_AWARDS: Final = {EventKind.SHOT: "Shot", EventKind.SAVE: "Save", EventKind.ASSIST: "Assist"}

_OF_A_CAR: Final = (
    *(
        "position",
        "velocity",
        "angular_velocity",
        "rotation",
        "boost",
        "throttle",
        "steer",
        "handbrake",
    ),
    *("boosting", "jumping", "double_jumping", "dodging"),
)


def as_in_a_game(match: Match) -> Match:
    """A replay's match as a game has it.

    A replay tells of some cars how much boost they have before it tells where they are, and of
    others where they are when their drivers have left. In a game there is a car, which has a place
    and a driver, or there is none, and then no tank either. The ball, by which a replay knows the
    mode of some matches, has no name there. And the plugin knows by name who was there in the tick
    before something happened.
    """
    frames = match.frames
    absent = np.isnan(frames.position[..., 0]) | (frames.on_field != 1)
    blank = blank_frames(1, 1)
    changed = {name: getattr(frames, name).copy() for name in _OF_A_CAR}
    for name, column in changed.items():
        column[absent] = getattr(blank, name)[0, 0]
    info = replace(match.info, ball_archetype=None)
    events = match.events
    was_here = frames.on_field[np.maximum(events.frame - 1, 0), events.player] == 1
    player = np.where(was_here, events.player, -1).astype(np.int16)
    return replace(
        match,
        info=info,
        frames=frames._replace(**changed),
        events=events._replace(player=player),
    )


class Playback:
    """Plays a match as fast as the plugin takes it.

    Args:
        match: At most eight players at a time.
        home: Data folder of the server that the plugin is to find.
    """

    def __init__(self, match: Match, home: Path) -> None:
        self._match = match
        self._headers, self._cars = records_of(match)
        self._event = 0
        self._seats: dict[int, int] = {}
        self.game = _bakkesmod.host.Host(str(home))

    def play(self) -> None:
        """Plays all of it, from opening the game to leaving it."""
        self.game.load()
        try:
            until(lambda: self.game.status.connected)
            self._open()
            for row in range(len(self._headers)):
                self._play(row)
            self.game.close_game()
            until(lambda: self.game.status.events_waiting == 0)
            assert (self.game.status.ticks_dropped, self.game.status.events_lost) == (0, 0)
        finally:
            self.game.unload()

    def _open(self) -> None:
        info = self._match.info
        self._change_seats(0)
        self.game.open_game(
            "bots",
            arena=info.map_code or "",
            match_guid=info.match_guid or "",
            playlist_id=-1 if info.playlist_id is None else info.playlist_id,
            match_type=info.match_type or "",
            team_size=info.team_size or 0,
        )
        self.game.set_replay(exists=False)
        shift_ns = self.game.clock_ns + 10_000_000 - self._headers["time_ns"][0]
        self._headers["time_ns"] += shift_ns
        self._headers["physics_frame"] = np.arange(len(self._headers)) * _FRAMES_APART + 1000

    def _play(self, row: int) -> None:
        self._change_seats(row)
        here = list(self._seats)
        cars = self._cars[row, here]
        cars["player"] = list(self._seats.values())
        self.game.set_state(self._headers[row])
        self.game.set_cars(cars)
        events = self._match.events
        while self._event < events.size and events.frame[self._event] <= row:
            self._tell(self._event, cars)
            self._event += 1
        self.game.step(self._headers[row], cars)
        while row - self.game.status.ticks_sent > _MOST_UNDERWAY:
            time.sleep(0.001)

    def _change_seats(self, row: int) -> None:
        """Has people sit down and leave, as the frame has it."""
        for slot, player in enumerate(self._match.roster):
            here = self._match.frames.on_field[row, slot] == 1
            if here and slot not in self._seats:
                self._seats[slot] = self._seat(player, is_me=slot == 0)
            elif not here and slot in self._seats:
                self.game.leave(self._seats.pop(slot))

    def _seat(self, player: Player, *, is_me: bool) -> int:
        team = int(player.team)
        return self.game.seat(player.id, player.name, team, is_bot=player.is_bot, local=is_me)

    def _tell(self, at: int, cars: NDArray[np.void]) -> None:
        events = self._match.events
        kind = EventKind(int(events.kind[at]))
        who = self._seats.get(int(events.player[at]), -1)
        if kind is EventKind.GOAL:
            self.game.goal(who, int(events.detail[at]))
        elif kind is EventKind.DEMOLITION:
            self.game.demolish(who, self._seats.get(int(events.other[at]), -1))
        elif kind in (EventKind.BIG_PAD, EventKind.SMALL_PAD):
            self._take_pad(at, who, cars)
        elif kind is EventKind.TOUCH and who >= 0:
            self.game.touch(who)
        elif kind in _AWARDS and who >= 0:
            self.game.stat(who, _AWARDS[kind])

    def _take_pad(self, at: int, who: int, cars: NDArray[np.void]) -> None:
        """The plugin reads the tank at the moment of the pick-up, which is between two frames."""
        events = self._match.events
        x, y, z = events.position[at].tolist()
        if (index := int(events.detail[at])) >= 0:
            x, y, z, _ = STANDARD_PADS[index].tolist()
        before = cars[cars["player"] == who].copy()
        before["boost"] = events.value[at]
        self.game.set_cars(before)
        self.game.take_pad(who, (x, y, z), big=int(events.kind[at]) == EventKind.BIG_PAD)
