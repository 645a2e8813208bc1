"""Who played."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum


class Team(IntEnum):
    """A side. Blue attacks towards positive y."""

    NONE = -1
    BLUE = 0
    ORANGE = 1


@dataclass(frozen=True, slots=True)
class HeaderStats:
    """A player's line on the final scoreboard."""

    score: int
    goals: int
    assists: int
    saves: int
    shots: int


@dataclass(frozen=True, slots=True)
class Camera:
    """Camera settings; angles in degrees, lengths in uu."""

    fov: float
    height: float
    pitch: float
    distance: float
    stiffness: float
    swivel_speed: float
    transition_speed: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """One person (or bot), in one slot for the whole match."""

    id: str
    """Platform and account, as ``steam:76561198135247572``; ``bot:NAME`` for bots."""
    platform: str
    platform_id: str
    name: str
    """As shown; names can be anonymised by the game, so use `id` to recognise people."""
    team: Team
    is_bot: bool = False
    header_stats: HeaderStats | None = None
    """None where the file's scoreboard does not list the player, as happens to leavers."""
    car_body_id: int | None = None
    camera: Camera | None = None
    steering_sensitivity: float | None = None
    spans: tuple[tuple[float, float], ...] = ()
    """Seconds of recording from joining to leaving, for each stay."""


@dataclass(frozen=True, slots=True)
class Roster:
    """The players, by slot: blue first, then orange."""

    players: tuple[Player, ...]

    def __len__(self) -> int:
        return len(self.players)

    def __iter__(self) -> Iterator[Player]:
        return iter(self.players)

    def __getitem__(self, slot: int) -> Player:
        return self.players[slot]

    def of(self, team: Team) -> tuple[Player, ...]:
        """The players of one side."""
        return tuple(player for player in self.players if player.team is team)
