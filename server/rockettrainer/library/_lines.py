"""What pages show of matches beyond what the store's own lists say."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from rockettrainer.storage import Result, Store, metadata

_matches = metadata.tables["matches"]
_seats = metadata.tables["match_players"]
_players = metadata.tables["players"]
_replays = metadata.tables["replays"]


@dataclass(frozen=True, slots=True)
class Line:
    """A player's line on a scoreboard; None where it does not list the player."""

    account: str
    """As ``steam:76561198135247572``."""
    score: int | None
    goals: int | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Of a match."""

    source: str
    warnings: int
    """How many."""
    lines: tuple[Line, ...]
    """By slot."""


@dataclass(frozen=True, slots=True)
class Record:
    """Matches of a playlist that the user played; those without a result are in neither."""

    playlist_key: str | None
    matches: int
    wins: int
    losses: int


@dataclass(frozen=True, slots=True)
class Room:
    """What files take on disk."""

    replays_bytes: int
    """Kept originals, compressed."""
    frames_bytes: int


def facts_of(store: Store, match_ids: Collection[int]) -> dict[int, Facts]:
    """Facts of some matches, by number."""
    with store.reading() as connection:
        lines = _lines(connection, match_ids)
        query = select(_matches.c.id, _matches.c.source, _matches.c.details["warnings"])
        rows = connection.execute(query.where(_matches.c.id.in_(match_ids))).all()
    return {row[0]: Facts(row[1], len(row[2]), tuple(lines.get(row[0], ()))) for row in rows}


def records_of(store: Store, player_ids: Sequence[int]) -> tuple[Record, ...]:
    """How a person has fared, by playlist, the one most played first."""
    count = func.count().label("matches")
    query = (
        select(_matches.c.playlist_key, _seats.c.result, count)
        .join(_seats, _seats.c.match_id == _matches.c.id)
        .where(_seats.c.player_id.in_(player_ids))
        .group_by(_matches.c.playlist_key, _seats.c.result)
    )
    counts: dict[str | None, dict[str | None, int]] = {}
    with store.reading() as connection:
        for key, result, matches in connection.execute(query):
            counts.setdefault(key, {})[result] = matches
    found = [_record(key, by_result) for key, by_result in counts.items()]
    return tuple(sorted(found, key=lambda record: (-record.matches, record.playlist_key or "")))


def results_of(
    store: Store, player_ids: Sequence[int], match_ids: Collection[int]
) -> dict[int, Result | None]:
    """How matches ended for a person."""
    query = select(_seats.c.match_id, _seats.c.result).where(
        _seats.c.player_id.in_(player_ids), _seats.c.match_id.in_(match_ids)
    )
    with store.reading() as connection:
        rows = connection.execute(query).all()
    return {match_id: Result(result) if result else None for match_id, result in rows}


def player_ids(store: Store, accounts: Collection[str]) -> tuple[int, ...]:
    """Numbers of people.

    Raises:
        LookupError: One of them is in no match.
    """
    query = select(_players.c.account, _players.c.id).where(_players.c.account.in_(accounts))
    with store.reading() as connection:
        found: dict[str, int] = {row.account: row.id for row in connection.execute(query)}
    if unknown := set(accounts) - found.keys():
        raise LookupError(f"no such players: {', '.join(sorted(unknown))}")
    return tuple(found.values())


def room_of(store: Store) -> Room:
    """Room that the files take."""
    sums = (_replays.c.packed_bytes, _matches.c.frames_bytes)
    with store.reading() as connection:
        replays, frames = (connection.scalar(select(func.sum(column))) for column in sums)
    return Room(int(replays or 0), int(frames or 0))


def _lines(connection: Connection, match_ids: Collection[int]) -> dict[int, list[Line]]:
    query = (
        select(_seats.c.match_id, _players.c.account, _seats.c.score, _seats.c.goals)
        .join(_players, _players.c.id == _seats.c.player_id)
        .where(_seats.c.match_id.in_(match_ids))
        .order_by(_seats.c.match_id, _seats.c.slot)
    )
    found: dict[int, list[Line]] = {}
    for match_id, *line in connection.execute(query):
        found.setdefault(match_id, []).append(Line(*line))
    return found


def _record(key: str | None, by_result: dict[str | None, int]) -> Record:
    wins, losses = by_result.get("win", 0), by_result.get("loss", 0)
    return Record(key, sum(by_result.values()), wins, losses)
