"""Whether a match is in the store already."""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, Select, func, select

from rockettrainer.storage._record import MatchRecord, known_id
from rockettrainer.storage._tables import match_players, matches, players, replays
from rockettrainer.storage._values import clean_text

APART_S: Final = 600
"""Between a match's times by two sources: one takes the kickoff, another the moment it was saved,
and clocks differ; two matches with the same people and score are hardly nearer."""


def find_match(connection: Connection, record: MatchRecord) -> int | None:
    """The match that a record is of; None if it is new."""
    for query in _identities(record):
        if (found := connection.scalar(query.limit(1))) is not None:
            return found
    return _seen_otherwise(connection, record)


def _seen_otherwise(connection: Connection, record: MatchRecord) -> int | None:
    """A match of another source, by who played, how it ended and when.

    One of the two may lack the GUID; two that differ are two matches.
    """
    people = {clean_text(player.id) for player in record.roster if not player.is_bot}
    if not people or record.info.score is None:
        return None
    blue, orange = record.info.score
    apart_s = func.abs(matches.c.played_at - record.played_at)
    query = select(matches.c.id).where(
        matches.c.source != record.source,
        matches.c.blue_score == blue,
        matches.c.orange_score == orange,
        apart_s <= APART_S,
    )
    if known_id(record.info.match_guid) is not None:
        query = query.where(matches.c.match_guid.is_(None))
    near: Sequence[int] = connection.scalars(query.order_by(apart_s)).all()
    for match_id in near:
        if _people(connection, match_id) == people:
            return match_id
    return None


def _people(connection: Connection, match_id: int) -> set[str]:
    seats = select(players.c.account).join(match_players)
    query = seats.where(match_players.c.match_id == match_id, players.c.is_bot.is_(False))
    return set(connection.scalars(query))


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
