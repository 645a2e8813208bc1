"""What can happen in a scripted game."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from .script import Player, Vector

_STILL: Vector = (0.0, 0.0, 0.0)


class Phase(StrEnum):
    """The game's names for the states of a match."""

    WAITING = "WaitingForPlayers"
    COUNTDOWN = "Countdown"
    ACTIVE = "Active"
    AFTER_GOAL = "PostGoalScored"
    GOAL_REPLAY = "ReplayPlayback"
    PAUSED = "Paused"
    FINISHED = "Finished"
    PODIUM = "PodiumSpotlight"


class Component(StrEnum):
    """The parts of a car that can be at work."""

    BOOST = "Boost"
    JUMP = "Jump"
    DOUBLE_JUMP = "DoubleJump"
    DODGE = "Dodge"
    FLIP = "FlipCar"


class Counter(StrEnum):
    """The scoreboard's counters of a player."""

    SCORE = "MatchScore"
    GOALS = "MatchGoals"
    ASSISTS = "MatchAssists"
    SAVES = "MatchSaves"
    SHOTS = "MatchShots"
    DEMOLITIONS = "MatchDemolishes"


@dataclass(frozen=True)
class EnterPhase:
    """The match changes its state."""

    phase: Phase


@dataclass(frozen=True)
class CountdownNumber:
    """The kickoff countdown shows a number."""

    number: int


@dataclass(frozen=True)
class Clock:
    """The scoreboard clock shows so many seconds."""

    seconds: int


@dataclass(frozen=True)
class Overtime:
    """The match goes into overtime."""


@dataclass(frozen=True)
class MatchEnd:
    """The match is over, by forfeit or not."""

    forfeit: bool = False


@dataclass(frozen=True)
class BallHit:
    """Whether the ball has been hit since kickoff."""

    hit: bool


@dataclass(frozen=True)
class Touch:
    """A team touches the ball."""

    team: int


@dataclass(frozen=True)
class Goal:
    """Someone scores: state, team score, the scorer's counter, header and tick mark follow."""

    scorer: Player
    ball: Vector


@dataclass(frozen=True)
class Tally:
    """A scoreboard counter takes a value."""

    player: Player
    counter: Counter
    value: int


@dataclass(frozen=True)
class Announce:
    """The game announces a stat event, such as "Save"."""

    name: str


@dataclass(frozen=True)
class Boost:
    """The game reports a car's boost, 0 to 255."""

    player: Player
    amount: int


@dataclass(frozen=True)
class Work:
    """A component starts or stops; a dodge comes with its torque, in hundredths."""

    player: Player
    component: Component
    on: bool
    torque: Vector | None = None


@dataclass(frozen=True)
class Inputs:
    """Throttle and steer from -1 to 1, handbrake pulled or not; None is not reported."""

    player: Player
    throttle: float | None = None
    steer: float | None = None
    handbrake: bool | None = None


@dataclass(frozen=True)
class BallCam:
    """A player switches ball-cam."""

    player: Player
    on: bool


@dataclass(frozen=True)
class DodgeRefresh:
    """A car's dodge is given back; `count` is how often that has happened."""

    player: Player
    count: int


@dataclass(frozen=True)
class Pickup:
    """A car collects a boost pad; `amount` is its boost afterwards, 0 to 255."""

    player: Player
    pad: int
    amount: int


@dataclass(frozen=True)
class PadReturn:
    """A boost pad can be collected again."""

    pad: int


@dataclass(frozen=True)
class Demolition:
    """A car is blown up. Without an attacker it blew up by itself."""

    victim: Player
    attacker: Player | None = None
    attacker_velocity: Vector = _STILL
    victim_velocity: Vector = _STILL


@dataclass(frozen=True)
class Leave:
    """A player leaves the match."""

    player: Player


@dataclass(frozen=True)
class Spectate:
    """Someone joins without a team."""

    player: Player


@dataclass(frozen=True)
class FutureAttribute:
    """A car reports something that no known version of the game has."""

    player: Player


Event: TypeAlias = (
    EnterPhase
    | CountdownNumber
    | Clock
    | Overtime
    | MatchEnd
    | BallHit
    | Touch
    | Goal
    | Tally
    | Announce
    | Boost
    | Work
    | Inputs
    | BallCam
    | DodgeRefresh
    | Pickup
    | PadReturn
    | Demolition
    | Leave
    | Spectate
    | FutureAttribute
)
