"""Who is who: identities as everywhere else here, and who plays on this machine."""

from collections import Counter
from collections.abc import Collection
from typing import Final

from rockettrainer.match import Player as Seat
from rockettrainer.match import Team
from rockettrainer.sources.stats_api._events import Player, Someone, UpdateState

_PLATFORMS: Final = {"dingo": "xbox", "nnx": "switch", "xboxone": "xbox"}
"""Names that differ from those of replays."""
_NOBODY: Final = frozenset(("", "0"))
_ENOUGH_VOTES: Final = 3
"""A camera that looks at a car for so many states looks at the player's own."""


def seat_of(player: Player) -> Seat:
    """A line of the scoreboard as a player of a match."""
    platform, _, rest = player.primary_id.partition("|")
    account, _, split = rest.partition("|")
    platform = _PLATFORMS.get(platform.lower(), platform.lower())
    is_bot = platform in {"", "unknown"} or account in _NOBODY
    name = f"bot:{player.name}" if is_bot else f"{platform}:{account}"
    return Seat(
        id=name if is_bot or split in _NOBODY else f"{name}/{split}",
        platform="bot" if is_bot else platform,
        platform_id="" if is_bot else account,
        name=player.name,
        team=Team(player.team_num) if player.team_num in (0, 1) else Team.NONE,
        is_bot=is_bot,
    )


def find(players: tuple[Player, ...], someone: Someone | None) -> Player | None:
    """Whom an event means; None if nobody, or nobody who is listed."""
    if someone is None or not someone.name:
        return None
    named = [player for player in players if player.name == someone.name]
    for player in named:
        if (player.shortcut, player.team_num) == (someone.shortcut, someone.team_num):
            return player
    return named[0] if len(named) == 1 else None


def shown_team(state: UpdateState) -> int | None:
    """The team of which the game shows the cars: the own one; None for none, or for both."""
    seen = {player.team_num for player in state.players if player.is_seen}
    return seen.pop() if len(seen) == 1 else None


class LocalPlayer:
    """Finds out who plays here: the game does not say.

    While one plays, the camera follows one's own car. It follows others' in the replay of a goal
    and while one watches; then the cars of both teams are shown.

    Args:
        known: Names or accounts, as ``steam:7656…``, of who it is, where that is known already.
    """

    def __init__(self, known: Collection[str] = ()) -> None:
        self._known = frozenset(known)
        self._votes: Counter[str] = Counter()

    def look(self, state: UpdateState) -> None:
        """Takes in a state."""
        game = state.game
        if not game.has_target or game.is_replay or shown_team(state) is None:
            return
        if (player := find(state.players, game.target)) is not None:
            self._votes[seat_of(player).id] += 1

    def id_in(self, seats: tuple[Seat, ...]) -> str | None:
        """Account of who plays here, out of those in a match; None while that is open."""
        for seat in seats:
            if not self._known.isdisjoint((seat.id, seat.name)):
                return seat.id
        ids = {seat.id for seat in seats}
        votes = [(count, who) for who, count in self._votes.items() if who in ids]
        count, who = max(votes, default=(0, None))
        return who if count >= _ENOUGH_VOTES else None
