"""What worker processes do: the only place where a replay is read."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from rockettrainer.features import analyse
from rockettrainer.jobs import JobFailure, Json, Task
from rockettrainer.library._records import record_text
from rockettrainer.library._spool import Spool
from rockettrainer.sources import LARGEST_REPLAY_BYTES, ReplayError, read_replay
from rockettrainer.storage import Files, MatchRecord, StoreError, Trouble

_PASSING: Final = (Trouble.LOCKED, Trouble.FULL_DISK, Trouble.BROKEN_DISK)


def import_replay(args: Json, task: Task) -> Json:
    """Reads a replay, measures it, and writes its files; the server stores the rest.

    Args:
        args: ``home``, the data folder, and ``path`` of a file that was not uploaded.
        task: Its key is the SHA-256 of the file.
    """
    home = Path(args["home"])
    with _explained():
        content = _content(home, task.key, args.get("path"))
        return _measured(home, content, task)


def reanalyse_replay(args: Json, task: Task) -> Json:
    """The same for a kept original.

    Args:
        args: ``home`` and the ``sha256`` of the original.
        task: To report to.
    """
    home = Path(args["home"])
    with _explained():
        return _measured(home, Files(home).read_replay(args["sha256"]), task)


def _content(home: Path, sha256: str, path: str | None) -> bytes:
    """The upload if there is one, else the file where it was found."""
    spooled = Spool(home).path(sha256)
    source = spooled if path is None or spooled.is_file() else Path(path)
    if source.stat().st_size > LARGEST_REPLAY_BYTES:
        raise JobFailure("too_large", "the file is larger than any replay", "Is it a replay?")
    content = source.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        hint = "It is imported as it is now, under another number."
        raise JobFailure("changed", "the file was written to meanwhile", hint)
    return content


def _measured(home: Path, content: bytes, task: Task) -> Json:
    task.progress(0.05, "reading")
    match = read_replay(content)
    task.progress(0.4, "measuring")
    analysis = analyse(match)
    task.progress(0.7, "storing")
    files = Files(home)
    record = MatchRecord.of(
        match, analysis, replay=files.write_replay(content), frames=files.write_frames(match)
    )
    return {"record": record_text(record)}


@contextmanager
def _explained() -> Iterator[None]:
    """Says what is wrong with a file, so that no attempt is wasted on it."""
    try:
        yield
    except ReplayError as error:
        raise JobFailure(error.kind, str(error), error.hint) from error
    except StoreError as error:
        again = error.kind in _PASSING
        raise JobFailure(error.kind, error.message, error.hint, retry=again) from error
    except FileNotFoundError as error:
        raise JobFailure("not_found", "the file is gone", "Upload it, or put it back.") from error
    except OSError as error:
        reason = error.strerror or "the file cannot be read"
        raise JobFailure("not_readable", reason, "Check the disk.", retry=True) from error
