"""Steam's folders of games."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from rockettrainer.sources._system import System, existing

_PATH: Final = re.compile(r'"path"\s+"((?:[^"\\]|\\.)*)"')
_LARGEST_CHARACTERS: Final = 1 << 20
"""Of the list of libraries, which has some hundred lines at most."""


def steam_libraries(system: System) -> tuple[Path, ...]:
    """All libraries, also those on other drives, which Steam lists in ``libraryfolders.vdf``."""
    roots = existing(_roots(system))
    return existing((*roots, *(library for root in roots for library in _listed(root))))


def _roots(system: System) -> Iterator[Path]:
    if system.steam:
        yield Path(system.steam)
    for variable in ("PROGRAMFILES(X86)", "PROGRAMFILES"):
        yield from system.folder(variable, "Steam")
    for place in (
        ".steam/steam",
        ".local/share/Steam",
        ".var/app/com.valvesoftware.Steam/data/Steam",
        "snap/steam/common/.local/share/Steam",
    ):
        yield system.home / place


def _listed(root: Path) -> Iterator[Path]:
    with suppress(OSError):
        path = root / "steamapps/libraryfolders.vdf"
        with path.open(encoding="utf-8", errors="replace") as file:
            text = file.read(_LARGEST_CHARACTERS)
        for library in _PATH.findall(text):
            yield Path(re.sub(r"\\(.)", r"\1", library))
