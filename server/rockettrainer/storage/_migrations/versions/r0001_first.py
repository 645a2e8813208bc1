"""The first schema.

Revision ID: 0001
Revises: none
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Makes all tables, those before that others refer to."""
    _jobs()
    _matches()
    _metrics()
    _training_packs()
    _users()
    _players()
    _recommendations()
    _replays()
    _settings()
    _team_stats()
    _training_sessions()
    _match_players()
    _player_stats()


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("args", JSON, nullable=False),
        sa.Column("state", sa.Text(), server_default="ready", nullable=False),
        sa.Column("priority", sa.Integer(), server_default="0", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("max_attempts", sa.Integer(), server_default="3", nullable=False),
        sa.Column("losses", sa.Integer(), server_default="0", nullable=False),
        sa.Column("ready_at", sa.Double(), nullable=False),
        sa.Column("token", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("worker", sa.Text()),
        sa.Column("lease_s", sa.Double()),
        sa.Column("beat", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("result", JSON),
        sa.Column("error", JSON),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.Column("started_at", sa.Double()),
        sa.Column("finished_at", sa.Double()),
        sa.CheckConstraint(
            "state IN ('ready', 'leased', 'done', 'dead', 'cancelled')", name=op.f("ck_jobs_state")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
        sa.UniqueConstraint("kind", "key", name=op.f("uq_jobs_kind_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_jobs_state_priority_losses_id"),
        "jobs",
        ["state", "priority", "losses", "id"],
        unique=False,
    )


def _matches() -> None:
    op.create_table(
        "matches",
        sa.Column("id", ID, nullable=False),
        sa.Column("match_guid", sa.Text()),
        sa.Column("replay_id", sa.Text()),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("played_at", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("playlist_key", sa.Text()),
        sa.Column("mode", sa.Text()),
        sa.Column("map_code", sa.Text()),
        sa.Column("team_size", sa.Integer()),
        sa.Column("blue_score", sa.Integer()),
        sa.Column("orange_score", sa.Integer()),
        sa.Column("overtime", sa.Boolean()),
        sa.Column("forfeit", sa.Boolean()),
        sa.Column("duration_s", sa.Double()),
        sa.Column("pinned", sa.Boolean(), nullable=False, comment="its original is never evicted"),
        sa.Column("imported_at", sa.BigInteger(), nullable=False),
        sa.Column("analyser", sa.Text(), nullable=False),
        sa.Column("analysed_at", sa.BigInteger(), nullable=False),
        sa.Column("frames_sha256", sa.Text()),
        sa.Column("frames_format", sa.Integer()),
        sa.Column("frames_rows", sa.Integer()),
        sa.Column("frames_bytes", ID),
        sa.Column(
            "search_text", sa.Text(), nullable=False, comment="name and players' names, case folded"
        ),
        sa.Column("details", JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matches")),
        sa.UniqueConstraint("match_guid", name=op.f("uq_matches_match_guid")),
        sa.UniqueConstraint("replay_id", name=op.f("uq_matches_replay_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_matches_analyser"), "matches", ["analyser"], unique=False)
    op.create_index(op.f("ix_matches_frames_sha256"), "matches", ["frames_sha256"], unique=False)
    op.create_index(
        op.f("ix_matches_map_code_played_at_id"),
        "matches",
        ["map_code", "played_at", "id"],
        unique=False,
    )
    op.create_index(op.f("ix_matches_played_at_id"), "matches", ["played_at", "id"], unique=False)
    op.create_index(
        op.f("ix_matches_playlist_key_played_at_id"),
        "matches",
        ["playlist_key", "played_at", "id"],
        unique=False,
    )


def _metrics() -> None:
    op.create_table(
        "metrics",
        sa.Column(
            "id", sa.Integer(), autoincrement=False, nullable=False, comment="place in the vectors"
        ),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_metrics")),
        sa.UniqueConstraint("key", name=op.f("uq_metrics_key")),
    )


def _training_packs() -> None:
    op.create_table(
        "training_packs",
        sa.Column("id", ID, nullable=False),
        sa.Column("code", sa.Text(), nullable=False, comment="as 'A503-264C-A7EB-D282'"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("creator", sa.Text()),
        sa.Column("difficulty", sa.Text()),
        sa.Column("shots", sa.Integer()),
        sa.Column("description", sa.Text()),
        sa.Column("tags", JSON, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_packs")),
        sa.UniqueConstraint("code", name=op.f("uq_training_packs_code")),
        sqlite_autoincrement=True,
    )


def _users() -> None:
    op.create_table(
        "users",
        sa.Column("id", ID, nullable=False),
        sa.Column("account", sa.Text(), nullable=False, comment="'local' for the desktop's own"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("account", name=op.f("uq_users_account")),
        sqlite_autoincrement=True,
    )


def _players() -> None:
    op.create_table(
        "players",
        sa.Column("id", ID, nullable=False),
        sa.Column("account", sa.Text(), nullable=False, comment="as 'steam:76561198135247572'"),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="in the latest match"),
        sa.Column("search_text", sa.Text(), nullable=False, comment="the name, case folded"),
        sa.Column("last_played_at", sa.BigInteger(), nullable=False),
        sa.Column("is_bot", sa.Boolean(), nullable=False),
        sa.Column("user_id", ID),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_players_user_id_users"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_players")),
        sa.UniqueConstraint("account", name=op.f("uq_players_account")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_players_user_id"), "players", ["user_id"], unique=False)


def _recommendations() -> None:
    op.create_table(
        "recommendations",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", ID, nullable=False),
        sa.Column("pack_id", ID),
        sa.Column("match_id", ID),
        sa.Column("metric_key", sa.Text(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("decided_at", sa.BigInteger()),
        sa.Column("details", JSON, nullable=False),
        sa.CheckConstraint(
            "state IN ('proposed', 'queued', 'loaded', 'done', 'dismissed')",
            name=op.f("ck_recommendations_state"),
        ),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["matches.id"],
            name=op.f("fk_recommendations_match_id_matches"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["pack_id"],
            ["training_packs.id"],
            name=op.f("fk_recommendations_pack_id_training_packs"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_recommendations_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendations")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_recommendations_match_id"), "recommendations", ["match_id"], unique=False
    )
    op.create_index(
        op.f("ix_recommendations_pack_id"), "recommendations", ["pack_id"], unique=False
    )
    op.create_index(
        op.f("ix_recommendations_user_id_state_created_at"),
        "recommendations",
        ["user_id", "state", "created_at"],
        unique=False,
    )


def _replays() -> None:
    op.create_table(
        "replays",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("match_id", ID, nullable=False),
        sa.Column("replay_id", sa.Text()),
        sa.Column("file_bytes", ID, nullable=False),
        sa.Column("packed_bytes", ID, comment="on disk, compressed; null once evicted"),
        sa.Column("imported_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["matches.id"],
            name=op.f("fk_replays_match_id_matches"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_replays")),
    )
    op.create_index(op.f("ix_replays_match_id"), "replays", ["match_id"], unique=False)
    op.create_index(op.f("ix_replays_replay_id"), "replays", ["replay_id"], unique=False)


def _settings() -> None:
    op.create_table(
        "settings",
        sa.Column("user_id", ID, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", JSON),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_settings_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "key", name=op.f("pk_settings")),
    )


def _team_stats() -> None:
    op.create_table(
        "team_stats",
        sa.Column("match_id", ID, nullable=False),
        sa.Column("team", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("missing", JSON, nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["matches.id"],
            name=op.f("fk_team_stats_match_id_matches"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("match_id", "team", name=op.f("pk_team_stats")),
    )


def _training_sessions() -> None:
    op.create_table(
        "training_sessions",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", ID, nullable=False),
        sa.Column("pack_id", ID),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger()),
        sa.Column("attempts", sa.Integer()),
        sa.Column("successes", sa.Integer()),
        sa.Column("details", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["pack_id"],
            ["training_packs.id"],
            name=op.f("fk_training_sessions_pack_id_training_packs"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_training_sessions_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_sessions")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_training_sessions_pack_id"), "training_sessions", ["pack_id"], unique=False
    )
    op.create_index(
        op.f("ix_training_sessions_user_id_started_at"),
        "training_sessions",
        ["user_id", "started_at"],
        unique=False,
    )


def _match_players() -> None:
    op.create_table(
        "match_players",
        sa.Column("match_id", ID, nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("player_id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="in this match"),
        sa.Column("team", sa.Integer(), nullable=False),
        sa.Column("result", sa.Text(), comment="null where the score does not tell"),
        sa.Column("is_recorder", sa.Boolean(), nullable=False),
        sa.Column("score", sa.Integer()),
        sa.Column("goals", sa.Integer()),
        sa.Column("assists", sa.Integer()),
        sa.Column("saves", sa.Integer()),
        sa.Column("shots", sa.Integer()),
        sa.Column("details", JSON, nullable=False),
        sa.CheckConstraint("result IN ('win', 'loss')", name=op.f("ck_match_players_result")),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["matches.id"],
            name=op.f("fk_match_players_match_id_matches"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["player_id"], ["players.id"], name=op.f("fk_match_players_player_id_players")
        ),
        sa.PrimaryKeyConstraint("match_id", "slot", name=op.f("pk_match_players")),
    )
    op.create_index(
        op.f("ix_match_players_player_id_match_id_result_is_recorder"),
        "match_players",
        ["player_id", "match_id", "result", "is_recorder"],
        unique=False,
    )


def _player_stats() -> None:
    op.create_table(
        "player_stats",
        sa.Column("match_id", ID, nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("player_id", ID, nullable=False),
        sa.Column("played_at", sa.BigInteger(), nullable=False),
        sa.Column("playlist_key", sa.Text()),
        sa.Column("missing", JSON, nullable=False, comment="reason to metrics"),
        sa.Column(
            "vector",
            sa.LargeBinary(),
            nullable=False,
            comment="little-endian doubles, NaN for none",
        ),
        sa.ForeignKeyConstraint(
            ["match_id", "slot"],
            ["match_players.match_id", "match_players.slot"],
            name=op.f("fk_player_stats_match_id_slot_match_players"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["player_id"], ["players.id"], name=op.f("fk_player_stats_player_id_players")
        ),
        sa.PrimaryKeyConstraint("match_id", "slot", name=op.f("pk_player_stats")),
    )
    op.create_index(
        op.f("ix_player_stats_player_id_played_at_match_id_playlist_key"),
        "player_stats",
        ["player_id", "played_at", "match_id", "playlist_key"],
        unique=False,
    )
