"""Names of files, as far as they are shown."""

from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, Final

from rockettrainer.jobs import Job

_LONGEST: Final = 120


def shown_name(given: str | None) -> str | None:
    """The last part of a path of any system, of bounded length; None if there is none.

    It comes from whoever sends the file, and is never used as a path.
    """
    last = PurePosixPath(PureWindowsPath(given or "").name).name
    plain = "".join(sign for sign in last if sign.isprintable()).strip()
    return plain[:_LONGEST] or None


def name_of(job: Job) -> str | None:
    """What the file of an import is called; None where it has no name."""
    said: Any = job.args.get("name") or job.args.get("path")
    return shown_name(said) if isinstance(said, str) else None
