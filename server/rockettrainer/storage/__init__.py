"""What is kept: matches with their metrics in a database, frames and replays in files beside it."""

from rockettrainer.home import home_folder
from rockettrainer.storage._backup import (
    backup_name,
    check_database,
    compact_database,
    copy_database,
    restore_database,
)
from rockettrainer.storage._blobs import FrameFile, ReplayFile, abandoned
from rockettrainer.storage._budget import DEFAULT_BUDGET, FRAMES_BUDGET, REPLAY_BUDGET
from rockettrainer.storage._detail import StoredMatch, StoredPlayer
from rockettrainer.storage._errors import StoreError, Trouble
from rockettrainer.storage._files import Files
from rockettrainer.storage._filter import EVERYTHING, MatchFilter, Result
from rockettrainer.storage._listing import MatchSummary, Page, Seat
from rockettrainer.storage._metadata import metadata
from rockettrainer.storage._open import database_path, open_store
from rockettrainer.storage._people import Person
from rockettrainer.storage._record import MatchRecord, analyser_version, played_at
from rockettrainer.storage._settings import Settings
from rockettrainer.storage._store import Added, Store
from rockettrainer.storage._training import Pack, TrainingRecord
from rockettrainer.storage._training_tables import (
    jobs,
    recommendations,
    training_packs,
    training_sessions,
)
from rockettrainer.storage._trend import Trend, rolling_median

__all__ = [
    "DEFAULT_BUDGET",
    "EVERYTHING",
    "FRAMES_BUDGET",
    "REPLAY_BUDGET",
    "Added",
    "Files",
    "FrameFile",
    "MatchFilter",
    "MatchRecord",
    "MatchSummary",
    "Pack",
    "Page",
    "Person",
    "ReplayFile",
    "Result",
    "Seat",
    "Settings",
    "Store",
    "StoreError",
    "StoredMatch",
    "StoredPlayer",
    "TrainingRecord",
    "Trend",
    "Trouble",
    "abandoned",
    "analyser_version",
    "backup_name",
    "check_database",
    "compact_database",
    "copy_database",
    "database_path",
    "home_folder",
    "jobs",
    "metadata",
    "open_store",
    "played_at",
    "recommendations",
    "restore_database",
    "rolling_median",
    "training_packs",
    "training_sessions",
]
