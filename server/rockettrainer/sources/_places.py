"""Where the game is, and where it keeps what is the user's."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from rockettrainer.sources._steam import steam_libraries
from rockettrainer.sources._system import System, existing

_GAME: Final = "My Games/Rocket League/TAGame"
"""Below a folder of documents."""
_STEAM_APP: Final = "252950"
_STEAM_NAME: Final = "steamapps/common/rocketleague"
_EPIC_NAMES: Final = frozenset(("sugar", "rocketleague"))


def user_folders(system: System | None = None) -> tuple[Path, ...]:
    """The game's folders of the user's (replays, settings) that exist, likeliest first.

    Args:
        system: Where to look; this one by default.
    """
    system = system or System.here()
    linux = system.home / ".local/share/Rocket League/TAGame"
    return existing((*(documents / _GAME for documents in _documents(system)), linux))


def install_folders(system: System | None = None) -> tuple[Path, ...]:
    """Folders in which the game is installed; the argument is that of `user_folders`."""
    system = system or System.here()
    steam = (library / _STEAM_NAME for library in steam_libraries(system))
    found = existing((*steam, *_epic_installs(system)))
    return tuple(folder for folder in found if existing([folder / "TAGame"]))


def bakkesmod_folders(system: System | None = None) -> tuple[Path, ...]:
    """BakkesMod's folders, also inside of Proton; the argument is that of `user_folders`."""
    system = system or System.here()
    proton = (user / "AppData/Roaming" for user in _proton_users(system))
    roots = (*system.folder("APPDATA"), *proton)
    return existing(root / "bakkesmod/bakkesmod" for root in roots)


def _documents(system: System) -> Iterator[Path]:
    yield from system.moved_documents()
    yield system.home / "Documents"
    for variable in ("ONEDRIVE", "ONEDRIVECONSUMER", "ONEDRIVECOMMERCIAL"):
        yield from system.folder(variable, "Documents")
    for user in _proton_users(system):
        yield user / "Documents"
        yield user / "My Documents"


def _proton_users(system: System) -> Iterator[Path]:
    for library in steam_libraries(system):
        yield library / "steamapps/compatdata" / _STEAM_APP / "pfx/drive_c/users/steamuser"


def _epic_installs(system: System) -> Iterator[Path]:
    for manifests in system.folder("PROGRAMDATA", "Epic/EpicGamesLauncher/Data/Manifests"):
        for item in sorted(manifests.glob("*.item")):
            yield from _epic_install(item)
    yield from system.folder("PROGRAMFILES", "Epic Games/rocketleague")
    yield system.home / "Games/Heroic/rocketleague"


def _epic_install(manifest: Path) -> Iterator[Path]:
    """Where Epic's launcher has put the game, if the manifest is of that."""
    with suppress(OSError, ValueError, AttributeError):  # whatever is in such a file
        told = json.loads(manifest.read_text("utf-8", "replace"))
        place = told.get("InstallLocation")
        if str(told.get("AppName")).lower() in _EPIC_NAMES and place:
            yield Path(str(place))
