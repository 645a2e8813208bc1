"""Playlists, game modes, and what cannot be measured in which mode.

Sources:

* rocketleagueapi/items (dump of the game's playlists: ids, titles, ranked flag, team sizes) and
  the BakkesMod SDK's list of ids; RocketStats and rocketleague.py for later limited-time modes.
* The ballchasing API for keys. Where it has no word for a playlist, ours follows its style.
* RLBallchasing's and RocketRP's lists of ball archetypes, RLBot wiki and RocketSim for the balls.
* Public replays for boost: heatseeker and Split Shot switch unlimited boost on for every car;
  dropshot, spikes and gridiron recharge it by 10, 6.7 and 16.7 a second.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Mode(StrEnum):
    """The rules a match is played by."""

    SOCCAR = "soccar"
    HOOPS = "hoops"
    RUMBLE = "rumble"
    DROPSHOT = "dropshot"
    SNOWDAY = "snowday"
    HEATSEEKER = "heatseeker"
    GRIDIRON = "gridiron"
    SPIKE_RUSH = "spike-rush"
    GHOST_HUNT = "ghost-hunt"
    SPLIT_SHOT = "split-shot"
    BOOMER = "boomer"
    """Boomer Ball, Speed Demon, G-Force Frenzy: unlimited and stronger boost."""
    MUTATED = "mutated"
    """Soccar with another ball or mutators nobody has listed."""
    KNOCKOUT = "knockout"
    TRAINING = "training"


class BallShape(StrEnum):
    """Form of the ball, which decides how it bounces and rolls."""

    ROUND = "round"
    PUCK = "puck"
    FOOTBALL = "football"
    OTHER = "other"
    NONE = "none"


class Aspect(StrEnum):
    """Group of metrics that rest on one rule of soccar."""

    BOOST = "boost"
    """Boost is collected from pads and spent."""
    GOALS = "goals"
    """Goals are in the end walls, so shots and saves have a direction."""
    BALL_FLIGHT = "ball flight"
    """The ball moves by physics alone, so a change of its course is a touch."""
    BALL_CONTROL = "ball control"
    """The ball is round and loose: dribbles, flicks, flip resets."""
    CAR_FLIGHT = "car flight"
    """Cars move by their own controls alone."""
    POSITIONING = "positioning"
    """Both teams may be anywhere on the field: thirds, halves, roles, rotation."""
    KICKOFF = "kickoff"
    """The ball waits on the centre spot."""


@dataclass(frozen=True, slots=True)
class ModeFacts:
    """What is known of a mode."""

    ball: BallShape = BallShape.ROUND
    ball_radius_uu: float | None = 91.25
    """In uu; None where the ball is not round or its size is not known."""
    inapplicable: Mapping[Aspect, str] | None = None
    """Aspects that do not hold here, each with the reason to show."""

    def why_not(self, aspect: Aspect) -> str | None:
        """Return why metrics of this aspect mean nothing in the mode; None if they do."""
        return (self.inapplicable or {}).get(aspect)


_UNLIMITED_BOOST: Final = "boost is unlimited"
_SELF_MOVING: Final = "power-ups move the ball and the cars"
_CARRIED: Final = "the ball sticks to the car that touches it"

MODES: Final[Mapping[Mode, ModeFacts]] = {
    Mode.SOCCAR: ModeFacts(),
    # RocketSim; the RLBot wiki says 98.38.
    Mode.HOOPS: ModeFacts(
        ball_radius_uu=96.38307,
        inapplicable={
            Aspect.GOALS: "goals are rings above the floor",
            Aspect.KICKOFF: "the ball is thrown up at kickoff",
        },
    ),
    Mode.RUMBLE: ModeFacts(
        inapplicable={Aspect.BALL_FLIGHT: _SELF_MOVING, Aspect.CAR_FLIGHT: _SELF_MOVING}
    ),
    # RocketSim; the RLBot wiki says 102.24.
    Mode.DROPSHOT: ModeFacts(
        ball_radius_uu=100.2565,
        inapplicable={
            Aspect.BOOST: "boost recharges by itself and there are no pads",
            Aspect.GOALS: "goals open in the floor",
            Aspect.KICKOFF: "the ball is thrown up at kickoff",
        },
    ),
    Mode.SNOWDAY: ModeFacts(
        BallShape.PUCK, None, {Aspect.BALL_CONTROL: "the puck slides and does not roll"}
    ),
    Mode.HEATSEEKER: ModeFacts(
        inapplicable={
            Aspect.BOOST: _UNLIMITED_BOOST,
            Aspect.BALL_FLIGHT: "the ball steers itself to a goal",
            Aspect.BALL_CONTROL: "the ball steers itself to a goal",
        }
    ),
    Mode.GRIDIRON: ModeFacts(
        BallShape.FOOTBALL,
        None,
        {
            Aspect.BOOST: "boost recharges by itself",
            Aspect.GOALS: "goals count 3 or 7 points",
            Aspect.BALL_FLIGHT: _CARRIED,
            Aspect.BALL_CONTROL: _CARRIED,
        },
    ),
    Mode.SPIKE_RUSH: ModeFacts(
        inapplicable={
            Aspect.BOOST: "boost recharges by itself and the carrier has none",
            Aspect.BALL_FLIGHT: _CARRIED,
            Aspect.BALL_CONTROL: _CARRIED,
        }
    ),
    Mode.GHOST_HUNT: ModeFacts(
        ball_radius_uu=None,
        inapplicable={
            Aspect.GOALS: "the ball must be held in a zone",
            Aspect.BALL_FLIGHT: "beams pull the ball",
            Aspect.BALL_CONTROL: "beams pull the ball",
        },
    ),
    Mode.SPLIT_SHOT: ModeFacts(
        inapplicable={
            Aspect.BOOST: _UNLIMITED_BOOST,
            Aspect.POSITIONING: "each team is kept to its half",
        }
    ),
    Mode.BOOMER: ModeFacts(
        ball_radius_uu=None,
        inapplicable={
            Aspect.BOOST: _UNLIMITED_BOOST,
            Aspect.CAR_FLIGHT: "boost is stronger than usual",
        },
    ),
    Mode.MUTATED: ModeFacts(
        BallShape.OTHER, None, {Aspect.BALL_CONTROL: "the ball is not the usual one"}
    ),
    Mode.KNOCKOUT: ModeFacts(
        BallShape.NONE,
        None,
        dict.fromkeys(Aspect, "there is no ball and no goal"),
    ),
    Mode.TRAINING: ModeFacts(
        inapplicable=dict.fromkeys(
            (Aspect.GOALS, Aspect.POSITIONING, Aspect.KICKOFF), "there is no opponent"
        )
    ),
}

BALL_MODES: Final[Mapping[str, Mode]] = {
    "ball_default": Mode.SOCCAR,
    "ball_anniversary": Mode.MUTATED,
    "ball_basketball": Mode.HOOPS,
    "ball_basketball_mutator": Mode.MUTATED,
    "ball_beachball": Mode.MUTATED,
    "ball_breakout": Mode.DROPSHOT,
    "ball_ekin": Mode.MUTATED,
    "ball_football": Mode.GRIDIRON,
    "ball_god": Mode.HEATSEEKER,
    "ball_haunted": Mode.GHOST_HUNT,
    "ball_pizzapuck": Mode.SNOWDAY,
    "ball_puck": Mode.SNOWDAY,
    "ball_training": Mode.TRAINING,
    "ball_tutorial": Mode.TRAINING,
    "cubeball": Mode.MUTATED,
}
"""Mode a ball archetype gives away, by the last part of its name in lower case."""


@dataclass(frozen=True, slots=True)
class Playlist:
    """One of the game's playlists."""

    id: int
    key: str
    """As the ballchasing API calls it; two playlists of one name share a key."""
    name: str
    team_size: int | None
    """Players a side; None where the host or the tournament chooses."""
    mode: Mode | None
    """None where the host or the tournament chooses: the ball tells (`mode_for`)."""
    ranked: bool = False
    """True if the game keeps a rank for it."""
    standard_field: bool = False
    """True if only standard fields are used, so that an unlisted map is one."""


