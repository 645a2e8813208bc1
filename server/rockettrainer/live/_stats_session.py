"""A match that the Stats API sees: its events into rows."""

from collections.abc import Collection
from math import isfinite, nan
from typing import Final

from rockettrainer.live._happened import Happened
from rockettrainer.live._kinds import Kind, Source
from rockettrainer.live._seats import told_apart
from rockettrainer.live._session import Session
from rockettrainer.live._stats_events import happened_of
from rockettrainer.live._stats_phase import Phases
from rockettrainer.match import (
    CAR_MAX_SPEED_UU_S,
    EventKind,
    MatchInfo,
    Mode,
    Phase,
    Visible,
    playlist_for,
)
from rockettrainer.match import Player as Seat
from rockettrainer.sources.stats_api import (
    BallHit,
    BoostPickup,
    Event,
    Game,
    GoalScored,
    LocalPlayer,
    Player,
    Someone,
    StatfeedEvent,
    UpdateState,
    find,
    seat_of,
    uu_s,
)

SEES: Final = Visible.SCOREBOARD | Visible.CLOCK | Visible.BALL_TEAM | Visible.DEMOLITIONS
"""Of everybody."""
SEES_MATES: Final = Visible.BOOST | Visible.SPEED | Visible.PADS
"""Of the own team beyond that; of both teams for a spectator."""

_SEEN_TWICE: Final = (BallHit, BoostPickup, GoalScored, StatfeedEvent)
"""Events that the replay of a goal repeats."""
_TOO_FAST_UU_S: Final = 1.1 * CAR_MAX_SPEED_UU_S
"""No car drives so fast: a number in another unit."""
_SILENCE_S: Final = 1.5
"""Longer between two states than any rate that a person would choose."""
_COUNTERS: Final = ("score", "goals", "assists", "saves", "shots")
_CUSTOM_TRAINING: Final = frozenset((20, 21))
_OFFLINE, _LAN = 8, 24


