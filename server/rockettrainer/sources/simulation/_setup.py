"""Who plays a simulated match, and by which rules."""

from dataclasses import dataclass, field
from random import Random
from typing import Final

from rockettrainer.match import Team

ME_ID: Final = "epic:rockettrainer-demo"
"""Account of the car that stands for the person: of a platform that the game knows, and of a form
that no real account has."""
_NAMES: Final = (
    *("Comet", "Piston", "Gasket", "Turbine", "Ratchet", "Sprocket", "Dynamo", "Flint"),
    *("Magneto", "Rivet", "Cinder", "Torque"),
)


@dataclass(frozen=True, slots=True)
class Seat:
    """A bot with a seat in the match."""

    name: str
    skill: float
    """0 to 1."""
    is_me: bool = False

    @property
    def id(self) -> str:
        """Account, as `rockettrainer.match.Player.id`."""
        return ME_ID if self.is_me else f"bot:{self.name}"


@dataclass(frozen=True, slots=True)
class Rules:
    """Times of a match, in seconds; those of the game by default."""

    length_s: float = 300.0
    countdown_s: float = 3.0
    celebration_s: float = 3.0
    goal_replay_s: float = 5.0
    podium_s: float = 3.0


@dataclass(frozen=True, slots=True)
class Setup:
    """A match to be simulated."""

    blue: tuple[Seat, ...]
    orange: tuple[Seat, ...]
    seed: int
    rules: Rules = field(default_factory=Rules)

    def __post_init__(self) -> None:
        for side in (self.blue, self.orange):
            if not 1 <= len(side) <= 4:
                raise ValueError(f"a side has one to four cars, not {len(side)}")

    @property
    def seats(self) -> tuple[Seat, ...]:
        """By slot: blue first."""
        return self.blue + self.orange

    @property
    def teams(self) -> tuple[Team, ...]:
        """Team of each slot."""
        return (Team.BLUE,) * len(self.blue) + (Team.ORANGE,) * len(self.orange)


def lineup(team_size: int, seed: int, rules: Rules | None = None, skill: float = 0.55) -> Setup:
    """A match of one bot that stands for the person, among others of about its skill.

    Args:
        team_size: Cars a side.
        seed: The same seed gives the same match.
        rules: Those of the game by default.
        skill: Of the one that stands for the person.
    """
    random = Random(seed)  # noqa: S311 (a game)
    names = random.sample(_NAMES, 2 * team_size - 1)
    others = [Seat(name, min(max(random.gauss(skill, 0.15), 0.1), 1.0)) for name in names]
    blue = (Seat("You", skill, is_me=True), *others[: team_size - 1])
    return Setup(blue, tuple(others[team_size - 1 :]), seed, rules or Rules())
