"""What the game tells, typed: one class for each event that is documented.

Names are those of https://www.rocketleague.com/developer/stats-api in our spelling: `has_car` is
``bHasCar``, `match_guid` is ``MatchGuid``. A flag that is false is left out on the wire, and so is
all that is not shown of opponents: what may be absent is None, or a false flag.

The page gives speeds in uu/s. What the game sends are kilometres an hour (82.8 where it says
supersonic, which begins at 2200 uu/s), so `uu_s` converts.
"""

from typing import Annotated, ClassVar, Final

import msgspec

KMH_PER_UU_S: Final = 0.036
"""A uu is a centimetre."""


Whole = Annotated[int, msgspec.Meta(ge=-(1 << 31), lt=1 << 31)]
"""What the game counts has 32 bits."""
Number = Annotated[float, msgspec.Meta(ge=-1e9, le=1e9)]
"""Nothing in a match is so large."""


def _wire_name(name: str) -> str:
    words = name.removeprefix("is_").split("_")
    pascal = "".join(word.capitalize() for word in words)
    return f"b{pascal}" if name.startswith(("is_", "has_")) else pascal


class Part(msgspec.Struct, rename=_wire_name, frozen=True, gc=False):
    """Part of an event."""


class Event(Part, frozen=True):
    """An event."""

    match_guid: str | None = None
    """Only of online and LAN matches."""


class Vector(Part, frozen=True):
    """A place, uu."""

    x: Number
    y: Number
    z: Number

    @property
    def place(self) -> tuple[float, float, float]:
        """As a tuple."""
        return self.x, self.y, self.z


class Someone(Part, frozen=True):
    """Who is meant. The name is empty and the rest 0 where it is nobody."""

    name: str = ""
    shortcut: Whole = 0
    """The key that a spectator presses for this player: unique in a match."""
    team_num: Whole = 0


class Player(Part, frozen=True):
    """A line of the scoreboard and, of the own team or for a spectator, the car."""

    name: str = ""
    primary_id: str = ""
    """``Platform|Account|Split``; ``Unknown|0|0`` for every bot."""
    shortcut: Whole = 0
    team_num: Whole = 0
    score: Whole = 0
    goals: Whole = 0
    shots: Whole = 0
    assists: Whole = 0
    saves: Whole = 0
    touches: Whole = 0
    car_touches: Whole = 0
    demos: Whole = 0
    has_car: bool = False
    speed: Number | None = None
    """km/h"""
    boost: Number | None = None
    """0 to 100"""
    is_boosting: bool = False
    is_on_ground: bool = False
    is_on_wall: bool = False
    is_powersliding: bool = False
    is_demolished: bool = False
    is_supersonic: bool = False
    attacker: Someone | None = None

    @property
    def is_seen(self) -> bool:
        """Whether the game shows more of this player than the scoreboard."""
        told = self.boost is not None or self.speed is not None
        return told or self.has_car or self.is_demolished


class Team(Part, frozen=True):
    """A side."""

    name: str = ""
    team_num: Whole = 0
    score: Whole = 0


class Ball(Part, frozen=True):
    """The ball as it moves."""

    speed: Number | None = None
    """km/h"""
    team_num: Whole = 255
    """Which touched it last; 255 for none since the kickoff."""


class Game(Part, frozen=True):
    """The match as a whole."""

    teams: tuple[Team, ...] = ()
    playlist_id: Whole | None = None
    time_seconds: Number | None = None
    """Clock of the scoreboard."""
    is_overtime: bool = False
    ball: Ball | None = None
    is_replay: bool = False
    """During the replay of a goal."""
    has_winner: bool = False
    winner: str = ""
    """Name of a team."""
    arena: str = ""
    has_target: bool = False
    target: Someone | None = None
    """Whose car the camera follows."""


class Touch(Part, frozen=True):
    """The last touch of the ball before something."""

    player: Someone | None = None
    speed: Number | None = None
    """Of the ball, km/h."""


class HitBall(Part, frozen=True):
    """The ball that was hit; speeds in km/h."""

    location: Vector
    pre_hit_speed: Number | None = None
    post_hit_speed: Number | None = None


