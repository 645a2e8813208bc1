"""What a person does in an average match."""

from collections import OrderedDict
from itertools import takewhile
from threading import Lock
from typing import Final

from rockettrainer.storage import MatchFilter, MatchSummary, Result, Store

_LONGEST_STREAK: Final = 200
_KEPT: Final = 200
"""Matches whose metrics are remembered."""

_MINE: Final = MatchFilter(mine=True)


class Averages:
    """Means of the user's metrics. Those of a match are read once, for they seldom change.

    Args:
        store: To read from.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: OrderedDict[tuple[int, tuple[int, ...]], dict[str, float]] = OrderedDict()
        self._lock = Lock()

    def over(self, last: int) -> dict[str, float]:
        """Means over the last matches, of each metric over those that have a value."""
        me = self._store.me()
        sums: dict[str, tuple[float, int]] = {}
        for summary in self._store.matches(_MINE, limit=last).matches:
            for key, value in self._metrics(summary.id, me).items():
                total, count = sums.get(key, (0.0, 0))
                sums[key] = (total + value, count + 1)
        return {key: total / count for key, (total, count) in sums.items()}

    def forget(self, match_id: int) -> None:
        """Reads a match anew, which has changed."""
        with self._lock:
            for known in [known for known in self._known if known[0] == match_id]:
                del self._known[known]

    def _metrics(self, match_id: int, me: tuple[int, ...]) -> dict[str, float]:
        key = (match_id, me)
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        match = self._store.match(match_id)
        seats = match.players if match else ()
        found = next((seat.measured.metrics for seat in seats if seat.is_me), {})
        with self._lock:
            self._known[key] = found
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return found


def streak(store: Store) -> int:
    """Matches won in a row up to the last one; negative for those lost."""
    decided = [m for m in _latest(store) if m.result is not None]
    if not decided:
        return 0
    last = decided[0].result
    count = sum(1 for _ in takewhile(lambda match: match.result is last, decided))
    return count if last is Result.WIN else -count


def _latest(store: Store) -> tuple[MatchSummary, ...]:
    return store.matches(_MINE, limit=_LONGEST_STREAK).matches
