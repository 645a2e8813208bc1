"""Who the user is, as long as nobody has said so."""

from collections.abc import Collection
from typing import Final

from rockettrainer.storage import Person, Store

_CHOSEN: Final = "me_chosen"
_ENOUGH: Final = 50
"""Matches after which a guess stays as it is."""


class Me:
    """The user's accounts: guessed from who records the replays, until somebody chooses."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def people(self) -> tuple[Person, ...]:
        """The accounts."""
        ids = self._store.me()
        return tuple(p for p in self._store.players(limit=max(len(ids), 1)) if p.is_me)

    @property
    def is_guess(self) -> bool:
        """Whether nobody has said so."""
        return not self._store.settings.get(_CHOSEN, False)

    def choose(self, player_ids: Collection[int]) -> None:
        """Says which accounts they are.

        Raises:
            LookupError: One of them is not known.
        """
        self._store.set_me(player_ids)
        self._store.settings.put(_CHOSEN, value=True)

    def look(self) -> None:
        """Guesses, with what is in the store by now."""
        if not self.is_guess or (self._store.me() and self._store.count() > _ENOUGH):
            return
        likely = self._store.guess_me()
        if likely is not None and self._store.me() != (likely,):
            self._store.set_me([likely])
