"""A match as columns of numbers on one clock, plus events and a roster.

Whatever saw the game (a replay file, the plugin, the Stats API, a simulator) makes a `Match`;
everything after it is the same code.
"""

from rockettrainer.match._arenas import ARENAS, Arena, ArenaKind, GoalMouth, Rings, arena_for
from rockettrainer.match._cars import HITBOXES, Car, Hitbox, HitboxSize, car_for, cars
from rockettrainer.match._events import EventKind, Events, no_events
from rockettrainer.match._field import (
    BIG_PAD_BOOST,
    BOOST_USED_PER_S,
    CAR_MAX_SPEED_UU_S,
    DRIVE_MAX_SPEED_UU_S,
    HALF_LENGTH_UU,
    SMALL_PAD_BOOST,
    STANDARD_PADS,
    SUPERSONIC_SPEED_UU_S,
)
from rockettrainer.match._frames import PER_PLAYER, Frames, blank_frames
from rockettrainer.match._match import Match, MatchInfo
from rockettrainer.match._phase import Phase
from rockettrainer.match._playlists import (
    MODES,
    PLAYLISTS,
    Aspect,
    BallShape,
    Mode,
    ModeFacts,
    Playlist,
    mode_for,
    playlist_for,
)
from rockettrainer.match._roster import Camera, HeaderStats, Player, Roster, Team
from rockettrainer.match._types import F32, F64, I8, I16, I32, U8, AnyArray
from rockettrainer.match._visible import Visible

__all__ = [
    "ARENAS",
    "BIG_PAD_BOOST",
    "BOOST_USED_PER_S",
    "CAR_MAX_SPEED_UU_S",
    "DRIVE_MAX_SPEED_UU_S",
    "F32",
    "F64",
    "HALF_LENGTH_UU",
    "HITBOXES",
    "I8",
    "I16",
    "I32",
    "MODES",
    "PER_PLAYER",
    "PLAYLISTS",
    "SMALL_PAD_BOOST",
    "STANDARD_PADS",
    "SUPERSONIC_SPEED_UU_S",
    "U8",
    "AnyArray",
    "Arena",
    "ArenaKind",
    "Aspect",
    "BallShape",
    "Camera",
    "Car",
    "EventKind",
    "Events",
    "Frames",
    "GoalMouth",
    "HeaderStats",
    "Hitbox",
    "HitboxSize",
    "Match",
    "MatchInfo",
    "Mode",
    "ModeFacts",
    "Phase",
    "Player",
    "Playlist",
    "Rings",
    "Roster",
    "Team",
    "Visible",
    "arena_for",
    "blank_frames",
    "car_for",
    "cars",
    "mode_for",
    "no_events",
    "playlist_for",
]
