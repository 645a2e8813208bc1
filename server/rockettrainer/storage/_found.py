"""Whether a match is in the store already."""

from collections.abc import Iterator

from sqlalchemy import Connection, Select, select

from rockettrainer.storage._record import MatchRecord, known_id
from rockettrainer.storage._tables import matches, replays


def find_match(connection: Connection, record: MatchRecord) -> int | None:
    """The match that a record is of; None if it is new."""
    for query in _identities(record):
        if (found := connection.scalar(query.limit(1))) is not None:
            return found
    return None


def _identities(record: MatchRecord) -> Iterator[Select[int]]:
    """By file, by match, by replay.

    Two players' replays of one match differ in file and replay id and share the GUID; a replay
    that was renamed in the game is another file with the same replay id.
    """
    if record.replay is not None:
        yield select(replays.c.match_id).where(replays.c.sha256 == record.replay.sha256)
    if (guid := known_id(record.info.match_guid)) is not None:
        yield select(matches.c.id).where(matches.c.match_guid == guid)
    if (replay_id := known_id(record.info.replay_id)) is not None:
        yield select(matches.c.id).where(matches.c.replay_id == replay_id)
        yield select(replays.c.match_id).where(replays.c.replay_id == replay_id)
