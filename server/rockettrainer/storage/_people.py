"""People, and which of them the user is."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Integer, Subquery, cast, false, func, select, update

from rockettrainer.storage._rows import folded
from rockettrainer.storage._tables import match_players, players


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who played in a stored match."""

    id: int
    account: str
    """As ``steam:76561198135247572``."""
    platform: str
    name: str
    """In the latest match."""
    is_bot: bool
    is_me: bool
    matches: int
    recorded: int
    """Of these, how many were recorded by that person."""
    last_played_at: int


def list_people(connection: Connection, user_id: int, text: str, limit: int) -> tuple[Person, ...]:
    """People by number of matches; accounts of the user come first.

    Args:
        connection: To read from.
        user_id: Whose accounts are "me".
        text: What is in the name, whatever its case; empty for everyone.
        limit: How many.
    """
    is_me = func.coalesce(players.c.user_id == user_id, false())
    counts = _counts()
    query = (
        select(players, counts.c.matches, counts.c.recorded, is_me.label("is_me"))
        .join(counts, counts.c.player_id == players.c.id)
        .where(players.c.search_text.contains(folded(text), autoescape=True))
        .order_by(is_me.desc(), counts.c.matches.desc(), players.c.last_played_at.desc())
        .order_by(players.c.id)
        .limit(limit)
    )
    return tuple(_person(row) for row in connection.execute(query))


def guess_me(connection: Connection) -> int | None:
    """The person who is likely the user: who recorded most matches, else who played in most.

    Replays say who recorded them, and most people have their own.
    """
    counts = _counts().c
    query = (
        select(counts.player_id)
        .join(players, players.c.id == counts.player_id)
        .where(players.c.is_bot.is_(False))
        .order_by(counts.recorded.desc(), counts.matches.desc(), counts.player_id)
        .limit(1)
    )
    return connection.scalar(query)


def my_ids(connection: Connection, user_id: int) -> tuple[int, ...]:
    """The user's accounts."""
    query = select(players.c.id).where(players.c.user_id == user_id).order_by(players.c.id)
    return tuple(connection.scalars(query))


def set_me(connection: Connection, user_id: int, player_ids: Collection[int]) -> None:
    """Makes these the user's accounts, and no others.

    Raises:
        LookupError: One of them is not known, or is another user's.
    """
    free = players.c.user_id.is_(None) | (players.c.user_id == user_id)
    found = set(connection.scalars(select(players.c.id).where(players.c.id.in_(player_ids), free)))
    if unknown := set(player_ids) - found:
        message = f"no such players: {', '.join(map(str, sorted(unknown)))}"
        raise LookupError(message)
    former = update(players).where(players.c.user_id == user_id)
    connection.execute(former.values(user_id=None))
    connection.execute(update(players).where(players.c.id.in_(found)).values(user_id=user_id))


def _counts() -> Subquery:
    seats = match_players.c
    recorded = func.sum(cast(seats.is_recorder, Integer)).label("recorded")
    query = select(seats.player_id, func.count().label("matches"), recorded)
    return query.group_by(seats.player_id).subquery()


def _person(row: Any) -> Person:  # noqa: ANN401 (a row has the columns asked for)
    who = (row.id, row.account, row.platform, row.name, row.is_bot, bool(row.is_me))
    return Person(*who, row.matches, row.recorded, row.last_played_at)
