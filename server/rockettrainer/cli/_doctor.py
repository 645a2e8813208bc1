"""``rockettrainer doctor``: what is ready on this machine, and what to do about the rest."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final

from rockettrainer.cli._machine import GAME, GAME_WITH_ANTI_CHEAT, PLUGIN, Machine
from rockettrainer.cli._setup import COMMAND, how_to_mend
from rockettrainer.home import USUAL_PORT
from rockettrainer.sources.stats_api import IniError, is_on

_LEAST_BYTES: Final = 1 << 30
"""A year of matches takes about as much."""


class Verdict(StrEnum):
    """How it stands."""

    OK = "ok"
    ATTENTION = "attention"
    """Works without; something is missed."""
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at."""

    what: str
    verdict: Verdict
    found: str
    todo: str = ""
    """What to do; empty if nothing."""


def examine(machine: Machine) -> tuple[Line, ...]:
    """Looks at everything."""
    return tuple(line for check in _CHECKS for line in check(machine))


def report(lines: tuple[Line, ...], *, as_json: bool) -> str:
    """The lines for a person, or for a program."""
    if as_json:
        return json.dumps([asdict(line) for line in lines], indent=2, ensure_ascii=False)
    width = max(len(line.what) for line in lines)
    return "\n".join(part for line in lines for part in _shown(line, width))


def status(lines: tuple[Line, ...]) -> int:
    """Exit status: 1 if there is a problem, else 0."""
    return int(any(line.verdict is Verdict.PROBLEM for line in lines))


def run(*, as_json: bool) -> tuple[str, int]:
    """Looks at this machine; the report and the exit status."""
    lines = examine(Machine.here())
    return report(lines, as_json=as_json), status(lines)


def _shown(line: Line, width: int) -> Iterator[str]:
    yield f"{line.verdict:<9}  {line.what:<{width}}  {line.found}"
    if line.todo:
        yield f"{'':<9}  {'':<{width}}  → {line.todo}"


def _game(machine: Machine) -> Iterator[Line]:
    what = "Rocket League"
    if machine.installs:
        yield Line(what, Verdict.OK, ", ".join(map(str, machine.installs)))
    elif machine.users:
        yield Line(what, Verdict.OK, f"its files are in {machine.users[0]}")
    else:
        todo = "Install it, or try everything without it: rockettrainer demo"
        yield Line(what, Verdict.ATTENTION, "not found on this machine", todo)


def _anti_cheat(machine: Machine) -> Iterator[Line]:
    what = "running game"
    if GAME_WITH_ANTI_CHEAT in machine.processes:
        found = "with anti-cheat: the Stats API tells of matches, a plugin cannot run"
    elif GAME in machine.processes:
        found = "without anti-cheat: the plugin can run, online play is off"
    else:
        found = "not running"
    yield Line(what, Verdict.OK, found)


def _stats_api(machine: Machine) -> Iterator[Line]:
    what = "Stats API"
    if not machine.ini:
        found = "no settings file found"
        todo = f"Start the game once, then: {COMMAND}"
        yield Line(what, Verdict.ATTENTION, found, todo)
    for path, settings in machine.ini.items():
        if isinstance(settings, OSError):
            found = f"{path} cannot be read: {settings.strerror}"
            yield Line(what, Verdict.ATTENTION, found, "Mend the file's permissions.")
        elif isinstance(settings, IniError):
            yield Line(what, Verdict.ATTENTION, f"{path}: {settings}", how_to_mend(path))
        elif is_on(settings):
            rate = settings.get("packetsendrate", "")
            yield Line(what, Verdict.OK, f"on, {rate} states a second: {path}")
        else:
            yield Line(what, Verdict.ATTENTION, f"off: {path}", f"Run: {COMMAND}")


def _plugin(machine: Machine) -> Iterator[Line]:
    what = "plugin"
    if not machine.bakkesmod:
        todo = "For live numbers in training, install it from https://bakkesmod.com"
        yield Line(what, Verdict.ATTENTION, "BakkesMod is not installed", todo)
    elif not machine.plugins:
        folder = machine.bakkesmod[0] / "plugins"
        todo = (
            f"Build {PLUGIN} (plugin_cpp/README.md), put it there, and in the game's console (F6): "
            "plugin load rockettrainer"
        )
        yield Line(what, Verdict.ATTENTION, f"{PLUGIN} is not in {folder}", todo)
    elif GAME not in machine.processes:
        yield Line(what, Verdict.OK, f"installed: {machine.plugins[0]}")
    elif machine.plugin_connected:
        yield Line(what, Verdict.OK, "loaded, and connected to the app")
    elif machine.plugin_loaded is False:
        todo = "In the game's console (F6): plugin load rockettrainer"
        yield Line(what, Verdict.ATTENTION, "installed, but not loaded in the game", todo)
    else:
        todo = "Start the app: rockettrainer" if machine.server_port is None else _LOOK_IN_GAME
        yield Line(what, Verdict.ATTENTION, "installed, and not connected to the app", todo)


_LOOK_IN_GAME: Final = "In the game: F2, Plugins, RocketTrainer; it says why."


def _windows(machine: Machine) -> Iterator[Line]:
    what = "windows"
    if machine.kit is not None:
        yield Line(what, Verdict.OK, machine.kit)
    else:
        todo = "The overlay also opens in a browser: docs/overlay.md says how."
        yield Line(what, Verdict.ATTENTION, machine.kit_trouble, todo)


def _server(machine: Machine) -> Iterator[Line]:
    what = "app"
    if machine.server_port is not None:
        yield Line(what, Verdict.OK, f"runs at port {machine.server_port}")
    elif machine.port_free:
        yield Line(what, Verdict.OK, f"not running; port {USUAL_PORT} is free")
    else:
        found = f"not running; another program has port {USUAL_PORT}"
        yield Line(what, Verdict.ATTENTION, found, "It will take another port by itself.")


def _data(machine: Machine) -> Iterator[Line]:
    what = "data folder"
    free = f"{machine.free_bytes / (1 << 30):.1f} GiB free"
    if not machine.writable:
        todo = "Mend its permissions, or name another by ROCKETTRAINER_HOME."
        yield Line(what, Verdict.PROBLEM, f"{machine.home} may not be written", todo)
    elif machine.free_bytes < _LEAST_BYTES:
        todo = "Make room: a match takes a megabyte or two."
        yield Line(what, Verdict.ATTENTION, f"{machine.home}, {free}", todo)
    else:
        yield Line(what, Verdict.OK, f"{machine.home}, {free}")


def _replays(machine: Machine) -> Iterator[Line]:
    what = "replays"
    for folder in machine.replays:
        yield Line(what, Verdict.OK, str(folder))
    if not machine.replays:
        todo = "Save a replay in the game, or add a folder on the app's settings page."
        yield Line(what, Verdict.ATTENTION, "no folder of saved replays found", todo)


_CHECKS: Final[tuple[Callable[[Machine], Iterator[Line]], ...]] = (
    *(_game, _anti_cheat, _stats_api, _plugin),
    *(_windows, _server, _data, _replays),
)
