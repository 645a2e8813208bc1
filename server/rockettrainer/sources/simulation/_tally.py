"""The scoreboard."""

from collections.abc import Iterable
from typing import Final

from rockettrainer.sources.simulation._happening import Happening, Kind

_COLUMN: Final = {
    Kind.GOAL: 1, Kind.ASSIST: 2, Kind.SAVE: 3, Kind.SHOT: 4, Kind.TOUCH: 5, Kind.DEMOLITION: 6
}  # fmt: skip
_POINTS: Final = {Kind.GOAL: 100, Kind.ASSIST: 50, Kind.SAVE: 50, Kind.SHOT: 10}
"""As the game's own scoreboard gives them."""


class Tally:
    """Counts of each player: points, goals, assists, saves, shots, touches, demolitions."""

    def __init__(self, players: int) -> None:
        self.rows: list[tuple[int, ...]] = [(0,) * 7] * players
        self.score = (0, 0)

    def add(self, happened: Iterable[Happening]) -> None:
        """Counts what happened."""
        for event in happened:
            if event.kind is Kind.GOAL:
                blue, orange = self.score
                self.score = (blue + (event.team == 0), orange + (event.team == 1))
            if event.player >= 0 and event.kind in _COLUMN:
                row = list(self.rows[event.player])
                row[0] += _POINTS.get(event.kind, 0)
                row[_COLUMN[event.kind]] += 1
                self.rows[event.player] = tuple(row)
