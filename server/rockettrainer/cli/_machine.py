"""What `doctor` looks at, gathered from this machine."""

import shutil
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import psutil

from rockettrainer.home import (
    USUAL_PORT,
    HomeError,
    home_folder,
    only_server,
    running_server,
)
from rockettrainer.sources import (
    bakkesmod_folders,
    install_folders,
    replay_folders,
    user_folders,
)
from rockettrainer.sources.stats_api import IniError, ini_files, read_ini, settings_in

GAME: Final = "rocketleague.exe"
GAME_WITH_ANTI_CHEAT: Final = "rocketleague_eac.exe"
PLUGIN: Final = "RocketTrainer.dll"


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """All that can be found out without asking anybody."""

    home: Path
    """Our data folder."""
    writable: bool
    free_bytes: int
    installs: tuple[Path, ...] = ()
    users: tuple[Path, ...] = ()
    """The game's folders of the user's."""
    replays: tuple[Path, ...] = ()
    bakkesmod: tuple[Path, ...] = ()
    ini: Mapping[Path, Mapping[str, str] | IniError | OSError]
    """Settings in each Stats API file, or what is wrong with it."""
    processes: frozenset[str] = frozenset()
    """Names in lower case."""
    plugin_loaded: bool | None = None
    """None where that cannot be seen."""
    plugin_connected: bool = False
    server_port: int | None = None
    """Of our server, if it runs."""
    port_free: bool = True
    """Whether the usual port is."""
    kit: str | None = None
    """That makes windows."""
    kit_trouble: str = ""

    @classmethod
    def here(cls) -> Self:
        """This machine, now."""
        home, game = home_folder(), _game()
        server = _server_port(home)
        kit, trouble = _kit()
        return cls(
            home=home,
            writable=_is_writable(home),
            free_bytes=_free_bytes(home),
            installs=install_folders(),
            users=user_folders(),
            replays=replay_folders(),
            bakkesmod=bakkesmod_folders(),
            ini={path: _settings(path) for path in ini_files()},
            processes=_names(),
            plugin_loaded=_has_plugin(game),
            plugin_connected=_is_connected(game, server),
            server_port=server,
            port_free=not _answers(USUAL_PORT),
            kit=kit,
            kit_trouble=trouble,
        )

    @property
    def plugins(self) -> tuple[Path, ...]:
        """Our plugin, where it is installed; Proton's disk tells large letters from small ones."""
        found = (path for folder in self.bakkesmod for path in folder.glob("plugins/*"))
        return tuple(path for path in found if path.name.lower() == PLUGIN.lower())


def _server_port(home: Path) -> int | None:
    """Where our server is; what it left behind when it was killed does not count."""
    with suppress(HomeError), only_server(home) as free:
        running = None if free else running_server(home)
        return None if running is None else running.port
    return None


def _settings(path: Path) -> Mapping[str, str] | IniError | OSError:
    try:
        return settings_in(read_ini(path))
    except (IniError, OSError) as error:
        return error


def _names() -> frozenset[str]:
    return frozenset((process.info["name"] or "").lower() for process in _processes())


def _processes() -> list[psutil.Process]:
    return list(psutil.process_iter(["name"]))


def _game() -> psutil.Process | None:
    found = (p for p in _processes() if (p.info["name"] or "").lower() == GAME)
    return next(found, None)


def _has_plugin(game: psutil.Process | None) -> bool | None:
    with suppress(psutil.Error, OSError):
        if game is not None:
            return any(Path(m.path).name.lower() == PLUGIN.lower() for m in game.memory_maps())
    return None


def _is_connected(game: psutil.Process | None, port: int | None) -> bool:
    with suppress(psutil.Error, OSError):
        if game is not None and port is not None:
            ways = game.net_connections("tcp")
            return any(way.raddr and way.raddr.port == port for way in ways)
    return False


def _answers(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.5):
        return True
    return False


def _is_writable(folder: Path) -> bool:
    probe = folder / ".doctor"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError:
        return False
    return True


def _free_bytes(folder: Path) -> int:
    """Of the disk that a folder is on, or would be on."""
    for place in (folder, *folder.parents):
        with suppress(OSError):
            return shutil.disk_usage(place).free
    return 0


def _kit() -> tuple[str | None, str]:
    """The kit that windows are made with, or what is in the way."""
    try:
        from rockettrainer.desktop import check  # noqa: PLC0415 (may be absent with its libraries)
    except ImportError as error:
        return None, f"the windows' part is not installed ({error.name})"
    state = check()
    return state.kit, f"{state.problem}. {state.hint}"
