"""Importers are killed at random: nothing they were told is stored may be lost."""

import multiprocessing
import os
import random
import sqlite3
import sys
import time
from contextlib import closing
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import psutil
import pytest

from rockettrainer.features import Analysis
from rockettrainer.match import Events, Frames
from rockettrainer.storage import Store, database_path, open_store
from tests.support.importer import FRAMES, READY, import_until_killed
from tests.support.matches import match, record

KILLS = int(os.environ.get("ROCKETTRAINER_KILLS", "20"))
"""How often; 200 for the full count."""

AT_ONCE = 2
LONGEST_S = 0.6
"""That importers compute before they are killed: room for some matches on any machine."""


def _context() -> BaseContext:
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.support.importer"])
    return context


def _acknowledged(log: Path) -> list[int]:
    lines = log.read_text().split("\n") if log.exists() else []
    return [int(line) for line in lines[:-1] if line != READY]


def _wait_until_ready(logs: list[Path]) -> None:
    latest = time.monotonic() + 180
    while not all(log.exists() and log.stat().st_size for log in logs):
        assert time.monotonic() < latest, "an importer did not start"
        time.sleep(0.002)


def _let_compute(process: BaseProcess, seconds: float) -> None:
    """Waits by the process's own clock, which stands still while others have the machine."""
    clock = psutil.Process(process.pid).cpu_times
    until = sum(clock()[:2]) + seconds
    while sum(clock()[:2]) < until:
        assert process.is_alive(), "an importer failed by itself"
        time.sleep(0.002)


def _kill(processes: list[BaseProcess], moments: random.Random) -> None:
    for process in processes:
        _let_compute(process, moments.uniform(0, LONGEST_S / len(processes)))
        process.kill()
    for process in processes:
        process.join()


def _check_whole(store: Store, match_id: int) -> int:
    """Compares a stored match with what it was made of; returns its number."""
    found = store.match(match_id)
    assert found is not None
    number = int((found.info.name or "").removeprefix("Match "))
    given = record(number)
    assert found.info == given.info
    assert tuple(seat.player for seat in found.players) == given.roster.players
    measured = tuple(seat.measured for seat in found.players)
    assert Analysis(measured, found.teams) == given.analysis
    assert found.frames is not None
    made = match(number, frames=FRAMES)
    expected: tuple[Frames, Events] = (made.frames, made.events)
    for stored, given_columns in zip(
        store.files.read_frames(found.frames.sha256), expected, strict=True
    ):
        assert [c.tobytes() for c in stored] == [c.tobytes() for c in given_columns]
    (original,) = found.replays
    assert len(store.files.read_replay(original.sha256)) == original.file_bytes
    return number


def _check_database(path: Path) -> list[tuple[int, str]]:
    """Checks the file; returns the matches' ids with the jobs made with them."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        lonely = "SELECT m.id, j.key FROM matches m LEFT JOIN jobs j ON j.args ->> 'match' = m.id"
        assert connection.execute("SELECT count(*) FROM jobs").fetchone() == (
            connection.execute("SELECT count(*) FROM matches").fetchone()
        )
        return list(connection.execute(lonely))


@pytest.mark.parametrize("seed", [1])
def test_a_kill_loses_no_match_that_was_acknowledged(tmp_path: Path, seed: int) -> None:
    moments, context = random.Random(seed), _context()  # noqa: S311 (nothing secret)
    open_store(tmp_path).close()
    checked: dict[int, int] = {}
    acknowledged: set[int] = set()
    for turn in range(0, KILLS, AT_ONCE):
        first = max(acknowledged, default=-1) + 1
        logs = [tmp_path / f"{turn}-{n}.log" for n in range(AT_ONCE)]
        processes = [
            context.Process(target=import_until_killed, args=(str(tmp_path), first, str(log)))  # type: ignore[attr-defined]
            for log in logs
        ]
        for process in processes:
            process.start()
        _wait_until_ready(logs)
        _kill(processes, moments)
        acknowledged.update(number for log in logs for number in _acknowledged(log))
        jobs = dict(_check_database(database_path(tmp_path)))
        with open_store(tmp_path) as store:
            for match_id in jobs.keys() - checked.keys():
                checked[match_id] = _check_whole(store, match_id)
        assert all(jobs[match_id] == str(number) for match_id, number in checked.items())
        assert len(set(checked.values())) == len(checked), "a match is stored twice"
        assert acknowledged <= set(checked.values()), "a match is lost"
    print(f"{KILLS} kills, {len(acknowledged)} acknowledged, {len(checked)} stored, 0 lost")  # noqa: T201
    assert len(acknowledged) > KILLS / 4