class UpdateState(Event, frozen=True):
    """How everything stands, some times a second."""

    players: tuple[Player, ...] = ()
    game: Game = Game()


class BallHit(Event, frozen=True, kw_only=True):
    """Someone touched the ball, one frame before."""

    players: tuple[Someone, ...] = ()
    ball: HitBall


class BoostPickup(Event, frozen=True, kw_only=True):
    """Someone took a boost pad."""

    BIG: ClassVar[str] = "BoostType_Pill"

    player: Someone
    location: Vector
    boost_amount: Number | None = None
    boost_type: str = ""
    is_replay: bool = False


class ClockUpdatedSeconds(Event, frozen=True):
    """The clock jumped to another second."""

    time_seconds: Number | None = None
    is_overtime: bool = False


class CrossbarHit(Event, frozen=True, kw_only=True):
    """The ball hit the bar; speeds in km/h."""

    ball_location: Vector
    ball_speed: Number | None = None
    impact_force: Number | None = None
    ball_last_touch: Touch | None = None


class GoalScored(Event, frozen=True, kw_only=True):
    """A goal. The scorer of an own goal may be nobody, or whoever the goal is given to."""

    goal_speed: Number | None = None
    """km/h"""
    goal_time: Number | None = None
    """Seconds that the round lasted."""
    impact_location: Vector | None = None
    scorer: Someone | None = None
    assister: Someone | None = None
    ball_last_touch: Touch | None = None


class MatchEnded(Event, frozen=True):
    """The match is over."""

    winner_team_num: Whole | None = None


class PlayerJoined(Event, frozen=True):
    """Someone came."""

    player_name: str = ""
    primary_id: str = ""


class PlayerLeft(Event, frozen=True):
    """Someone went."""

    player_name: str = ""
    primary_id: str = ""


class ReplayCreated(Event, frozen=True):
    """A replay of the match history, or one that the game saved."""

    file_name: str = ""
    date: str = ""


class StatfeedEvent(Event, frozen=True):
    """Someone earned a stat."""

    event_name: str = ""
    """The game's own name, as ``Demolish``."""
    type: str = ""
    """The same in the player's language."""
    main_target: Someone | None = None
    secondary_target: Someone | None = None


class CountdownBegin(Event, frozen=True):
    """The countdown of a kickoff begins."""


class RoundStarted(Event, frozen=True):
    """The countdown is over."""


class GoalReplayStart(Event, frozen=True):
    """The replay of a goal begins."""


class GoalReplayWillEnd(Event, frozen=True):
    """The ball explodes in the replay of a goal."""


class GoalReplayEnd(Event, frozen=True):
    """The replay of a goal is over, or was skipped."""


class MatchCreated(Event, frozen=True):
    """The teams are there."""


class MatchInitialized(Event, frozen=True):
    """The first countdown begins."""


class MatchDestroyed(Event, frozen=True):
    """The player has left."""


class MatchPaused(Event, frozen=True):
    """The match stands still."""


class MatchUnpaused(Event, frozen=True):
    """It goes on."""


class PodiumStart(Event, frozen=True):
    """The winners are shown."""


class Unknown(Event, frozen=True, kw_only=True):
    """An event that is not documented here."""

    name: str


EVENTS: Final[tuple[type[Event], ...]] = (
    *(UpdateState, BallHit, BoostPickup, ClockUpdatedSeconds, CountdownBegin, CrossbarHit),
    *(GoalReplayStart, GoalReplayWillEnd, GoalReplayEnd, GoalScored, MatchCreated),
    *(MatchInitialized, MatchDestroyed, MatchEnded, MatchPaused, MatchUnpaused, PlayerJoined),
    *(PlayerLeft, PodiumStart, ReplayCreated, RoundStarted, StatfeedEvent),
)
"""All that are documented, each under its class's name."""


def uu_s(speed_kmh: float | None) -> float:
    """A speed in uu/s; NaN where it is not told."""
    return float("nan") if speed_kmh is None else speed_kmh / KMH_PER_UU_S
