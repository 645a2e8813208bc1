"""The kinds of job, and what is stored when one is done."""

import dataclasses
from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection

from rockettrainer.jobs import Handler, Job, JobFailure, Json
from rockettrainer.library._names import name_of
from rockettrainer.library._records import record_of
from rockettrainer.storage import MatchRecord, Store, StoreError

IMPORT: Final = "import"
"""Of a file; the key is its SHA-256."""

REANALYSE: Final = "reanalyse"
"""Of a stored match, from its kept original."""

FETCH: Final = "ballchasing"
"""Of a reference on ballchasing.com; the key is the reference."""

SEND: Final = "ballchasing-upload"
"""Of a kept original to ballchasing.com; the key is its SHA-256 and who may see it."""

_FETCH_S: Final = 7 * 86_400.0
"""A player's thousands of replays take days: the service gives two hundred an hour."""

_SEND_S: Final = 2 * 3_600.0
"""An hour of waiting for the service's limits, and as much for a slow line."""

_WORK: Final = "rockettrainer.library._work"

PREPARE: Final = ("rockettrainer.features:prepare", _WORK)
"""What a worker does before its first job, so that the job is quick."""

Keep = Callable[[Connection, Job, MatchRecord], Json]


def handlers(store: Store) -> tuple[Handler, ...]:
    """How the jobs are done; their matches go to that store."""

    def add(connection: Connection, job: Job, record: MatchRecord) -> Json:
        if record.replay is None or record.replay.sha256 != job.key:
            raise JobFailure("bad_result", "the worker read another file")
        replay = dataclasses.replace(record.replay, name=name_of(job))
        named = dataclasses.replace(record, replay=replay)
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


SERVICE_HANDLERS: Final = (
    Handler(FETCH, "rockettrainer.library._fetch:fetch_replays", time_s=_FETCH_S),
    Handler(SEND, "rockettrainer.library._send:send_replay", time_s=_SEND_S),
)
"""How downloads and uploads are done."""


def _handler(kind: str, function: str, keep: Keep) -> Handler:
    def settle(connection: Connection, job: Job, result: Json | None) -> Json:
        record = record_of((result or {}).get("record"))
        try:
            return keep(connection, job, record)
        except StoreError as error:
            raise JobFailure(error.kind, error.message, error.hint, retry=True) from error

    return Handler(kind, f"{_WORK}:{function}", settle=settle)
