"""Matches into the tables. Each function works inside a transaction that it is handed."""

import time
from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from rockettrainer.storage._record import MatchRecord, known_id
from rockettrainer.storage._rows import match_player_row, match_row, new_match_row, player_row
from rockettrainer.storage._tables import (
    match_players,
    matches,
    player_stats,
    players,
    replays,
    team_stats,
)
from rockettrainer.storage._values import clean_text
from rockettrainer.storage._vectors import Places, columns, learn

_LATEST: Final = ("name", "search_text", "last_played_at")
"""What of a person is as in the latest match."""


def insert_match(connection: Connection, record: MatchRecord) -> int:
    """Adds a match that is not there yet."""
    row = new_match_row(record)
    added = connection.execute(insert(matches).values(row).returning(matches.c.id))
    match_id = int(added.scalar_one())
    attach_replay(connection, match_id, record)
    _insert_measured(connection, match_id, record)
    return match_id


def replace_match(connection: Connection, match_id: int, record: MatchRecord) -> bool:
    """Puts another analysis in the place of a match's; False if there is no such match."""
    values = update(matches).where(matches.c.id == match_id).values(match_row(record))
    if connection.execute(values).rowcount == 0:
        return False
    former = _people(connection, match_id)
    connection.execute(delete(match_players).where(match_players.c.match_id == match_id))
    connection.execute(delete(team_stats).where(team_stats.c.match_id == match_id))
    attach_replay(connection, match_id, record)
    _insert_measured(connection, match_id, record)
    _forget(connection, former)
    return True


def delete_match(connection: Connection, match_id: int) -> bool:
    """Removes a match, and people who are in no other; False if there is no such match."""
    former = _people(connection, match_id)
    if connection.execute(delete(matches).where(matches.c.id == match_id)).rowcount == 0:
        return False
    _forget(connection, former)
    return True


def attach_replay(connection: Connection, match_id: int, record: MatchRecord) -> None:
    """Notes the file that a match came from, or came from once more."""
    replay = record.replay
    if replay is None:
        return
    name = None if replay.name is None else clean_text(replay.name)
    known = update(replays).where(replays.c.sha256 == replay.sha256)
    known = known.values(file_name=func.coalesce(replays.c.file_name, name))
    if replay.packed_bytes is not None:
        known = known.values(packed_bytes=replay.packed_bytes)
    else:
        known = known.values(file_bytes=replay.file_bytes)
    if connection.execute(known).rowcount == 0:
        values = {
            "sha256": replay.sha256,
            "match_id": match_id,
            "replay_id": known_id(record.info.replay_id),
            "file_bytes": replay.file_bytes,
            "packed_bytes": replay.packed_bytes,
            "imported_at": int(time.time()),
            "file_name": name,
        }
        connection.execute(insert(replays).values(values))


def _insert_measured(connection: Connection, match_id: int, record: MatchRecord) -> None:
    rows = (*record.analysis.players, *record.analysis.teams)
    keys = dict.fromkeys(key for row in rows for key in (*row.metrics, *row.missing))
    places = learn(connection, keys)
    _insert_players(connection, match_id, record, places)
    _insert_teams(connection, match_id, record, places)


def _insert_players(
    connection: Connection, match_id: int, record: MatchRecord, places: Places
) -> None:
    if not len(record.roster):
        return
    people = _known_people(connection, record)
    seats, stats = [], []
    rows = zip(record.roster, record.analysis.players, strict=True)
    for slot, (player, measured) in enumerate(rows):
        key = {"match_id": match_id, "slot": slot}
        key["player_id"] = people[player_row(player, 0)["account"]]
        seats.append(key | match_player_row(record, player))
        when = {"played_at": record.played_at, "playlist_key": _playlist(record)}
        stats.append(key | when | columns(places, measured))
    connection.execute(insert(match_players), seats)
    connection.execute(insert(player_stats), stats)


def _insert_teams(
    connection: Connection, match_id: int, record: MatchRecord, places: Places
) -> None:
    rows = [
        {"match_id": match_id, "team": team, **columns(places, measured)}
        for team, measured in enumerate(record.analysis.teams)
    ]
    connection.execute(insert(team_stats), rows)


def _playlist(record: MatchRecord) -> str | None:
    playlist = record.info.playlist
    return playlist.key if playlist else None


def _known_people(connection: Connection, record: MatchRecord) -> Mapping[str, int]:
    """Numbers of all accounts of the roster, which are added or given their latest name."""
    rows = {row["account"]: row for row in (player_row(p, record.played_at) for p in record.roster)}
    query = select(players.c.account, players.c.id, players.c.last_played_at)
    known = {
        row.account: row for row in connection.execute(query.where(players.c.account.in_(rows)))
    }
    ids = {account: row.id for account, row in known.items()}
    for account, row in rows.items():
        if account not in known:
            added = connection.execute(insert(players).values(row).returning(players.c.id))
            ids[account] = added.scalar_one()
        elif known[account].last_played_at <= record.played_at:
            seen = update(players).where(players.c.id == ids[account])
            connection.execute(seen.values({name: row[name] for name in _LATEST}))
    return ids


def _people(connection: Connection, match_id: int) -> list[int]:
    query = select(match_players.c.player_id).where(match_players.c.match_id == match_id)
    return list(connection.scalars(query))


def _forget(connection: Connection, ids: list[int]) -> None:
    """Removes people who are in no match any more and are nobody's account.

    The others have played last when they played last in what is left; their name stays.
    """
    elsewhere = exists().where(match_players.c.player_id == players.c.id)
    orphans = players.c.id.in_(ids) & players.c.user_id.is_(None) & ~elsewhere
    connection.execute(delete(players).where(orphans))
    theirs = player_stats.c.player_id == players.c.id
    last = select(func.max(player_stats.c.played_at)).where(theirs).scalar_subquery()
    rest = update(players).where(players.c.id.in_(ids))
    connection.execute(rest.values(last_played_at=func.coalesce(last, players.c.last_played_at)))
