"""Downloads from ballchasing.com, in a worker of their own: they wait long and read nothing."""

import hashlib
from pathlib import Path

from rockettrainer.integrations.ballchasing import (
    BallchasingError,
    Client,
    Fault,
    Progress,
    Reference,
    ReferenceKind,
    collect,
    load_token,
)
from rockettrainer.jobs import JobFailure, Json, Task
from rockettrainer.library._spool import Spool


def fetch_replays(args: Json, task: Task) -> Json:
    """Downloads the replays of a reference to the spool; the server has them read.

    What was downloaded before a failure is not lost: only a reference of which there is nothing
    fails.

    Args:
        args: ``home``, the data folder, and the reference: ``what`` it names and its ``value``.
        task: To report to.
    """
    spool, found = Spool(Path(args["home"])), list[str]()
    lost = list[str]()
    try:
        reference = Reference(ReferenceKind(args["what"]), args["value"])
        with Client(load_token()) as client:
            told = _told(task)
            for replay in collect(client, reference, told, failed=lambda one, _: lost.append(one)):
                sha256 = hashlib.sha256(replay.content).hexdigest()
                spool.put(sha256, replay.content)
                found.append(sha256)
    except BallchasingError as error:
        if not found:
            again = error.kind in (Fault.RATE_LIMITED, Fault.UNAVAILABLE)
            raise JobFailure(error.kind, error.message, error.hint, retry=again) from error
        lost.append(error.message)
    return {"files": found, "lost": len(lost)}


def _told(task: Task) -> Progress:
    return lambda done, total, text: task.progress(done / max(total, 1), text)
