"""Where the game is, and where it keeps what is the user's."""

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

GAME: Final = Path("My Games/Rocket League/TAGame")
"""Below a folder of documents."""
_STEAM_APP: Final = "252950"
_STEAM_NAME: Final = "steamapps/common/rocketleague"
_EPIC_NAMES: Final = frozenset(("sugar", "rocketleague"))
_LIBRARY: Final = re.compile(r'"path"\s+"((?:[^"\\]|\\.)*)"')
_SHELL_FOLDERS: Final = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"


def user_folders() -> tuple[Path, ...]:
    """The game's folders of the user's (replays, settings) that exist, likeliest first."""
    linux = Path.home() / ".local/share/Rocket League/TAGame"
    candidates = (*(documents / GAME for documents in _documents()), linux)
    return _existing(candidates)


def install_folders() -> tuple[Path, ...]:
    """Folders in which the game is installed."""
    steam = (library / _STEAM_NAME for library in _steam_libraries())
    found = _existing((*steam, *_epic_installs()))
    return tuple(folder for folder in found if (folder / "TAGame").is_dir())


def bakkesmod_folders() -> tuple[Path, ...]:
    """BakkesMod's folders, also inside of Proton."""
    data = os.environ.get("APPDATA")
    roots = [Path(data)] if data else []
    roots.extend(users / "AppData/Roaming" for users in _proton_users())
    return _existing(root / "bakkesmod/bakkesmod" for root in roots)


def _existing(folders: Iterator[Path] | tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(folder for folder in folders if folder.is_dir()))


def _documents() -> Iterator[Path]:
    yield Path.home() / "Documents"
    if (moved := _moved_documents()) is not None:
        yield moved
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        if root := os.environ.get(name):
            yield Path(root) / "Documents"
    for user in _proton_users():
        yield user / "Documents"
        yield user / "My Documents"


def _moved_documents() -> Path | None:
    """Where Windows has been told to keep documents; None if nowhere else."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 (only Windows has it)

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _SHELL_FOLDERS) as key:
            return Path(os.path.expandvars(str(winreg.QueryValueEx(key, "Personal")[0])))
    return None


def _proton_users() -> Iterator[Path]:
    for library in _steam_libraries():
        prefix = library / "steamapps/compatdata" / _STEAM_APP / "pfx/drive_c/users"
        yield prefix / "steamuser"


def _steam_libraries() -> tuple[Path, ...]:
    """Steam's folders of games, also on other drives."""
    roots = [root for root in _steam_roots() if root.is_dir()]
    others = [Path(path) for root in roots for path in _listed(root)]
    return tuple(dict.fromkeys((*roots, *others)))


def _steam_roots() -> Iterator[Path]:
    home = Path.home()
    for name in ("PROGRAMFILES(X86)", "PROGRAMFILES"):
        if folder := os.environ.get(name):
            yield Path(folder) / "Steam"
    yield home / ".steam/steam"
    yield home / ".local/share/Steam"
    yield home / ".var/app/com.valvesoftware.Steam/data/Steam"


def _listed(root: Path) -> Iterator[str]:
    with suppress(OSError):
        text = (root / "steamapps/libraryfolders.vdf").read_text("utf-8", "replace")
        for path in _LIBRARY.findall(text):
            yield re.sub(r"\\(.)", r"\1", path)


def _epic_installs() -> Iterator[Path]:
    data = os.environ.get("PROGRAMDATA")
    manifests = Path(data) / "Epic/EpicGamesLauncher/Data/Manifests" if data else None
    for item in sorted(manifests.glob("*.item")) if manifests is not None else ():
        with suppress(OSError, ValueError, AttributeError):
            told = json.loads(item.read_text("utf-8", "replace"))
            if str(told.get("AppName")).lower() in _EPIC_NAMES:
                yield Path(str(told["InstallLocation"]))
    if folder := os.environ.get("PROGRAMFILES"):
        yield Path(folder) / "Epic Games/rocketleague"
    yield Path.home() / "Games/Heroic/rocketleague"
