"""One server for each data folder, and where it is."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Final

from rockettrainer.home._atomic import write_atomic
from rockettrainer.home._folder import HomeError, make_home

USUAL_PORT: Final = 8787
"""Where a server listens, unless another program has that."""


@dataclass(frozen=True, slots=True)
class Running:
    """A server that runs. Only the user's own programs can read this."""

    port: int
    token: str


@contextmanager
def only_server(home: Path) -> Iterator[bool]:
    """Holds the data folder; gives False if another server does.

    Raises:
        HomeError: It cannot be used.
    """
    with only_one(home / "server.lock") as held:
        try:
            yield held
        finally:
            if held:
                (home / "server.json").unlink(missing_ok=True)


@contextmanager
def only_one(path: Path) -> Iterator[bool]:
    """Holds a file that only one program at a time may; gives False if another does.

    The system lets go of the lock when the process ends, however it does.

    Raises:
        HomeError: There can be no such file.
    """
    make_home(path.parent)
    with _opened(path) as file:
        yield _locked(file)


def announce(home: Path, running: Running) -> None:
    """Says where the server is, to nobody but the user."""
    said = json.dumps(asdict(running)).encode()
    write_atomic(home / "server.json", said, private=True)


def running_server(home: Path) -> Running | None:
    """Where the server is; None if none has said so."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads((home / "server.json").read_text(encoding="utf-8"))
        return Running(int(said["port"]), str(said["token"]))
    return None


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("a+b")
    except OSError as error:
        raise HomeError(f"{path} cannot be written: {error.strerror}") from error


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
