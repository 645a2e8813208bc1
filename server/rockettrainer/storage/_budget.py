"""What is kept of files, and for how long."""

from itertools import chain
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select, update

from rockettrainer.storage._blobs import abandoned
from rockettrainer.storage._files import Files
from rockettrainer.storage._tables import matches, replays

REPLAY_BUDGET: Final = "replay_budget_bytes"
"""The setting: how much room compressed originals may take."""

FRAMES_BUDGET: Final = "frames_budget_bytes"
"""The setting: how much room frame files may take."""

DEFAULT_BUDGET: Final = 5 * 1024**3
"""Of either: the originals of some ten thousand matches, the frames of two thousand."""


def evict_replays(connection: Connection, budget_bytes: int) -> list[str]:
    """Gives up originals of the oldest matches until the rest is within the budget.

    Args:
        connection: In a transaction that writes.
        budget_bytes: Room for all of them. Those of pinned matches count, and stay.

    Returns:
        The files that may go once the transaction is committed.
    """
    column = replays.c.packed_bytes
    query = select(replays.c.sha256, column).join(matches).where(matches.c.pinned.is_(False))
    # Without frames, the original is all there is to make them from.
    last = matches.c.frames_sha256.is_(None)
    gone = _oldest(connection, query.order_by(last), column, budget_bytes)
    forget = update(replays).where(replays.c.sha256.in_(gone))
    connection.execute(forget.values(packed_bytes=None))
    return gone


def evict_frames(connection: Connection, budget_bytes: int) -> list[str]:
    """Gives up frames in the same way, where the original can make them again."""
    column = matches.c.frames_bytes
    kept = exists().where(replays.c.match_id == matches.c.id, replays.c.packed_bytes.is_not(None))
    query = select(matches.c.frames_sha256, column).where(kept, matches.c.pinned.is_(False))
    gone = _oldest(connection, query, column, budget_bytes)
    forget = update(matches).where(matches.c.frames_sha256.in_(gone))
    nothing = dict.fromkeys(("frames_sha256", "frames_format", "frames_rows", "frames_bytes"))
    connection.execute(forget.values(nothing))
    return gone


def _oldest(
    connection: Connection, query: Select[Any, Any], size: ColumnElement[Any], budget_bytes: int
) -> list[str]:
    """Names of files, as many as it takes for the rest to be within the budget."""
    excess = int(connection.scalar(select(func.sum(size))) or 0) - budget_bytes
    if excess <= 0:
        return []
    ordered = query.where(size.is_not(None)).order_by(matches.c.played_at, matches.c.id)
    gone: list[str] = []
    for name, taken in connection.execute(ordered).all():
        if excess <= 0:
            break
        gone.append(name)
        excess -= taken
    return gone


def remove_unused(connection: Connection, files: Files, names: list[str]) -> None:
    """Removes files that no match refers to.

    Imports check under the same lock that their files are there, so that none is taken away
    between the check and the commit.

    Args:
        connection: In a transaction that writes, which holds imports off.
        files: To remove from.
        names: Candidates, frames and originals alike.
    """
    known = known_files(connection)
    for name in names:
        if name not in known:
            files.frames.remove(name)
            files.replays.remove(name)


def sweep(connection: Connection, files: Files) -> int:
    """Removes what interrupted imports left; returns how many files."""
    known = known_files(connection)
    found = list(abandoned(chain(files.frames.all(), files.replays.all()), known))
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


def known_files(connection: Connection) -> set[str]:
    """Names of all files that a match refers to."""
    frames = select(matches.c.frames_sha256).where(matches.c.frames_sha256.is_not(None))
    kept = select(replays.c.sha256).where(replays.c.packed_bytes.is_not(None))
    return {*connection.scalars(frames), *connection.scalars(kept)}
