"""One server for each data folder, and where it is."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO


@dataclass(frozen=True, slots=True)
class Running:
    """A server that runs. Only the user's own programs can read this."""

    port: int
    token: str


@contextmanager
def only_server(home: Path) -> Iterator[bool]:
    """Holds the data folder; gives False if another server does."""
    with only_one(home / "server.lock") as held:
        yield held
        if held:
            (home / "server.json").unlink(missing_ok=True)


@contextmanager
def only_one(path: Path) -> Iterator[bool]:
    """Holds a file that only one program at a time may; gives False if another does.

    The system lets go of the lock when the process ends, however it does.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        yield _locked(file)


def announce(home: Path, running: Running) -> None:
    """Says where the server is, to nobody but the user."""
    write_private(home / "server.json", json.dumps(asdict(running)))


def write_private(path: Path, text: str) -> None:
    """Writes a file that only the user's own programs can read, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".part")
    temporary.unlink(missing_ok=True)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    temporary.replace(path)


def running_server(home: Path) -> Running | None:
    """Where the server is; None if none has said so."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads((home / "server.json").read_text(encoding="utf-8"))
        return Running(int(said["port"]), str(said["token"]))
    return None


def _locked(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 (only Windows has it)

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 (Windows has none)

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
