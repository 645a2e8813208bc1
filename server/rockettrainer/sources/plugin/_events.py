"""Events of the plugin, one structure a kind. Unknown is None."""

from typing import Annotated

from msgspec import Meta, Struct

_Number = Annotated[int, Meta(ge=0, le=2**63 - 1)]
_Seq = Annotated[int, Meta(ge=0, le=2**32 - 1)]
_Seat = Annotated[int, Meta(ge=0, le=127)] | None
"""A player's number within the session."""
_Side = Annotated[int, Meta(ge=0, le=1)] | None
_Coordinate = Annotated[float, Meta(ge=-1e6, le=1e6)]
_Position = tuple[_Coordinate | None, _Coordinate | None, _Coordinate | None] | None
_Amount = Annotated[float, Meta(ge=-1e9, le=1e9)] | None
_Small = Annotated[int, Meta(ge=-1, le=2**31 - 1)] | None
_Text = Annotated[str, Meta(max_length=1024)] | None


class _Event(Struct, frozen=True, tag_field="event", kw_only=True):
    n: Annotated[int, Meta(ge=1, le=2**63 - 1)]
    """Counts from 1, without holes, while the plugin is loaded."""
    session: _Seq
    seq: _Seq
    """The first tick recorded at or after the event."""
    t_ns: int = 0


class SessionStarted(_Event, frozen=True, tag="session_started"):
    """A game begins."""

    kind: _Text = None
    map: _Text = None
    match_guid: _Text = None
    playlist_id: _Small = None
    match_type: _Text = None
    team_size: _Small = None
    started_at: Annotated[int, Meta(ge=0, le=2**40)] | None = None


class PlayerSeated(_Event, frozen=True, tag="player"):
    """Somebody sits down, or changes team or name."""

    player: Annotated[int, Meta(ge=0, le=127)]
    id: Annotated[str, Meta(max_length=512)]
    name: Annotated[str, Meta(max_length=512)]
    team: Annotated[int, Meta(ge=-1, le=255)] | None = None
    is_bot: bool = False
    local: bool = False


class PlayerLeft(_Event, frozen=True, tag="player_left"):
    """Somebody leaves."""

    player: _Seat


class Countdown(_Event, frozen=True, tag="countdown"):
    """A kickoff's countdown begins."""


class RoundStarted(_Event, frozen=True, tag="round_started"):
    """Cars may move."""


class Touch(_Event, frozen=True, tag="touch"):
    """A car touches the ball."""

    player: _Seat = None
    team: _Side = None
    position: _Position = None
    speed_change_uu_s: _Amount = None


class Goal(_Event, frozen=True, tag="goal"):
    """A goal."""

    team: _Side = None
    player: _Seat = None
    position: _Position = None
    speed_uu_s: _Amount = None


class GoalReplayStarted(_Event, frozen=True, tag="goal_replay_started"):
    """A goal's replay begins."""


class GoalReplayEnded(_Event, frozen=True, tag="goal_replay_ended"):
    """It ends."""


class Demolition(_Event, frozen=True, tag="demolition"):
    """A car demolishes another."""

    player: _Seat = None
    other: _Seat = None
    position: _Position = None


class Stat(_Event, frozen=True, tag="stat"):
    """Something that the game awards; `name` is its own."""

    name: Annotated[str, Meta(min_length=1, max_length=256)]
    player: _Seat = None
    other: _Seat = None


class PadTaken(_Event, frozen=True, tag="pad"):
    """A boost pad is taken."""

    player: _Seat = None
    position: _Position = None
    big: bool | None = None
    boost_before: _Amount = None


class PadBack(_Event, frozen=True, tag="pad_back"):
    """A boost pad is there again."""

    position: _Position = None
    big: bool | None = None


class DodgeRefresh(_Event, frozen=True, tag="dodge_refresh"):
    """A player regains the dodge in the air."""

    player: _Seat = None


class Overtime(_Event, frozen=True, tag="overtime"):
    """Overtime begins."""


class Paused(_Event, frozen=True, tag="paused"):
    """The game is paused, or goes on."""

    paused: bool = True


class MatchEnded(_Event, frozen=True, tag="match_ended"):
    """The final whistle."""

    winner: _Side = None


class ReplaySaved(_Event, frozen=True, tag="replay_saved"):
    """The game wrote a replay."""

    path: Annotated[str, Meta(min_length=1, max_length=4096)]


class TrainingPack(_Event, frozen=True, tag="training_pack"):
    """A custom-training pack is loaded."""

    code: _Text = None
    name: _Text = None
    shots: _Small = None
    creator: _Text = None


class TrainingShot(_Event, frozen=True, tag="training_shot"):
    """A shot of the pack is set up."""

    shot: _Small = None
    shots: _Small = None


class TrainingAttempt(_Event, frozen=True, tag="training_attempt"):
    """An attempt at a shot is over."""

    shot: _Small = None
    goal: bool | None = None


class SessionEnded(_Event, frozen=True, tag="session_ended"):
    """The game is left."""

    reason: _Text = None


class Overflow(_Event, frozen=True, tag="overflow"):
    """The plugin had to give up events."""

    lost: _Number = 0


GameEvent = (
    SessionStarted
    | PlayerSeated
    | PlayerLeft
    | Countdown
    | RoundStarted
    | Touch
    | Goal
    | GoalReplayStarted
    | GoalReplayEnded
    | Demolition
    | Stat
    | PadTaken
    | PadBack
    | DodgeRefresh
    | Overtime
    | Paused
    | MatchEnded
    | ReplaySaved
    | TrainingPack
    | TrainingShot
    | TrainingAttempt
    | SessionEnded
    | Overflow
)
