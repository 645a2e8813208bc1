"""The library of matches: replays go in, are read by workers, and come out as pages' data."""

from rockettrainer.library._averages import Averages, streak
from rockettrainer.library._clock import frame_times_s, match_time_s
from rockettrainer.library._files import Hashes, is_whole
from rockettrainer.library._folders import Folders
from rockettrainer.library._frame_cache import FrameCache
from rockettrainer.library._heatmap import Heatmap, heatmap
from rockettrainer.library._imports import FoundFile, Submitted
from rockettrainer.library._kinds import FETCH, SEND
from rockettrainer.library._library import Library
from rockettrainer.library._lines import (
    Facts,
    Line,
    Record,
    Room,
    facts_of,
    player_ids,
    records_of,
    results_of,
    room_of,
)
from rockettrainer.library._me import Me
from rockettrainer.library._names import name_of
from rockettrainer.library._news import (
    ImportProgress,
    JobNews,
    MatchAdded,
    MatchChanged,
    MatchDeleted,
    News,
)
from rockettrainer.library._series import COLUMNS, Series, series
from rockettrainer.library._viewer import LAYOUT, viewer_file
from rockettrainer.library._watcher import Watcher

__all__ = [
    "COLUMNS",
    "FETCH",
    "LAYOUT",
    "SEND",
    "Averages",
    "Facts",
    "Folders",
    "FoundFile",
    "FrameCache",
    "Hashes",
    "Heatmap",
    "ImportProgress",
    "JobNews",
    "Library",
    "Line",
    "MatchAdded",
    "MatchChanged",
    "MatchDeleted",
    "Me",
    "News",
    "Record",
    "Room",
    "Series",
    "Submitted",
    "Watcher",
    "facts_of",
    "frame_times_s",
    "heatmap",
    "is_whole",
    "match_time_s",
    "name_of",
    "player_ids",
    "records_of",
    "results_of",
    "room_of",
    "series",
    "streak",
    "viewer_file",
]
