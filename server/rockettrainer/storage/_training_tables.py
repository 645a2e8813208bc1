"""Tables of training, of work to do and of choices made."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from rockettrainer.storage._metadata import Epoch, Id, Json, metadata

training_packs = Table(
    "training_packs",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", Text, nullable=False, unique=True, comment="as 'A503-264C-A7EB-D282'"),
    Column("name", Text, nullable=False),
    Column("creator", Text),
    Column("difficulty", Text),
    Column("shots", Integer),
    Column("description", Text),
    Column("tags", Json, nullable=False),
    Column("source", Text, nullable=False),
    Column("added_at", Epoch, nullable=False),
    sqlite_autoincrement=True,
)

training_sessions = Table(
    "training_sessions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("user_id", Id, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("pack_id", Id, ForeignKey("training_packs.id", ondelete="SET NULL"), index=True),
    Column("started_at", Epoch, nullable=False),
    Column("ended_at", Epoch),
    Column("attempts", Integer),
    Column("successes", Integer),
    Column("details", Json, nullable=False),
    Index(None, "user_id", "started_at"),
    sqlite_autoincrement=True,
)

recommendations = Table(
    "recommendations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("user_id", Id, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("pack_id", Id, ForeignKey("training_packs.id", ondelete="CASCADE"), index=True),
    Column("match_id", Id, ForeignKey("matches.id", ondelete="SET NULL"), index=True),
    Column("metric_key", Text, nullable=False),
    Column("weight", Double, nullable=False),
    Column("state", Text, nullable=False),
    Column("created_at", Epoch, nullable=False),
    Column("decided_at", Epoch),
    Column("details", Json, nullable=False),
    CheckConstraint("state IN ('proposed', 'queued', 'loaded', 'done', 'dismissed')", name="state"),
    Index(None, "user_id", "state", "created_at"),
    sqlite_autoincrement=True,
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("args", Json, nullable=False),
    Column("state", Text, nullable=False, server_default="ready"),
    Column("priority", Integer, nullable=False, server_default="0"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("max_attempts", Integer, nullable=False, server_default="3"),
    Column("losses", Integer, nullable=False, server_default="0"),
    Column("ready_at", Double, nullable=False),
    Column("token", BigInteger, nullable=False, server_default="0"),
    Column("worker", Text),
    Column("lease_s", Double),
    Column("beat", BigInteger, nullable=False, server_default="0"),
    Column("result", Json),
    Column("error", Json),
    Column("created_at", Double, nullable=False),
    Column("started_at", Double),
    Column("finished_at", Double),
    CheckConstraint("state IN ('ready', 'leased', 'done', 'dead', 'cancelled')", name="state"),
    UniqueConstraint("kind", "key"),
    Index(None, "state", "priority", "losses", "id"),
    sqlite_autoincrement=True,
)

settings = Table(
    "settings",
    metadata,
    Column("user_id", Id, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Json),
    Column("updated_at", Epoch, nullable=False),
)
