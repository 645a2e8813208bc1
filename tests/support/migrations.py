"""A schema that follows the present one, and processes that die on the way to it."""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import NullPool, event

from rockettrainer.storage._engine import connect_engine
from rockettrainer.storage._migrate import SCRIPTS, migrate_engine

NEXT = "next"
"""Revision of the schema that follows."""

_NEXT = '''
"""Moves data and rebuilds tables that others refer to: all that a migration may have to do."""

import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "0002"


def upgrade() -> None:
    op.create_table("notes", sa.Column("id", sa.Integer, primary_key=True))
    op.add_column("notes", sa.Column("text", sa.Text))
    op.execute("INSERT INTO notes (id, text) SELECT id, name FROM matches")
    with op.batch_alter_table("matches", recreate="always" if _sqlite() else "auto") as batch:
        batch.add_column(sa.Column("mood", sa.Text))
        batch.alter_column("name", new_column_name="title")
    op.execute("UPDATE matches SET mood = 'good'")
    op.drop_index("ix_matches_analyser", "matches")


def _sqlite() -> bool:
    return op.get_context().dialect.name == "sqlite"
'''


def scripts_with_next(folder: Path) -> Path:
    """A folder of migrations that has one more than ours."""
    scripts = folder / "migrations"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "next.py").write_text(_NEXT, encoding="utf-8")
    return scripts


def scripts_of_the_first(folder: Path) -> Path:
    """A folder of migrations that has only the first of ours."""
    scripts = folder / "first"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__", "r000[2-9]*"))
    return scripts


def migrate_until(url: str, scripts: Path, statement: int, stop: Callable[[], None]) -> int:
    """Migrates, and calls ``stop`` before a statement; returns how many statements there were.

    The commit counts as one: it is the last moment at which all can be lost.
    """
    engine = connect_engine(url, foreign_keys=False, poolclass=NullPool)
    count = 0

    def before(*_: object) -> None:
        nonlocal count
        count += 1
        if count == statement:
            stop()

    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "commit", before)
    migrate_engine(engine, scripts)
    engine.dispose()
    return count


def _die() -> None:
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


if __name__ == "__main__":
    migrate_until(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), _die)
