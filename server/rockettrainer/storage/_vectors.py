"""Metrics of a player or a team in one vector.

A vocabulary gives each metric a place for good. A vector is as long as the vocabulary was when it
was written; what lies behind its end is missing.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import numpy as np
from sqlalchemy import Connection, insert, select

from rockettrainer.features import Measured
from rockettrainer.storage._tables import metrics
from rockettrainer.storage._values import clean_text

BYTES: Final = 8
"""Of one value."""

ABSENT: Final = np.array([np.nan], "<f8").tobytes()
"""How a missing value is written: always these bytes, so that SQL can tell it."""


Places = dict[str, int]
"""Of metrics, by key."""


def learn(connection: Connection, keys: Iterable[str]) -> Places:
    """The places of all metrics, after new ones were given theirs.

    Args:
        connection: In the transaction that will write the vectors: places are kept nowhere else
            until it is committed.
        keys: Metrics that need a place.
    """
    places = _read(connection)
    new = [key for key in keys if key not in places]
    rows = [{"id": place, "key": key} for place, key in enumerate(new, len(places))]
    if rows:
        connection.execute(insert(metrics), rows)
    return places | {key: place for place, key in enumerate(new, len(places))}


def columns(places: Places, measured: Measured) -> dict[str, Any]:
    """The columns ``vector`` and ``missing`` of a row."""
    vector = np.full(len(places), np.nan, "<f8")
    for key, value in measured.metrics.items():
        vector[places[key]] = value
    missing: dict[str, list[int]] = {}
    for key, reason in measured.missing.items():
        missing.setdefault(clean_text(reason), []).append(places[key])
    return {"vector": vector.tobytes(), "missing": missing}


class Vocabulary:
    """The places of metrics for reading: they never change, so that they are asked for once."""

    def __init__(self) -> None:
        self._keys: list[str] = []

    def place(self, connection: Connection, key: str) -> int | None:
        """The place of a metric; None if no match has ever had it."""
        if key not in self._keys:
            self._refresh(connection)
        return self._keys.index(key) if key in self._keys else None

    def measured(
        self, connection: Connection, vector: bytes, missing: Mapping[str, list[int]]
    ) -> Measured:
        """Metrics and reasons again, from a row."""
        values = np.frombuffer(vector, "<f8")
        reasons = {place: reason for reason, places in missing.items() for place in places}
        if max(len(values) - 1, *reasons, -1) >= len(self._keys):
            self._refresh(connection)
        present = np.flatnonzero(~np.isnan(values)).tolist()
        return Measured(
            {self._keys[place]: float(values[place]) for place in present},
            {self._keys[place]: reasons[place] for place in sorted(reasons)},
        )

    def _refresh(self, connection: Connection) -> None:
        self._keys = list(_read(connection))


def _read(connection: Connection) -> Places:
    query = select(metrics.c.key, metrics.c.id).order_by(metrics.c.id)
    return {row.key: row.id for row in connection.execute(query)}