def _soccar(id_: int, key: str, name: str, team_size: int, *, ranked: bool = False) -> Playlist:
    return Playlist(id_, key, name, team_size, Mode.SOCCAR, ranked, standard_field=True)


# A playlist that mixes two modes has the one that changes more: Dropshot for Dropshot Rumble.
_PLAYLISTS: Final = (
    _soccar(1, "unranked-duels", "Casual Duel", 1),
    _soccar(2, "unranked-doubles", "Casual Doubles", 2),
    _soccar(3, "unranked-standard", "Casual Standard", 3),
    Playlist(4, "unranked-chaos", "Casual Quads", 4, Mode.SOCCAR),
    Playlist(6, "private", "Private Match", None, None),
    Playlist(7, "season", "Season", None, Mode.SOCCAR),
    Playlist(8, "offline", "Exhibition", None, None),
    Playlist(9, "training", "Free Play", None, Mode.TRAINING),
    _soccar(10, "ranked-duels", "Ranked Duel", 1, ranked=True),
    _soccar(11, "ranked-doubles", "Ranked Doubles", 2, ranked=True),
    _soccar(12, "ranked-solo-standard", "Ranked Solo Standard", 3, ranked=True),
    _soccar(13, "ranked-standard", "Ranked Standard", 3, ranked=True),
    Playlist(14, "mutator-mashup", "Mutator Mashup", 3, Mode.MUTATED),
    Playlist(15, "snowday", "Casual Snow Day", 3, Mode.SNOWDAY),
    Playlist(16, "rocketlabs", "Rocket Labs", 3, Mode.SOCCAR),
    Playlist(17, "hoops", "Casual Hoops", 2, Mode.HOOPS),
    Playlist(18, "rumble", "Casual Rumble", 3, Mode.RUMBLE),
    Playlist(19, "workshop", "Workshop", None, None),
    Playlist(20, "training", "Custom Training Editor", None, Mode.TRAINING),
    Playlist(21, "training", "Custom Training", None, Mode.TRAINING),
    Playlist(22, "tournament", "Custom Tournament", None, None),
    Playlist(23, "dropshot", "Casual Dropshot", 3, Mode.DROPSHOT),
    Playlist(24, "lan", "LAN Match", None, None),
    Playlist(25, "anniversary", "Anniversary", 3, Mode.MUTATED),
    Playlist(26, "external", "External Match", None, None),
    Playlist(27, "ranked-hoops", "Ranked Hoops", 2, Mode.HOOPS, ranked=True),
    Playlist(28, "ranked-rumble", "Ranked Rumble", 3, Mode.RUMBLE, ranked=True),
    Playlist(29, "ranked-dropshot", "Ranked Dropshot", 3, Mode.DROPSHOT, ranked=True),
    Playlist(30, "ranked-snowday", "Ranked Snow Day", 3, Mode.SNOWDAY, ranked=True),
    Playlist(31, "ghost-hunt", "Ghost Hunt", 3, Mode.GHOST_HUNT),
    Playlist(32, "beach-ball", "Beach Ball", 2, Mode.MUTATED),
    Playlist(33, "spike-rush", "Spike Rush", 3, Mode.SPIKE_RUSH),
    Playlist(34, "tournament", "Tournament", None, None, ranked=True),
    Playlist(35, "rocketlabs", "Rocket Labs", 3, Mode.SOCCAR),
    Playlist(37, "dropshot-rumble", "Dropshot Rumble", 3, Mode.DROPSHOT),
    Playlist(38, "heatseeker", "Heatseeker", 3, Mode.HEATSEEKER),
    Playlist(40, "coop-vs-ai", "Co-op vs AI", None, None),
    Playlist(41, "boomer-ball", "Boomer Ball", 3, Mode.BOOMER),
    Playlist(43, "heatseeker", "Heatseeker Doubles", 2, Mode.HEATSEEKER),
    Playlist(44, "winter-breakaway", "Winter Breakaway", 3, Mode.SNOWDAY),
    Playlist(46, "gridiron", "Gridiron", 4, Mode.GRIDIRON),
    Playlist(47, "super-cube", "Super Cube", 3, Mode.MUTATED),
    Playlist(48, "tactical-rumble", "Tactical Rumble", 3, Mode.RUMBLE),
    Playlist(49, "spring-loaded", "Spring Loaded", 3, Mode.RUMBLE),
    Playlist(50, "speed-demon", "Speed Demon", 3, Mode.BOOMER),
    Playlist(52, "gotham-city-rumble", "Gotham City Rumble", 3, Mode.RUMBLE),
    Playlist(54, "knockout", "Knockout", None, Mode.KNOCKOUT),
    Playlist(55, "april-fools", "April Fools", 3, Mode.MUTATED),
    Playlist(61, "ranked-quads", "Ranked Quads", 4, Mode.SOCCAR, ranked=True),
    Playlist(62, "nike-fc-showdown", "Nike FC Showdown", 4, Mode.MUTATED),
    Playlist(63, "ranked-heatseeker", "Ranked Heatseeker", 2, Mode.HEATSEEKER, ranked=True),
    Playlist(64, "haunted-heatseeker", "Haunted Heatseeker Doubles", 2, Mode.HEATSEEKER),
    Playlist(65, "haunted-heatseeker", "Haunted Heatseeker", 3, Mode.HEATSEEKER),
    Playlist(66, "heatseeker-ricochet", "Heatseeker Ricochet", 3, Mode.HEATSEEKER),
    Playlist(67, "spooky-cube", "Spooky Cube", 3, Mode.MUTATED),
    Playlist(68, "g-force-frenzy", "G-Force Frenzy", 3, Mode.BOOMER),
    Playlist(70, "dropshot-rumble", "Dropshot Rumble Doubles", 2, Mode.DROPSHOT),
    Playlist(72, "split-shot", "Split Shot", 3, Mode.SPLIT_SHOT),
    Playlist(73, "online-free-play", "Online Free Play", None, Mode.TRAINING),
    Playlist(74, "split-shot", "Split Shot Doubles", 2, Mode.SPLIT_SHOT),
    Playlist(75, "split-shot-heatseeker", "Split Shot Heatseeker", None, Mode.SPLIT_SHOT),
    Playlist(76, "split-shot-heatseeker", "Split Shot Heatseeker Doubles", 2, Mode.SPLIT_SHOT),
    Playlist(77, "non-standard", "Non-Standard Soccar", None, Mode.SOCCAR),
    Playlist(78, "non-standard", "Non-Standard Soccar Doubles", 2, Mode.SOCCAR),
    Playlist(79, "split-shot-snowday", "Split Shot Snow Day", None, Mode.SPLIT_SHOT),
    Playlist(80, "run-it-back", "Run It Back", None, Mode.MUTATED),
    Playlist(81, "spike-drop", "Spike Drop", None, Mode.SPIKE_RUSH),
    Playlist(82, "pizza-party", "Pizza Party", None, Mode.MUTATED),
    Playlist(83, "push-the-puck", "Push the Puck", None, Mode.MUTATED),
    Playlist(84, "possession-rumble", "Possession Rumble", None, Mode.RUMBLE),
    Playlist(86, "fc-showdown", "FC Showdown", None, Mode.MUTATED),
    Playlist(87, "demolition-duel", "Demolition Duel", None, Mode.MUTATED),
    Playlist(88, "jump-jam", "Jump Jam", None, Mode.MUTATED),
    Playlist(89, "sonic-spin", "Sonic Spin", None, Mode.MUTATED),
    Playlist(90, "up-to-no-good", "Up To No Good", None, Mode.MUTATED),
    Playlist(91, "free-aerials", "Free Aerials", None, Mode.MUTATED),
)