class StatsSession(Session):
    """One match of the Stats API.

    Args:
        key: Names it among all sessions.
        known: Names or accounts of who plays here, where they are known.
    """

    def __init__(self, key: str, known: Collection[str] = ()) -> None:
        super().__init__(key, Source.STATS_API, SEES)
        self._phases = Phases()
        self._local = LocalPlayer(known)
        self._players: tuple[Player, ...] = ()
        self._seats: dict[str, Seat] = {}
        self._slots: dict[str, int] = {}
        self._slots_now: list[int] = []
        """Of `_players`, in their order."""
        self._waiting: list[Happened] = []
        self._began_s: float | None = None

    @property
    def match_guid(self) -> str | None:
        """Of the match; None offline and before the first state."""
        return self.recorder.info.match_guid

    def take(self, event: Event, now_s: float) -> None:
        """Takes in an event; in a row it is with the next state.

        Args:
            event: What the game told.
            now_s: When, in steady seconds.
        """
        if isinstance(event, UpdateState):
            self._state(event, now_s)
            return
        if not (self._phases.in_replay and isinstance(event, _SEEN_TWICE)):
            happened = happened_of(event, self._slot_of, self.recorder.stat, self._boost_of)
            self._waiting.extend(happened)
        self._phases.event(event)

    def settle(self) -> None:
        """Gives events that no state will follow to a row like the last one."""
        if self._waiting and self.recorder.rows:
            self.recorder.frames.phase[self.recorder.row] = self._phases.phase
            self.commit(self._due())

    def _state(self, state: UpdateState, now_s: float) -> None:
        self._began_s = now_s if self._began_s is None else self._began_s
        self._miss(now_s - self._began_s)
        self._phases.state(state.game)
        self._players = state.players
        self._sit(state.players)
        self._learn(state)
        self._fill_match(state.game, now_s - self._began_s)
        for player, slot in zip(state.players, self._slots_now, strict=True):
            if slot >= 0:
                self._fill_player(player, slot)
        if self.ended_s is None and self._phases.phase is Phase.ENDED and not self._has_ended():
            self._waiting.append(Happened(EventKind.MATCH_END))
        self.commit(self._due())

    def _miss(self, time_s: float) -> None:
        """Counts what did not come: states come several times a second, also in a pause."""
        silence_s = time_s - self.recorder.time_s
        if self.recorder.rows and silence_s >= _SILENCE_S:
            self.gap_s += silence_s

    def _has_ended(self) -> bool:
        return any(one.kind is EventKind.MATCH_END for one in self._waiting)

    def _sit(self, players: tuple[Player, ...]) -> None:
        """Seats who came and unseats who went."""
        listed: list[Seat] = []
        for player in players:
            listed.append(told_apart(seat_of(player), [seat.id for seat in listed]))
        seats = {seat.id: seat for seat in listed}
        for who in self._seats.keys() - seats.keys():
            if (slot := self._slots[who]) >= 0:
                self.recorder.leave(slot)
                self._waiting.append(Happened(EventKind.LEFT, slot))
        for who, seat in seats.items():
            if self._seats.get(who) == seat:
                continue
            self._slots[who] = slot = self.recorder.seat(seat)
            if who not in self._seats and slot >= 0:
                self._waiting.append(Happened(EventKind.JOINED, slot))
        self._seats = seats
        self._slots_now = [self._slots[seat.id] for seat in listed]

    def _learn(self, state: UpdateState) -> None:
        """Takes in facts of the match, and who plays here."""
        game, info = state.game, self.recorder.info
        sizes = [sum(p.team_num == team for p in state.players) for team in (0, 1)]
        known = MatchInfo(
            match_guid=state.match_guid or info.match_guid,
            map_code=game.arena or info.map_code,
            playlist_id=info.playlist_id if game.playlist_id is None else game.playlist_id,
            team_size=max(*sizes, info.team_size or 0) or None,
        )
        if known != info:
            self.facts(known)
        self.kind = _kind(known, both_sides=all(sizes))
        self._local.look(state)
        me = self._local.id_in(tuple(self._seats.values()))
        self.me = self.me if me is None else self._slots[me]

    def _fill_match(self, game: Game, time_s: float) -> None:
        frames, row = self.recorder.frames, self.recorder.row
        team = -1 if game.ball is None else game.ball.team_num
        overtime = int(game.is_overtime)
        if overtime and frames.overtime[self.recorder.last] == 0:
            self._waiting.append(Happened(EventKind.OVERTIME))
        frames.time_s[row] = time_s
        frames.clock_s[row] = nan if game.time_seconds is None else game.time_seconds
        frames.phase[row] = self._phases.phase
        frames.overtime[row] = overtime
        frames.ball_team[row] = team if team in (0, 1) else -1
        frames.ball_hit[row] = int(team in (0, 1))
        for side in game.teams:
            if side.team_num in (0, 1):
                frames.team_score[row, side.team_num] = side.score

    def _fill_player(self, player: Player, slot: int) -> None:
        frames, row = self.recorder.frames, self.recorder.row
        frames.on_field[row, slot] = 1
        for counter in _COUNTERS:
            getattr(frames, counter)[row, slot] = getattr(player, counter)
        shown = player.is_seen and not self._phases.in_replay
        if player.is_seen:
            self.recorder.also_visible[slot] |= SEES_MATES
        frames.speed[row, slot] = _speed(player.speed) if shown else nan
        frames.boost[row, slot] = _boost(player.boost) if shown else nan
        frames.boosting[row, slot] = int(player.is_boosting) if shown else -1
        frames.handbrake[row, slot] = int(player.is_powersliding) if shown else -1
        frames.demolished[row, slot] = int(player.is_demolished) if shown else -1

    def _due(self) -> list[Happened]:
        """Events for the row; a goal of whom nobody knows is of the side whose score rose."""
        due, self._waiting = self._waiting, []
        frames, recorder = self.recorder.frames, self.recorder
        rise = frames.team_score[recorder.row] - frames.team_score[recorder.last]
        for index, one in enumerate(due):
            if one.kind is EventKind.GOAL and one.detail < 0 and recorder.rows:
                side = next((team for team in (0, 1) if rise[team] > 0), -1)
                due[index] = one._replace(detail=side)
        return due

    def _slot_of(self, someone: Someone | None) -> int:
        player = find(self._players, someone)
        return -1 if player is None else self._slots_now[self._players.index(player)]

    def _boost_of(self, slot: int) -> float:
        return float(self.recorder.frames.boost[self.recorder.last, slot]) if slot >= 0 else nan


def _kind(info: MatchInfo, *, both_sides: bool) -> Kind:
    """The kind of play. What has a number that others know is online, for what follows from it."""
    playlist = playlist_for(info.playlist_id, info.match_type)
    if playlist is not None and playlist.mode is Mode.TRAINING:
        custom = info.playlist_id in _CUSTOM_TRAINING
        return Kind.CUSTOM_TRAINING if custom else Kind.FREEPLAY
    if info.playlist_id == _LAN:
        return Kind.LAN
    if info.match_guid is not None and info.playlist_id != _OFFLINE:
        return Kind.ONLINE
    return Kind.BOTS if both_sides else Kind.FREEPLAY


def _speed(speed_kmh: float | None) -> float:
    speed = uu_s(speed_kmh)
    return speed if 0.0 <= speed <= _TOO_FAST_UU_S else nan


def _boost(boost: float | None) -> float:
    return nan if boost is None or not isfinite(boost) else max(0.0, min(boost, 100.0))
