"""What is known of each map a match can be played on.

Sources:

* RocketRP, dumps of every arena's boost pads read from the game: which maps share the standard
  layout, and the pads of those that do not.
* rocketleagueapi/items, the game's own list of maps; RLBot python-interface, RLStats and the
  ballchasing API for display names and for maps newer than that list.
* RLBot wiki (hoops, dropshot) and RocketSim (hoops) for the fields that are not standard.

A field whose size no source gives has None for it: never a standard size by default.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rockettrainer.match import _field as field
from rockettrainer.match._types import F64


class ArenaKind(StrEnum):
    """Family of fields that share a shape and a way to score."""

    STANDARD = "standard"
    HOOPS = "hoops"
    DROPSHOT = "dropshot"
    THROWBACK = "throwback"
    ALTERNATE = "alternate"
    """Soccar on a field of its own shape: in every playlist until 2018, now in few."""
    QUADS = "quads"
    """The larger fields of 4v4, from 2025."""
    LABS = "labs"
    KNOCKOUT = "knockout"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class GoalMouth:
    """Goals in the end walls; a ball scores once all of it is past the line."""

    line_y_uu: float = field.GOAL_LINE_Y_UU
    half_width_uu: float = field.GOAL_HALF_WIDTH_UU
    height: float = field.GOAL_HEIGHT_UU
    depth: float = field.GOAL_DEPTH_UU


@dataclass(frozen=True, slots=True)
class Rings:
    """Hoops' rings: a ball scores on its way down through one, below `scored_z`."""

    centre_y: float = 2969.0
    radius: float = 655.0
    rim_z: float = 364.0
    scored_z: float = 270.0


@dataclass(frozen=True, slots=True, eq=False)
class Arena:
    """One map. Lengths in uu, None where no source gives them."""

    code: str
    """As in the replay's header, in lower case."""
    name: str
    kind: ArenaKind
    half_length_uu: float | None = None
    half_width_uu: float | None = None
    ceiling_uu: float | None = None
    pads: F64 | None = None
    """Rows (x, y, z, big) by y, then x; no rows where the map has no pads; None if unknown."""
    goals: GoalMouth | Rings | None = None
    """None where nothing is known, and on fields that have no goals at their ends."""
    assumed: bool = False
    """True for a map that is not listed here and is taken to be standard by its playlist."""


_STANDARD: Final = {
    "arc_darc_p": "Starbase ARC (Aftermath)",
    "arc_standard_p": "Starbase ARC",
    "bb_p": "Champions Field (NFL)",
    "beach_night_grs_p": "Salty Shores (Salty Fest)",
    "beach_night_p": "Salty Shores (Night)",
    "beach_p": "Salty Shores",
    "chn_stadium_day_p": "Forbidden Temple (Day)",
    "chn_stadium_p": "Forbidden Temple",
    "cs_day_p": "Champions Field (Day)",
    "cs_hw_p": "Rivals Arena",
    "cs_p": "Champions Field",
    "eurostadium_dusk_p": "Mannfield (Dusk)",
    "eurostadium_night_p": "Mannfield (Night)",
    "eurostadium_p": "Mannfield",
    "eurostadium_rainy_p": "Mannfield (Stormy)",
    "eurostadium_snownight_p": "Mannfield (Snowy)",
    "farm_grs_p": "Farmstead (Pitched)",
    "farm_hw_p": "Farmstead (Spooky)",
    "farm_night_p": "Farmstead (Night)",
    "farm_p": "Farmstead",
    "farm_upsidedown_p": "Farmstead (The Upside Down)",
    "ff_dusk_p": "Estadio Vida (Dusk)",
    "fni_stadium_p": "Forbidden Temple (Fire & Ice)",
    "mall_day_p": "Boostfield Mall",
    "music_p": "Neon Fields",
    "neotokyo_arcade_p": "Neo Tokyo (Arcade)",
    "neotokyo_hax_p": "Neo Tokyo (Hacked)",
    "neotokyo_standard_p": "Neo Tokyo",
    "neotokyo_toon_p": "Neo Tokyo (Comic)",
    "outlaw_oasis_p": "Deadeye Canyon (Oasis)",
    "outlaw_p": "Deadeye Canyon",
    "paname_dusk_p": "Parc de Paris",
    "park_bman_p": "Beckwith Park (Gotham Night)",
    "park_night_p": "Beckwith Park (Midnight)",
    "park_p": "Beckwith Park",
    "park_rainy_p": "Beckwith Park (Stormy)",
    "park_snowy_p": "Beckwith Park (Snowy)",
    "stadium_10a_p": "DFH Stadium (10th Anniversary)",
    "stadium_day_p": "DFH Stadium (Day)",
    "stadium_foggy_p": "DFH Stadium (Stormy)",
    "stadium_p": "DFH Stadium",
    "stadium_race_day_p": "DFH Stadium (Circuit)",
    "stadium_winter_p": "DFH Stadium (Snowy)",
    "street_p": "Sovereign Heights (Dusk)",
    "swoosh_p": "Champions Field (Nike FC)",
    "trainstation_dawn_p": "Urban Central (Dawn)",
    "trainstation_night_p": "Urban Central (Night)",
    "trainstation_p": "Urban Central",
    "uf_day_p": "Futura Garden",
    "uf_night_p": "United Futura",
    "underwater_grs_p": "AquaDome (Salty Shallows)",
    "underwater_p": "AquaDome",
    "utopiastadium_dusk_p": "Utopia Coliseum (Dusk)",
    "utopiastadium_lux_p": "Utopia Coliseum (Gilded)",
    "utopiastadium_p": "Utopia Coliseum",
    "utopiastadium_snow_p": "Utopia Coliseum (Snowy)",
    "wasteland_grs_p": "Wasteland (Pitched)",
    "wasteland_night_s_p": "Wasteland (Night)",
    "wasteland_s_p": "Wasteland",
    "woods_night_p": "Drift Woods (Night)",
    "woods_p": "Drift Woods",
}
"""Every one but ``farm_upsidedown_p``, which RLBallchasing lists, was dumped by RocketRP."""

