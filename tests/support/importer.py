"""Imports matches until it is killed; says in a file which ones it was told are stored."""

import os
from dataclasses import replace
from itertools import count
from pathlib import Path

import numpy as np
from sqlalchemy import insert

from rockettrainer.storage import MatchRecord, Store, jobs, open_store
from tests.support.matches import match, record

FRAMES = 40
READY = "ready"


def imported(store: Store, number: int) -> MatchRecord:
    """Writes the files of a match; the record names them."""
    original = np.random.default_rng(number).bytes(5_000)
    return replace(
        record(number),
        replay=store.files.write_replay(original),
        frames=store.files.write_frames(match(number, frames=FRAMES)),
    )


def import_until_killed(home: str, first: int, acknowledged: str) -> None:
    """Adds matches, each with a job, adds some again, analyses some anew.

    Args:
        home: The data folder.
        first: Number of the first match; others may be importing the same ones.
        acknowledged: A file to write the numbers to, each after its match was stored.
    """
    store = open_store(Path(home))
    log = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(log, f"{READY}\n".encode())
    for number in count(first):
        made = imported(store, number)
        with store.writing() as connection:
            added = store.add_match(made, connection=connection)
            if added.new:
                job = {"kind": "coach", "key": str(number), "args": {"match": added.match_id}}
                moment = {"ready_at": 0.0, "created_at": 0.0}
                connection.execute(insert(jobs).values(job | moment))
        os.write(log, f"{number}\n".encode())
        if number % 3 == 0:
            store.replace_match(added.match_id, made)
        if number % 5 == 0:
            store.add_match(imported(store, max(0, number - 4)))
