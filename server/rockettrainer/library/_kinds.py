"""The kinds of job, and what is stored when one is done."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from rockettrainer.jobs import Handler, Job, JobFailure, JobQueue, Json
from rockettrainer.library._names import name_of
from rockettrainer.library._records import record_of
from rockettrainer.storage import MatchRecord, Store, StoreError

IMPORT: Final = "import"
"""Of a file; the key is its SHA-256."""

REANALYSE: Final = "reanalyse"
"""Of a stored match, from its kept original."""

FETCH: Final = "ballchasing"
"""Of a reference on ballchasing.com; the key is the reference."""

_FETCH_S: Final = 6 * 3_600.0
"""An hour's worth of waiting for each two hundred replays."""

_WORK: Final = "rockettrainer.library._work"

PREPARE: Final = ("rockettrainer.features:prepare", _WORK)
"""What a worker does before its first job, so that the job is quick."""

_SHA256: Final = re.compile(r"[0-9a-f]{64}")

Keep = Callable[[Connection, Job, MatchRecord], Json]


def handlers(store: Store) -> tuple[Handler, ...]:
    """How the jobs are done; their matches go to that store."""

    def add(connection: Connection, job: Job, record: MatchRecord) -> Json:
        if record.replay is None or record.replay.sha256 != job.key:
            raise JobFailure("bad_result", "the worker read another file")
        named = replace(record, replay=replace(record.replay, name=name_of(job)))
        added = store.add_match(named, connection=connection)
        return {"match_id": added.match_id, "new": added.new}

    def replace(connection: Connection, job: Job, record: MatchRecord) -> Json:
        match_id = int(job.args["match_id"])
        if not store.replace_match(match_id, record, connection=connection):
            raise JobFailure("not_found", "the match was deleted meanwhile")
        return {"match_id": match_id, "new": False}

    return (
        _handler(IMPORT, "import_replay", add),
        _handler(REANALYSE, "reanalyse_replay", replace),
    )


def fetch_handler(home: Path, queue: JobQueue) -> Handler:
    """How downloads are done; what they bring is queued in the moment that they are."""

    def settle(connection: Connection, _job: Job, result: Json | None) -> Json:
        found = [name for name in (result or {}).get("files", []) if _SHA256.fullmatch(str(name))]
        for sha256 in found:
            queue.enqueue(IMPORT, sha256, {"home": str(home)}, connection=connection)
        return {"files": len(found), "lost": int((result or {}).get("lost", 0))}

    function = "rockettrainer.library._fetch:fetch_replays"
    return Handler(FETCH, function, time_s=_FETCH_S, settle=settle)


def _handler(kind: str, function: str, keep: Keep) -> Handler:
    def settle(connection: Connection, job: Job, result: Json | None) -> Json:
        record = record_of((result or {}).get("record"))
        try:
            return keep(connection, job, record)
        except StoreError as error:
            raise JobFailure(error.kind, error.message, error.hint, retry=True) from error

    return Handler(kind, f"{_WORK}:{function}", settle=settle)
