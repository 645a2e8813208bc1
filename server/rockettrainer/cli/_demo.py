"""``rockettrainer demo``: all of it on a machine without the game."""

import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NoReturn

from rich.console import Console
from rich.live import Live
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from rockettrainer.api import NotRunning
from rockettrainer.cli._demo_before import EARLIER, NotOurs, fresh_folder, store_earlier
from rockettrainer.cli._demo_disguise import STATS_API, Disguise, NotConnected, disguise
from rockettrainer.cli._demo_server import PATIENCE_S, DemoServer
from rockettrainer.cli._demo_show import line, summary, unseen
from rockettrainer.cli._progress import prepare_kernels
from rockettrainer.desktop import check
from rockettrainer.sources.simulation import (
    Game,
    HostMissing,
    Rules,
    Scene,
    SimulatorMissing,
    lineup,
)

FAILED: Final = 2
"""Exit status when the demo could not be shown."""
STOPPED: Final = 130
"""Exit status after Ctrl-C, as shells have it."""
_SHOWN_A_S: Final = 10

_console = Console(highlight=False)


def run(source: str, speed: float, seed: int, minutes: float, *, window: bool) -> int:
    """Plays a simulated match through the real thing.

    Args:
        source: Disguise of the match: ``plugin`` or ``stats-api``.
        speed: Times faster than a match is.
        seed: Of the match.
        minutes: On its clock.
        window: Whether to open the overlay, the summary, and to stay until Ctrl-C.

    Returns:
        The exit status.
    """
    former = signal.signal(signal.SIGTERM, _told)
    try:
        return _demo(source, speed, seed, minutes, window=window)
    except KeyboardInterrupt:
        _console.print("\nThe demo is over.")
        return STOPPED
    except (SimulatorMissing, HostMissing, NotOurs, NotRunning, NotConnected, OSError) as error:
        sys.stderr.write(f"error: {error}\n")
        return FAILED
    finally:
        signal.signal(signal.SIGTERM, former)


def _told(_number: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


def _demo(source: str, speed: float, seed: int, minutes: float, *, window: bool) -> int:
    quick = min(1.0, 2.0 / speed)
    rules = Rules(60.0 * minutes, goal_replay_s=5.0 * quick, celebration_s=3.0 * quick)
    setup = lineup(2, seed, rules)
    game = Game(setup)
    prepare_kernels()
    home = fresh_folder()
    _console.print(f"The demo keeps its matches in {home}, apart from yours.")
    _earlier(home, seed, minutes)
    opens = window and _can_open()
    if source == STATS_API and speed != 1.0:
        _console.print(
            "The Stats API tells no times, so times are those of the clock on the wall: at "
            f"{speed:g} times the speed, seconds are off by as much, and so is what is counted per "
            "minute. Counts and the scoreboard are right."
        )
    with disguise(source, setup, home) as played, DemoServer(home, windows=opens) as server:
        _links(server)
        _play(game, played, source, speed)
        told = _summary(server)
        _tell(told)
        if window:
            _stay(server)
    return 0


def _earlier(home: Path, seed: int, minutes: float) -> None:
    columns = (TextColumn("Simulating earlier matches"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=_console, transient=True) as bar:
        task = bar.add_task("", total=EARLIER)
        store_earlier(home, seed, minutes, lambda done: bar.update(task, completed=done))
    _console.print(
        f"{EARLIER} earlier matches of the same bots' kind are stored: what is usual comes from "
        "them. All are simulated."
    )


def _can_open() -> bool:
    found = check()
    if found.kit is None:
        _console.print(f"No windows here: {found.problem}. {found.hint}")
    return found.kit is not None


def _links(server: DemoServer) -> None:
    address = server.ask("/live/address") or {}
    _console.print(f"Page:    {server.link()}", soft_wrap=True)
    _console.print(f"Overlay: {address.get('url', '')}", soft_wrap=True)


def _play(game: Game, played: Disguise, source: str, speed: float) -> None:
    played.open()
    try:
        with Live(console=_console, auto_refresh=False, transient=False) as shown:
            for scene in _paced(game, speed):
                played.play(scene)
                if _due(scene, speed):
                    shown.update(line(scene, source, played.counts), refresh=True)
            shown.update(line(scene, source, played.counts), refresh=True)
    finally:
        played.close()
    if not _console.is_terminal:
        _console.print()  # a terminal has the line's end from what was shown live


def _due(scene: Scene, speed: float) -> bool:
    every = max(round(120.0 * speed / _SHOWN_A_S), 1)
    return round(scene.time_s * 120.0) % every == 0


def _paced(game: Game, speed: float) -> Iterator[Scene]:
    """The match's ticks, each when it is due."""
    began = time.monotonic()
    for scene in game.scenes():
        ahead = scene.time_s / speed - (time.monotonic() - began)
        if ahead > 0.002:
            time.sleep(ahead)
        yield scene


def _summary(server: DemoServer) -> dict[str, Any]:
    latest = time.monotonic() + PATIENCE_S
    with _console.status("The match is being stored…"):
        while time.monotonic() < latest and server.is_up:
            told = server.ask("/live/last")
            if told is not None:
                return told
            time.sleep(0.1)
    raise NotConnected("the server has not told of the match's end")


def _tell(told: dict[str, Any]) -> None:
    _console.print(summary(told))
    if hidden := unseen(told):
        _console.print(hidden)
    _console.print(_kept(told["match_id"]))
    _console.print(
        "Go on: `rockettrainer` starts the app for your own matches, `rockettrainer doctor` says "
        "what this machine lacks for live ones."
    )


def _kept(match_id: int | None) -> str:
    if match_id is None:
        return "So few seconds are not kept as a match; a lower --speed helps."
    return f"The match is number {match_id}."


def _stay(server: DemoServer) -> None:
    _console.print(f"The page stays until Ctrl-C: {server.link()}", soft_wrap=True)
    while server.is_up:
        time.sleep(0.5)
