"""Who sits where."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from rockettrainer.match import Player, Team


def told_apart(player: Player, others: Collection[str]) -> Player:
    """A player whose id is nobody else's: of bots with one name, the second is ``bot:NAME/1``.

    Args:
        player: As the source names it.
        others: Ids of all others. Replays number bots alike.
    """
    number, own = 0, player.id
    while own in others:
        number += 1
        own = f"{player.id}/{number}"
    return replace(player, id=own)


@dataclass(slots=True)
class _Seat:
    player: Player
    since_s: float | None
    """None while the player is away."""
    spans: list[tuple[float, float]] = field(default_factory=list)


class Seats:
    """Seats by slot, in the order in which players came.

    Args:
        count: How many there are.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._seats: list[_Seat] = []
        self.refused = 0
        """Players for whom there was none."""

    def __len__(self) -> int:
        return len(self._seats)

    def take(self, player: Player, time_s: float) -> int:
        """Seats a player, or says anew who sits there; -1 if all seats are taken."""
        for slot, seat in enumerate(self._seats):
            if seat.player.id == player.id:
                seat.player = player
                seat.since_s = time_s if seat.since_s is None else seat.since_s
                return slot
        if len(self._seats) == self._count:
            self.refused += 1
            return -1
        self._seats.append(_Seat(player, time_s))
        return len(self._seats) - 1

    def leave(self, slot: int, time_s: float) -> None:
        """Ends a stay."""
        seat = self._seats[slot]
        if seat.since_s is not None:
            seat.spans.append((seat.since_s, time_s))
            seat.since_s = None

    def player(self, slot: int) -> Player:
        """Who has had the seat."""
        return self._seats[slot].player

    def is_taken(self, slot: int) -> bool:
        """Whether its player is here now."""
        return self._seats[slot].since_s is not None

    def spans(self, slot: int, time_s: float) -> tuple[tuple[float, float], ...]:
        """A player's stays, until now."""
        seat = self._seats[slot]
        last = [] if seat.since_s is None else [(seat.since_s, time_s)]
        return (*seat.spans, *last)

    def has_both_sides(self) -> bool:
        """Whether somebody has sat on either side."""
        return {Team.BLUE, Team.ORANGE} <= {seat.player.team for seat in self._seats}

    def order(self) -> list[int]:
        """Slots as a roster lists them: blue, orange, then who has no team."""
        teams = (Team.BLUE, Team.ORANGE, Team.NONE)
        rank = {team: place for place, team in enumerate(teams)}
        return sorted(range(len(self._seats)), key=lambda slot: rank[self._seats[slot].player.team])
