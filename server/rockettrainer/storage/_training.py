"""Training: free play and custom training, which are no matches."""

import time
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from rockettrainer.storage._training_tables import training_packs, training_sessions
from rockettrainer.storage._values import clean_text, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A training pack, as the game names it."""

    code: str
    name: str
    creator: str | None = None
    shots: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRecord:
    """A stay in training."""

    started_at: int
    """Seconds since 1970, UTC."""
    ended_at: int
    pack: Pack | None = None
    attempts: int | None = None
    """None outside custom training."""
    successes: int | None = None
    details: dict[str, Any]
    """What else is known, as JSON holds it: kind, source, map, metrics of the user."""


def add_training(connection: Connection, user_id: int, record: TrainingRecord) -> int:
    """Adds a stay; its number."""
    row = {
        "user_id": user_id,
        "pack_id": None if record.pack is None else _pack_id(connection, record.pack),
        "started_at": record.started_at,
        "ended_at": record.ended_at,
        "attempts": record.attempts,
        "successes": record.successes,
        "details": plain(record.details),
    }
    added = connection.execute(
        insert(training_sessions).values(row).returning(training_sessions.c.id)
    )
    number: int = added.scalar_one()
    return number


def _pack_id(connection: Connection, pack: Pack) -> int:
    """The number of a pack, which is added when it is first trained."""
    known = select(training_packs.c.id).where(training_packs.c.code == pack.code)
    if (found := connection.scalar(known)) is not None:
        return int(found)
    row: dict[str, Any] = {
        "code": pack.code,
        "name": clean_text(pack.name),
        "creator": None if pack.creator is None else clean_text(pack.creator),
        "shots": pack.shots,
        "tags": [],
        "source": "game",
        "added_at": int(time.time()),
    }
    added = connection.execute(insert(training_packs).values(row).returning(training_packs.c.id))
    return int(added.scalar_one())
