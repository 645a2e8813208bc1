"""Uploads to ballchasing.com, in the worker that downloads."""

from pathlib import Path

from rockettrainer.integrations.ballchasing import (
    BallchasingError,
    Client,
    Visibility,
    load_token,
)
from rockettrainer.jobs import JobFailure, Json, Task
from rockettrainer.library._service import failure
from rockettrainer.storage import Files, StoreError


def send_replay(args: Json, task: Task) -> Json:
    """Uploads a kept original; only its uploader sees it unless told otherwise.

    Args:
        args: ``home``, the data folder, ``sha256`` of the original, and ``visibility``.
        task: To report to.
    """
    task.progress(0.0, "uploading")
    try:
        content = Files(Path(args["home"])).read_replay(args["sha256"])
        with Client(load_token()) as client:
            sent = client.upload(content, Visibility(args["visibility"]))
    except BallchasingError as error:
        raise failure(error) from error
    except StoreError as error:
        raise JobFailure(error.kind, error.message, error.hint) from error
    return {"link": sent.link, "duplicate": sent.duplicate}
