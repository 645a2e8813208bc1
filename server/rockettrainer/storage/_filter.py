"""Which matches of a list, and where in it."""

import base64
import binascii
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, and_, exists, or_, select, tuple_

from rockettrainer.match import ARENAS
from rockettrainer.storage._rows import folded
from rockettrainer.storage._tables import match_players, matches, players

_CURSOR: Final = re.compile(r"(-?\d{1,18}):(\d{1,18})")


class Result(StrEnum):
    """How a match ended for a player."""

    WIN = "win"
    LOSS = "loss"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchFilter:
    """What a list of matches is narrowed to; None and empty for everything."""

    playlists: tuple[str, ...] = ()
    """Keys of playlists, any of them."""
    maps: tuple[str, ...] = ()
    """Codes of maps, any of them."""
    result: Result | None = None
    """For the user."""
    mine: bool = False
    """Only matches that the user played in."""
    player_id: int | None = None
    """Only matches that this player played in."""
    since: int | None = None
    """Played at that moment or later; seconds since 1970."""
    before: int | None = None
    """Played before that moment."""
    text: str = ""
    """Words, each of which is in the match's name, a player's, or the map's name or code."""


EVERYTHING: Final = MatchFilter()


def conditions(wanted: MatchFilter, user_id: int) -> ColumnElement[bool]:
    """The filter as SQL, over ``matches``."""
    found: list[ColumnElement[bool]] = [matches.c.id.is_not(None)]
    if wanted.playlists:
        found.append(matches.c.playlist_key.in_(wanted.playlists))
    if wanted.maps:
        found.append(matches.c.map_code.in_([code.lower() for code in wanted.maps]))
    if wanted.since is not None:
        found.append(matches.c.played_at >= wanted.since)
    if wanted.before is not None:
        found.append(matches.c.played_at < wanted.before)
    if wanted.result is not None or wanted.mine:
        found.append(_played_by(mine(user_id), wanted.result))
    if wanted.player_id is not None:
        found.append(_played_by(match_players.c.player_id == wanted.player_id, None))
    found += map(_mentions, folded(wanted.text).split())
    return and_(*found)


def _mentions(word: str) -> ColumnElement[bool]:
    """Maps are looked up when asked for: their names change more often than matches do."""
    named = [code for code, arena in ARENAS.items() if word in folded(arena.name)]
    texts = (matches.c.search_text, matches.c.map_code)
    written = (text.contains(word, autoescape=True) for text in texts)
    return or_(*written, matches.c.map_code.in_(named))


def mine(user_id: int) -> ColumnElement[bool]:
    """Rows of ``match_players`` that are the user's own."""
    accounts = select(players.c.id).where(players.c.user_id == user_id)
    return match_players.c.player_id.in_(accounts)


def _played_by(who: ColumnElement[bool], result: Result | None) -> ColumnElement[bool]:
    seat = exists().where(match_players.c.match_id == matches.c.id, who)
    return seat if result is None else seat.where(match_players.c.result == result.value)


def cursor_of(played_at: int, match_id: int) -> str:
    """A word for a place in the list that stays when matches are added or deleted."""
    return base64.urlsafe_b64encode(f"{played_at}:{match_id}".encode()).decode().rstrip("=")


def behind(cursor: str) -> ColumnElement[bool]:
    """What comes after a place in the list.

    Raises:
        ValueError: The word was not made by `cursor_of`.
    """
    played_at, match_id = _read(cursor)
    return tuple_(matches.c.played_at, matches.c.id) < tuple_(played_at, match_id)


def _read(cursor: str) -> tuple[int, int]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        found = _CURSOR.fullmatch(base64.b64decode(padded, b"-_", validate=True).decode("ascii"))
    except (binascii.Error, ValueError):
        found = None
    if found is None:
        message = "this is not a cursor of a list of matches"
        raise ValueError(message)
    return int(found[1]), int(found[2])
