"""What there is before the demo's match: a data folder of its own, and matches played earlier."""

import shutil
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from rockettrainer.features import analyse
from rockettrainer.home import home_folder
from rockettrainer.library import Library
from rockettrainer.match import Match
from rockettrainer.sources.simulation import ME_ID, Rules, lineup, simulate

EARLIER: Final = 6
"""Matches: one more than it takes to have something usual."""
_MARK: Final = "demo.txt"
_EVERY_TICKS: Final = 4
_APART_S: Final = 600
_WORKERS: Final = 2


class NotOurs(Exception):  # noqa: N818 (it says what is so)
    """A folder is in the demo's place that the demo has not made."""


def fresh_folder() -> Path:
    """The demo's data folder, empty: beside the person's own, whose matches stay out of it.

    Raises:
        NotOurs: What is there was not made by the demo.
    """
    own = home_folder().absolute()
    folder = own.with_name(f"{own.name}-demo")
    if folder.exists() and not (folder / _MARK).is_file():
        raise NotOurs(f"{folder} is there and is not the demo's; move it away and try again")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / _MARK).write_text("Made by `rockettrainer demo`, and thrown away by the next one.\n")
    return folder


def store_earlier(home: Path, seed: int, minutes: float, done: Callable[[int], None]) -> None:
    """Simulates earlier matches and stores them, and says which account is the person's.

    Args:
        home: The demo's data folder.
        seed: Of the demo.
        minutes: That each lasts.
        done: Called with the number of those that are simulated.
    """
    matches = _simulated([seed * 1000 + number for number in range(1, EARLIER + 1)], minutes, done)
    latest = int(time.time())
    with Library(home) as library:
        for number, match in enumerate(matches):
            began = latest - (EARLIER - number) * _APART_S
            dated = replace(match, info=replace(match.info, start_epoch=began))
            library.keep_live(dated, analyse(dated))
        me = [person.id for person in library.store.players() if person.account == ME_ID]
        library.me.choose(me)


def _simulated(seeds: Sequence[int], minutes: float, done: Callable[[int], None]) -> list[Match]:
    # A copy of this process (fork) would hang on the locks of its other threads.
    with ProcessPoolExecutor(_WORKERS, get_context("spawn")) as pool:
        futures = [pool.submit(_one, seed, minutes) for seed in seeds]
        try:
            for number, _ in enumerate(as_completed(futures), 1):
                done(number)
            return [future.result() for future in futures]
        finally:  # after Ctrl-C, those that wait are not begun
            pool.shutdown(wait=False, cancel_futures=True)


def _one(seed: int, minutes: float) -> Match:
    rules = Rules(60.0 * minutes, goal_replay_s=0.0, celebration_s=1.0, podium_s=1.0)
    return simulate(lineup(2, seed, rules), _EVERY_TICKS)
