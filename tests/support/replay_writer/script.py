"""What a test says about a game: who plays, where everything is, and what happens.

Units are the game's: uu, uu/s, rad/s, seconds. A script says nothing about the file format;
that is the writer's business.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .events import Event

Vector: TypeAlias = tuple[float, float, float]
Quaternion: TypeAlias = tuple[float, float, float, float]

BLUE, ORANGE = 0, 1


class Platform(IntEnum):
    """Where an account lives, numbered as the network stream numbers it."""

    SPLIT_SCREEN = 0
    STEAM = 1
    PLAYSTATION = 2
    XBOX = 4
    SWITCH = 6
    PSYNET = 7
    EPIC = 11


@dataclass(frozen=True)
class Account:
    """A player's account.

    Attributes:
        platform: Where it lives.
        number: Its number; Epic has none.
        text: Epic's hexadecimal id, or the PlayStation name.
        local: Which of the people on one console.
    """

    platform: Platform
    number: int = 0
    text: str = ""
    local: int = 0


@dataclass(frozen=True)
class Camera:
    """A player's camera settings, in the units of the game's menu."""

    fov: float = 110.0
    height: float = 100.0
    pitch: float = -3.0
    distance: float = 270.0
    stiffness: float = 0.5
    swivel_speed: float = 4.0
    transition_speed: float = 1.25


@dataclass(frozen=True)
class Scoreline:
    """A player's line in the header's scoreboard."""

    score: int = 0
    goals: int = 0
    assists: int = 0
    saves: int = 0
    shots: int = 0


@dataclass(frozen=True)
class Player:
    """Someone who plays; a player without an account is a bot."""

    name: str
    team: int
    account: Account | None = None
    car_body: int = 23
    camera: Camera | None = field(default_factory=Camera)
    steering_sensitivity: float | None = None
    header: Scoreline | None = None


@dataclass(frozen=True)
class Body:
    """Where a ball or a car is, and how it moves; `rotation` is x, y, z, w."""

    position: Vector
    velocity: Vector = (0.0, 0.0, 0.0)
    angular_velocity: Vector = (0.0, 0.0, 0.0)
    rotation: Quaternion = (0.0, 0.0, 0.0, 1.0)
    asleep: bool = False


@dataclass(frozen=True)
class Moment:
    """One network frame.

    A body that is left out is not reported in this frame. A player's first body brings the
    player and the car into being, and so does the first one after `Leave` or `Demolition`.
    Events come before bodies.
    """

    time: float
    ball: Body | None = None
    cars: Mapping[Player, Body] = field(default_factory=dict)
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class MatchFacts:
    """What header and server say about a match; None and "" are left out of the file."""

    replay_id: str = "5A2F00000000000000000000000000AD"
    match_guid: str = "E016000000000000000000000000C6B3"
    name: str = ""
    recorded_by: str = ""
    date: str = "2026-04-01 19-19-51"
    start_epoch: int | None = None
    map_code: str = "Stadium_P"
    match_type: str = "Online"
    match_class: str = "TAGame.MatchType_PublicRanked_TA"
    playlist: int = 10
    team_size: int = 1
    unfair_team_size: int | None = None
    record_fps: float = 30.0
    seconds_played: float | None = None
    server_name: str = "EU1-TEST"
    server_region: str = "EU"
    ball: str = "Archetypes.Ball.Ball_Default"
    mutators: str = ""
    score: tuple[int, int] | None = None
    forfeit: bool = False


@dataclass(frozen=True)
class MatchScript:
    """A whole game.

    Attributes:
        moments: The network frames; times rise and are above 0.
        facts: What header and server say.
        roster: Players the header lists; those without a header line are left out of it.
        keyframes: Frames in which the game says everything again, as it does every ten
            seconds. The first frame always is one.
    """

    moments: tuple[Moment, ...]
    facts: MatchFacts = field(default_factory=MatchFacts)
    roster: tuple[Player, ...] = ()
    keyframes: frozenset[int] = frozenset()
