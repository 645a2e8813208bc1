"""Files that are there whole or not at all, also after a power cut."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

TEMPORARY: Final = ".part"
"""Ending of files that are being written; left over, they are rubbish."""


def write_atomic(path: Path, content: bytes, *, private: bool = False) -> None:
    """Writes a file under its name only once all of it is on the disk.

    Args:
        path: Of the file.
        content: What is to be in it.
        private: Whether only the user's own programs may read it.
    """
    opener = _for_the_user if private else None
    with replacing(path) as temporary, open(temporary, "xb", opener=opener) as file:
        file.write(content)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A name to write to, which takes the place of ``path`` if nothing fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.urandom(4).hex()}{TEMPORARY}")
    try:
        yield temporary
        _to_disk(temporary)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _folder_to_disk(path.parent)


def _for_the_user(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _to_disk(path: Path) -> None:
    # Windows refuses to flush what was opened for reading.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _folder_to_disk(folder: Path) -> None:
    """Makes a new name last. Windows has no way, and no need, to do so."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
