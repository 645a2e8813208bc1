"""Which folders are watched."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from rockettrainer.sources import existing, replay_folders
from rockettrainer.storage import Store

_ALSO: Final = "watched_folders"


class Folders:
    """The game's own folders and those that the user added.

    Args:
        store: That remembers the latter.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self) -> tuple[Path, ...]:
        """All that exist now."""
        return existing((*self.own, *map(Path, self.also)))

    @property
    def own(self) -> tuple[Path, ...]:
        """The game's, as far as they exist now."""
        return replay_folders()

    @property
    def also(self) -> tuple[str, ...]:
        """Those that the user added."""
        return tuple(map(str, self._store.settings.get(_ALSO, [])))

    def watch_also(self, folders: Sequence[Path]) -> None:
        """Chooses the added ones anew.

        Raises:
            NotADirectoryError: One of them is not there.
        """
        for folder in folders:
            if not (folder.is_absolute() and existing([folder])):
                raise NotADirectoryError(f"there is no folder {folder}")
        self._store.settings.put(_ALSO, [str(folder) for folder in folders])
