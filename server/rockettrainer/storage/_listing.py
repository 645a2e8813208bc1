"""The list of matches."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from rockettrainer.match import Mode, Team
from rockettrainer.storage._filter import MatchFilter, Result, behind, conditions, cursor_of
from rockettrainer.storage._tables import match_players, matches, players

LARGEST_PAGE: Final = 500


@dataclass(frozen=True, slots=True)
class Seat:
    """A player in a list's line."""

    player_id: int
    name: str
    team: Team
    is_bot: bool
    is_me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchSummary:
    """A line of the list; None where the source did not say."""

    id: int
    played_at: int
    """Seconds since 1970, UTC."""
    name: str | None
    playlist_key: str | None
    mode: Mode | None
    map_code: str | None
    team_size: int | None
    score: tuple[int, int] | None
    """Goals of blue and orange."""
    overtime: bool | None
    forfeit: bool | None
    duration_s: float | None
    result: Result | None
    """For the user; None for matches of others, too."""
    pinned: bool
    has_frames: bool
    players: tuple[Seat, ...]
    """By slot."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some matches, the latest first."""

    matches: tuple[MatchSummary, ...]
    next: str | None
    """Cursor of the page that follows; None on the last."""


SHOWN: Final = tuple(
    column
    for column in matches.c
    if column.name
    in {
        *("id", "played_at", "name", "playlist_key", "mode", "map_code", "team_size"),
        *("blue_score", "orange_score", "overtime", "forfeit", "duration_s", "pinned"),
        "frames_sha256",
    }
)


def list_matches(
    connection: Connection, wanted: MatchFilter, user_id: int, cursor: str | None, limit: int
) -> Page:
    """A page of the list, by date, the latest first.

    Args:
        connection: In a transaction, so that both queries see the same matches.
        wanted: What to narrow the list to.
        user_id: Whose result and whose accounts are shown.
        cursor: `Page.next` of the page before; None for the first.
        limit: How many matches, `LARGEST_PAGE` at most.
    """
    limit = max(1, min(limit, LARGEST_PAGE))
    query = select(*SHOWN).where(conditions(wanted, user_id))
    if cursor is not None:
        query = query.where(behind(cursor))
    query = query.order_by(matches.c.played_at.desc(), matches.c.id.desc()).limit(limit + 1)
    rows = connection.execute(query).all()
    shown = rows[:limit]
    seats = seats_of(connection, [row.id for row in shown], user_id)
    more = cursor_of(shown[-1].played_at, shown[-1].id) if len(rows) > limit else None
    return Page(tuple(summary(row, seats.get(row.id, [])) for row in shown), more)


def count_matches(connection: Connection, wanted: MatchFilter, user_id: int) -> int:
    """How many matches the whole list has."""
    query = select(func.count()).select_from(matches)
    return connection.scalar(query.where(conditions(wanted, user_id))) or 0


def seats_of(
    connection: Connection, match_ids: Iterable[int], user_id: int
) -> dict[int, list[tuple[Seat, Result | None]]]:
    """Who played in some matches, by slot, each with the result."""
    query = (
        select(
            match_players.c.match_id,
            match_players.c.player_id,
            match_players.c.name,
            match_players.c.team,
            match_players.c.result,
            players.c.is_bot,
            players.c.user_id,
        )
        .join(players)
        .where(match_players.c.match_id.in_(list(match_ids)))
        .order_by(match_players.c.match_id, match_players.c.slot)
    )
    found: dict[int, list[tuple[Seat, Result | None]]] = {}
    for row in connection.execute(query):
        is_me = row.user_id == user_id
        seat = Seat(row.player_id, row.name, Team(row.team), row.is_bot, is_me)
        result = None if row.result is None else Result(row.result)
        found.setdefault(row.match_id, []).append((seat, result))
    return found


def summary(row: Row[Any], seats: list[tuple[Seat, Result | None]]) -> MatchSummary:
    """A line of the list from a row of ``matches``."""
    return MatchSummary(
        id=row.id,
        played_at=row.played_at,
        name=row.name,
        playlist_key=row.playlist_key,
        mode=None if row.mode is None else Mode(row.mode),
        map_code=row.map_code,
        team_size=row.team_size,
        score=None if row.blue_score is None else (row.blue_score, row.orange_score),
        overtime=row.overtime,
        forfeit=row.forfeit,
        duration_s=row.duration_s,
        result=next((result for seat, result in seats if seat.is_me), None),
        pinned=row.pinned,
        has_frames=row.frames_sha256 is not None,
        players=tuple(seat for seat, _ in seats),
    )
