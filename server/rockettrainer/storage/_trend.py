"""A metric over a player's last matches."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from sqlalchemy import Connection, LargeBinary, Select, func, select, type_coerce

from rockettrainer.match import F64
from rockettrainer.storage._tables import player_stats
from rockettrainer.storage._vectors import ABSENT, BYTES


@dataclass(frozen=True, slots=True, eq=False)
class Trend:
    """One entry a match that has a value, the earliest first."""

    metric: str
    match_ids: NDArray[np.int64]
    played_at: NDArray[np.int64]
    """Seconds since 1970, UTC."""
    values: F64
    medians: F64
    """Of the match and those before it, as many as the window holds."""


def read_trend(
    connection: Connection,
    metric: str,
    place: int | None,
    player_ids: Sequence[int],
    last_n: int,
    playlists: Sequence[str],
    window: int,
) -> Trend:
    """The last matches in which a metric has a value.

    Args:
        connection: To read from.
        metric: Its key.
        place: Its place in the vectors; None for a metric that no match has.
        player_ids: Accounts of one person.
        last_n: How many matches.
        playlists: Keys of playlists to take matches of; empty for all.
        window: How many matches a median is over.
    """
    match_ids, moments, cuts = array("q"), array("q"), bytearray()
    if place is not None and player_ids:
        # Row by row, none of which is kept: thousands at once would set off a collection of all
        # that the program holds, which takes longer than the query.
        for row in connection.execute(_query(place, player_ids, playlists).limit(last_n)):
            match_ids.append(row.match_id)
            moments.append(row.played_at)
            cuts += row.value
    values = np.frombuffer(cuts, "<f8")[::-1].astype(np.float64)
    return Trend(
        metric,
        np.array(match_ids, np.int64)[::-1],
        np.array(moments, np.int64)[::-1],
        values,
        rolling_median(values, window),
    )


def rolling_median(values: F64, window: int) -> F64:
    """Median of each value and those before it, ``window`` in all, fewer at the start."""
    window = max(1, window)
    start = [float(np.median(values[:stop])) for stop in range(1, min(window, len(values) + 1))]
    if len(values) < window:
        return np.array(start, np.float64)
    return np.concatenate([start, np.median(sliding_window_view(values, window), axis=1)])


def _query(
    place: int, player_ids: Sequence[int], playlists: Sequence[str]
) -> Select[tuple[Any, ...]]:
    """Cuts the metric out of the vectors in the database: the rest is not even copied."""
    stats = player_stats.c
    value = type_coerce(func.substr(stats.vector, place * BYTES + 1, BYTES), LargeBinary)
    query = (
        select(stats.match_id, stats.played_at, value.label("value"))
        .where(stats.player_id.in_(player_ids), func.length(stats.vector) > place * BYTES)
        .where(value != ABSENT)
        .order_by(stats.played_at.desc(), stats.match_id.desc())
    )
    return query.where(stats.playlist_key.in_(playlists)) if playlists else query