_HOOPS: Final = {"hoopsstadium_p": "Dunk House", "hoopsstreet_p": "The Block"}

_LABS: Final = {
    "labs_basin_p": "Basin",
    "labs_circlepillars_p": "Pillars",
    "labs_corridor_p": "Corridor",
    "labs_cosmic_p": "Cosmic (Old)",
    "labs_cosmic_v4_p": "Cosmic",
    "labs_doublegoal_p": "Double Goal (Old)",
    "labs_doublegoal_v2_p": "Double Goal",
    "labs_galleon_mast_p": "Galleon Retro",
    "labs_galleon_p": "Galleon",
    "labs_holyfield_p": "Loophole",
    "labs_holyfield_space_p": "Force Field",
    "labs_octagon_02_p": "Octagon",
    "labs_octagon_b2b_02_p": "Roadblock",
    "labs_octagon_p": "Octagon (Old)",
    "labs_pillarglass_p": "Hourglass",
    "labs_pillarheat_p": "Barricade",
    "labs_pillarwings_p": "Colossus",
    "labs_underpass_p": "Underpass",
    "labs_underpass_v0_p": "Underpass (Old)",
    "labs_utopia_p": "Utopia Retro",
}
_KNOCKOUT: Final = {
    "ko_calavera_p": "Calavera",
    "ko_carbon_p": "Carbon",
    "ko_quadron_p": "Quadron",
}
_QUADS: Final = {
    "labs_4v4_arena15_blackout_p": "Midnight Metro (Quads)",
    "labs_4v4_arena15_eurostadium_night_p": "Mannfield (Quads)",
    "labs_4v4_arena15_retro_p": "Sunset Dunes (Quads)",
}
_THROWBACK: Final = {
    "throwbackhockey_p": "Throwback Stadium (Snowy)",
    "throwbackstadium_p": "Throwback Stadium",
}

_NO_PADS: Final = field.frozen([]).reshape(0, 4)
_HOOPS_PADS: Final = field.mirrored_pads(
    (
        (2432.0, 0.0, 72.0, True),
        (512.0, 512.0, 64.0, False),
        (1536.0, 1024.0, 64.0, False),
        (1280.0, 2304.0, 64.0, False),
        (0.0, 2816.0, 64.0, False),
        (2176.0, 2944.0, 72.0, True),
    )
)
_THROWBACK_PADS: Final = field.mirrored_pads(
    (
        (1024.0, 0.0, 70.0, False),
        (3584.0, 0.0, 72.0, True),
        (0.0, 1024.0, 70.0, False),
        (2048.0, 1036.0, 70.0, False),
        (1788.0, 2300.0, 70.0, False),
        (3584.0, 2484.0, 70.0, False),
        (0.0, 2816.0, 70.0, False),
        (940.0, 3308.0, 70.0, False),
        (3072.0, 4096.0, 72.0, True),
        (1792.0, 4184.0, 70.0, False),
        (0.0, 4240.0, 70.0, False),
        (3072.0, 6016.0, 70.0, False),
        (1792.0, 6104.0, 70.0, False),
        (0.0, 6512.0, 72.0, True),
    )
)
# To within 4 uu: the three maps place a few pads that much out of line.
_QUADS_PADS: Final = field.mirrored_pads(
    (
        (1024.0, 0.0, 64.0, False),
        (3584.0, 0.0, 64.0, False),
        (4240.0, 0.0, 64.0, True),
        (0.0, 1024.0, 64.0, False),
        (2048.0, 1036.0, 64.0, False),
        (4736.0, 2048.0, 736.0, True),
        (1788.0, 2302.0, 64.0, False),
        (3584.0, 2484.0, 64.0, False),
        (0.0, 2816.0, 64.0, False),
        (940.0, 3308.0, 64.0, False),
        (3072.0, 4096.0, 64.0, True),
        (1792.0, 4184.0, 64.0, False),
        (0.0, 4240.0, 64.0, False),
        (3736.0, 4852.0, 64.0, False),
    )
)
_ARCTAGON_PADS: Final = field.mirrored_pads(
    (
        (1024.0, 0.0, 64.0, False),
        (4352.0, 0.0, 64.0, False),
        (0.0, 1024.0, 64.0, False),
        (2048.0, 1036.0, 64.0, False),
        (4352.0, 1824.0, 71.0, True),
        (1788.0, 2302.0, 64.0, False),
        (0.0, 2816.0, 64.0, False),
        (3136.0, 3156.0, 64.0, False),
        (988.0, 3308.0, 64.0, False),
        (0.0, 4240.0, 64.0, False),
        (1888.0, 4384.0, 71.0, True),
    )
)
_UNDERPASS_PADS: Final = field.mirrored_pads(
    (
        (1024.0, 0.0, 64.0, False),
        (2390.0, 0.0, 64.0, True),
        (3416.0, 0.0, 390.0, False),
        (0.0, 1024.0, 64.0, False),
        (1246.0, 1024.0, 64.0, False),
        (2176.0, 1242.0, 64.0, False),
        (3416.0, 1802.0, 390.0, False),
        (1196.0, 2028.0, 64.0, False),
        (1964.0, 2796.0, 64.0, False),
        (0.0, 2816.0, 64.0, False),
        (940.0, 3308.0, 64.0, False),
        (3416.0, 3346.0, 390.0, False),
        (0.0, 4340.0, 64.0, False),
        (2012.0, 4414.0, 64.0, True),
    )
)
_BADLANDS_PADS: Final = field.mirrored_pads(
    (
        (1024.0, 0.0, 68.0, False),
        (3740.0, 0.0, 278.0, True),
        (0.0, 1024.0, 68.0, False),
        (2048.0, 1036.0, 96.0, False),
        (1772.0, 2284.0, 86.0, False),
        (3590.0, 2484.0, 274.0, False),
        (0.0, 2816.0, 66.0, False),
        (940.0, 3308.0, 68.0, False),
        (3088.0, 4096.0, 244.0, True),
        (1794.0, 4184.0, 106.0, False),
        (0.0, 4240.0, 68.0, False),
    )
)