PLAYLISTS: Final[Mapping[int, Playlist]] = {playlist.id: playlist for playlist in _PLAYLISTS}
"""Known playlists by ``ReplicatedGamePlaylist``."""

_MATCH_TYPES: Final[Mapping[str, int]] = {
    "private": 6,
    "season": 7,
    "offline": 8,
    "fte": 8,
    "training": 9,
    "tournament": 22,
    "lan": 24,
}


def playlist_for(playlist_id: int | None, match_type: str | None = None) -> Playlist | None:
    """Find a match's playlist.

    Args:
        playlist_id: The number the game sends; None where it cannot be read.
        match_type: The replay header's MatchType, which stands in for a missing number. It
            cannot for "Online", where any matchmaking playlist is possible.
    """
    if playlist_id is not None:
        return PLAYLISTS.get(playlist_id)
    return PLAYLISTS.get(_MATCH_TYPES.get((match_type or "").lower(), -1))


def mode_for(playlist: Playlist | None, ball_archetype: str | None) -> Mode | None:
    """Tell a match's mode from its playlist or, where that leaves it open, from the ball.

    Rumble and spikes keep the usual ball: in a private match or a tournament they pass for
    soccar here.

    Args:
        playlist: None if unknown.
        ball_archetype: Name of the first ball, such as ``Archetypes.Ball.Ball_Default``.

    Returns:
        None if neither tells; `Mode.MUTATED` for a ball that is not listed.
    """
    if playlist is not None and playlist.mode is not None:
        return playlist.mode
    if not ball_archetype:
        return None
    return BALL_MODES.get(ball_archetype.rsplit(".", 1)[-1].lower(), Mode.MUTATED)
