"""Downloads from ballchasing.com, in a worker of their own: they wait long and read nothing."""

import hashlib
from pathlib import Path

from rockettrainer.integrations.ballchasing import (
    BallchasingError,
    Client,
    Progress,
    Reference,
    ReferenceKind,
    collect,
    load_token,
)
from rockettrainer.jobs import Json, Task
from rockettrainer.library._downloads import Downloads
from rockettrainer.library._service import failure
from rockettrainer.library._spool import Spool


def fetch_replays(args: Json, task: Task) -> Json:
    """Downloads the replays of a reference to the spool; the server has each of them read.

    One that was downloaded before is left out, unless it was asked for by its own name: so a
    download that was interrupted goes on where it was, and the same player can be asked for
    again next week.

    Args:
        args: ``home``, the data folder, and the reference: ``what`` it names and its ``value``.
        task: To report to.
    """
    home = Path(args["home"])
    spool, downloads, lost = Spool(home), Downloads(home), list[str]()
    known, count = downloads.all(), 0
    try:
        reference = Reference(ReferenceKind(args["what"]), args["value"])
        alone = reference.kind is ReferenceKind.REPLAY
        with Client(load_token()) as client:
            for replay in collect(
                client,
                reference,
                _told(task),
                has=lambda listed: not alone and listed.id in known,
                failed=lambda replay_id, _: lost.append(replay_id),
            ):
                sha256 = hashlib.sha256(replay.content).hexdigest()
                spool.put(sha256, replay.content)
                downloads.add(replay.id, sha256)
                count += 1
    except BallchasingError as error:
        raise failure(error) from error
    return {"files": count, "lost": len(lost)}


def _told(task: Task) -> Progress:
    return lambda done, total, text: task.progress(done / max(total, 1), text)