def _standard(code: str, name: str, *, assumed: bool = False) -> Arena:
    return Arena(
        code,
        name,
        ArenaKind.STANDARD,
        field.HALF_LENGTH_UU,
        field.HALF_WIDTH_UU,
        field.CEILING_UU,
        field.STANDARD_PADS,
        GoalMouth(),
        assumed,
    )


def _hoops(code: str, name: str) -> Arena:
    return Arena(code, name, ArenaKind.HOOPS, 3581.0, 8900.0 / 3.0, 1820.0, _HOOPS_PADS, Rings())


def _dropshot(code: str, name: str) -> Arena:
    """A hexagon: flat walls at the ends (y), rounded corners at the sides (x), no pads."""
    return Arena(code, name, ArenaKind.DROPSHOT, 4555.0, 5026.0, 1986.0, _NO_PADS)


def _all() -> list[Arena]:
    alternate = ArenaKind.ALTERNATE
    return [
        *(_standard(*row) for row in _STANDARD.items()),
        *(_hoops(*row) for row in _HOOPS.items()),
        _dropshot("shattershot_p", "Core 707"),
        *(Arena(*row, ArenaKind.THROWBACK, pads=_THROWBACK_PADS) for row in _THROWBACK.items()),
        *(Arena(*row, ArenaKind.QUADS, pads=_QUADS_PADS) for row in _QUADS.items()),
        *(Arena(*row, ArenaKind.LABS) for row in _LABS.items()),
        *(Arena(*row, ArenaKind.KNOCKOUT) for row in _KNOCKOUT.items()),
        Arena("arc_p", "ARCtagon", alternate, pads=_ARCTAGON_PADS),
        Arena("neotokyo_p", "Tokyo Underpass", alternate, pads=_UNDERPASS_PADS),
        Arena("wasteland_p", "Badlands", alternate, pads=_BADLANDS_PADS),
        Arena("wasteland_night_p", "Badlands (Night)", alternate, pads=_BADLANDS_PADS),
        Arena("beachvolley", "Salty Shores (Volley)", alternate),
        # Ghost Hunt: zones to hold the ball in stand where goals would.
        Arena("haunted_trainstation_p", "Urban Central (Haunted)", alternate),
        Arena("trainstation_spooky_p", "Urban Central (Spooky)", alternate),
    ]


ARENAS: Final = {arena.code: arena for arena in _all()}
"""Every known map by its code in lower case."""


def arena_for(map_code: str | None, *, standard_playlist: bool = False) -> Arena:
    """Look a map up by the name in a replay's header, in any case.

    New maps appear a few times a year, and since autumn 2018 the standard playlists use standard
    fields only. So a map not listed is standard, marked `assumed`, if the match was played in
    such a playlist; anywhere else (private matches, limited-time modes) it stays unknown.

    Args:
        map_code: The map's name, None if the source does not tell.
        standard_playlist: `Playlist.standard_field` of the match.
    """
    code = (map_code or "").strip().lower()
    if code in ARENAS:
        return ARENAS[code]
    name = (map_code or "").strip() or "Unknown arena"
    if standard_playlist:
        return _standard(code, name, assumed=True)
    return Arena(code, name, ArenaKind.UNKNOWN)
