"""Tables of matches and of who played them."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
)

from rockettrainer.storage._metadata import Epoch, Id, Json, metadata

users = Table(
    "users",
    metadata,
    Column("id", Id, primary_key=True),
    Column("account", Text, nullable=False, unique=True, comment="'local' for the desktop's own"),
    Column("name", Text, nullable=False),
    Column("created_at", Epoch, nullable=False),
    sqlite_autoincrement=True,
)

players = Table(
    "players",
    metadata,
    Column("id", Id, primary_key=True),
    Column("account", Text, nullable=False, unique=True, comment="as 'steam:76561198135247572'"),
    Column("platform", Text, nullable=False),
    Column("name", Text, nullable=False, comment="in the latest match"),
    Column("search_text", Text, nullable=False, comment="the name, case folded"),
    Column("last_played_at", Epoch, nullable=False),
    Column("is_bot", Boolean, nullable=False),
    Column("user_id", Id, ForeignKey("users.id", ondelete="SET NULL"), index=True),
    sqlite_autoincrement=True,
)

matches = Table(
    "matches",
    metadata,
    Column("id", Id, primary_key=True),
    Column("match_guid", Text, unique=True),
    Column("replay_id", Text, unique=True),
    Column("source", Text, nullable=False),
    Column("played_at", Epoch, nullable=False),
    Column("name", Text),
    Column("playlist_key", Text),
    Column("mode", Text),
    Column("map_code", Text),
    Column("team_size", Integer),
    Column("blue_score", Integer),
    Column("orange_score", Integer),
    Column("overtime", Boolean),
    Column("forfeit", Boolean),
    Column("duration_s", Double),
    Column("pinned", Boolean, nullable=False, comment="its original is never evicted"),
    Column("imported_at", Epoch, nullable=False),
    Column("analyser", Text, nullable=False),
    Column("analysed_at", Epoch, nullable=False),
    Column("frames_sha256", Text, index=True),
    Column("frames_format", Integer),
    Column("frames_rows", Integer),
    Column("frames_bytes", Id),
    Column("search_text", Text, nullable=False, comment="name and players' names, case folded"),
    # Last, so that a search over the columns above need not read it.
    Column("details", Json, nullable=False),
    Index(None, "played_at", "id"),
    Index(None, "playlist_key", "played_at", "id"),
    Index(None, "map_code", "played_at", "id"),
    Index(None, "analyser"),
    # A number is never given twice: an old link cannot show another match.
    sqlite_autoincrement=True,
)

replays = Table(
    "replays",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column(
        "match_id", Id, ForeignKey("matches.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("replay_id", Text, index=True),
    Column("file_bytes", Id, nullable=False),
    Column("packed_bytes", Id, comment="on disk, compressed; null once evicted"),
    Column("imported_at", Epoch, nullable=False),
    Column("file_name", Text, comment="as it was handed in; null if it had none"),
)

match_players = Table(
    "match_players",
    metadata,
    Column("match_id", Id, ForeignKey("matches.id", ondelete="CASCADE"), primary_key=True),
    Column("slot", Integer, primary_key=True, autoincrement=False),
    Column("player_id", Id, ForeignKey("players.id"), nullable=False),
    Column("name", Text, nullable=False, comment="in this match"),
    Column("team", Integer, nullable=False),
    Column("result", Text, comment="null where the score does not tell"),
    Column("is_recorder", Boolean, nullable=False),
    Column("score", Integer),
    Column("goals", Integer),
    Column("assists", Integer),
    Column("saves", Integer),
    Column("shots", Integer),
    Column("details", Json, nullable=False),
    CheckConstraint("result IN ('win', 'loss')", name="result"),
    # All that is counted of a person, so that counting reads no rows.
    Index(None, "player_id", "match_id", "result", "is_recorder"),
)

metrics = Table(
    "metrics",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False, comment="place in the vectors"),
    Column("key", Text, nullable=False, unique=True),
)

player_stats = Table(
    "player_stats",
    metadata,
    Column("match_id", Id, primary_key=True),
    Column("slot", Integer, primary_key=True, autoincrement=False),
    Column("player_id", Id, ForeignKey("players.id"), nullable=False),
    Column("played_at", Epoch, nullable=False),
    Column("playlist_key", Text),
    Column("missing", Json, nullable=False, comment="reason to metrics"),
    Column("vector", LargeBinary, nullable=False, comment="little-endian doubles, NaN for none"),
    ForeignKeyConstraint(
        ["match_id", "slot"],
        ["match_players.match_id", "match_players.slot"],
        ondelete="CASCADE",
    ),
    # All that a trend selects by, so that only the rows it shows are read.
    Index(None, "player_id", "played_at", "match_id", "playlist_key"),
)

team_stats = Table(
    "team_stats",
    metadata,
    Column("match_id", Id, ForeignKey("matches.id", ondelete="CASCADE"), primary_key=True),
    Column("team", Integer, primary_key=True, autoincrement=False),
    Column("missing", Json, nullable=False),
    Column("vector", LargeBinary, nullable=False),
)
