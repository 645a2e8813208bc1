"""The program is killed at random while it imports: nothing that was kept may be lost."""

import hashlib
import multiprocessing
import os
import random
import sqlite3
import sys
import time
from contextlib import closing
from multiprocessing.context import BaseContext
from pathlib import Path

from rockettrainer.features import analyse
from rockettrainer.library import Library
from rockettrainer.sources import read_replay
from rockettrainer.storage import Store, database_path
from tests.support.replays import replay
from tests.support.uploader import upload_until_killed
from tests.support.waiting import LONG_S, until

KILLS = int(os.environ.get("ROCKETTRAINER_KILLS", "3"))
"""How often; 200 for the full count."""

LONGEST_S = 2.5
"""From the first upload to the kill: room for a worker to start and for many imports."""


def _context() -> BaseContext:
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.support.uploader"])
    return context


def _acknowledged(log: Path) -> list[int]:
    return [int(line) for line in log.read_text().split("\n")[:-1]] if log.exists() else []


def _stored(home: Path) -> int:
    with closing(sqlite3.connect(database_path(home))) as connection:
        return int(connection.execute("SELECT count(*) FROM matches").fetchone()[0])


def _assert_whole(store: Store, number: int) -> int:
    """Compares what is stored with the replay; gives the match's number."""
    content = replay(number)
    match_id = store.find_replay(hashlib.sha256(content).hexdigest())
    assert match_id is not None, f"match {number} is lost"
    stored, match = store.match(match_id), read_replay(content)
    analysis = analyse(match)
    assert stored is not None
    assert stored.info == match.info
    assert tuple(seat.measured for seat in stored.players) == analysis.players
    assert stored.teams == analysis.teams
    assert stored.frames is not None
    frames, events = store.files.read_frames(stored.frames.sha256)
    read = [column.tobytes() for column in (*frames, *events)]
    assert read == [column.tobytes() for column in (*match.frames, *match.events)]
    (original,) = stored.replays
    assert store.files.read_replay(original.sha256) == content
    return match_id


def test_a_kill_loses_no_upload_that_was_kept(tmp_path: Path) -> None:
    moments, context, kept = random.Random(1), _context(), set[int]()  # noqa: S311
    for turn in range(KILLS):
        log, before = tmp_path / f"{turn}.log", _stored(tmp_path) if turn else 0
        first = max(kept, default=-1) + 1
        process = context.Process(  # type: ignore[attr-defined]
            target=upload_until_killed, args=(str(tmp_path), first, str(log))
        )
        process.start()
        until(lambda: _acknowledged(log))  # noqa: B023
        if turn % 2:  # be it ever so busy, a machine is to be killed at work as well
            until(lambda: _stored(tmp_path) > before)  # noqa: B023
        time.sleep(moments.uniform(0, LONGEST_S))
        assert process.is_alive(), "it failed by itself"
        process.kill()
        process.join()
        kept.update(_acknowledged(log))
        with closing(sqlite3.connect(database_path(tmp_path))) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with Library(tmp_path, workers=2) as library:
        # A second for each match: where workers never got ready, all are still to be read.
        until(
            lambda: not library.queue.waiting() and library.store.count() >= len(kept),
            LONG_S + len(kept),
        )
        ids = {_assert_whole(library.store, number) for number in kept}
        assert len(ids) == len(kept), "two are one"
        # One that was stored while the kill kept it from being acknowledged may be there too.
        assert len(kept) <= library.store.count() <= len(kept) + KILLS
        until(lambda: not list((library.home / "spool").glob("*.replay")))
    print(f"{KILLS} kills, {len(kept)} kept, 0 lost, 0 doubled, 0 in part")  # noqa: T201
