"""A folder of files named after their content."""

import hashlib
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rockettrainer.home import TEMPORARY, write_atomic
from rockettrainer.storage._errors import StoreError, Trouble, explained

ABANDONED_S: Final = 3_600.0
"""A file that no match refers to may belong to an import under way, until it is so old."""


@dataclass(frozen=True, slots=True)
class FrameFile:
    """The file of a match's frames and events."""

    sha256: str
    """Of the file, which is named after it."""
    format: int
    rows: int
    """Number of frames."""
    bytes: int


@dataclass(frozen=True, slots=True)
class ReplayFile:
    """An original, known by its content."""

    sha256: str
    """Of the replay as the game wrote it."""
    file_bytes: int
    packed_bytes: int | None
    """On disk, compressed; None if it is not kept."""
    name: str | None = None
    """Of the file when it was handed in, without its folder; None if it had none."""


class Blobs:
    """Files by the SHA-256 that names them, spread over 256 folders."""

    def __init__(self, root: Path, suffix: str) -> None:
        self._root = root
        self._suffix = suffix

    def path(self, sha256: str) -> Path:
        """Where a file is, or would be."""
        return self._root / sha256[:2] / f"{sha256}{self._suffix}"

    def has(self, sha256: str) -> bool:
        """Whether a file is there."""
        return self.path(sha256).is_file()

    def put(self, sha256: str, content: bytes) -> None:
        """Writes a file, unless it is there already."""
        path = self.path(sha256)
        with explained(self._root):
            if not path.is_file():
                write_atomic(path, content)

    def get(self, sha256: str) -> bytes:
        """Reads a file.

        Raises:
            StoreError: It is not there.
        """
        with explained(self._root):
            return self.path(sha256).read_bytes()

    def remove(self, sha256: str) -> None:
        """Removes a file, if it is there."""
        with explained(self._root):
            self.path(sha256).unlink(missing_ok=True)

    def all(self) -> Iterator[Path]:
        """All files, also what interrupted writing left."""
        yield from self._root.glob("*/*")


def abandoned(paths: Iterable[Path], known: Collection[str]) -> Iterator[Path]:
    """Files that nobody refers to, and what interrupted writing left.

    Args:
        paths: The files.
        known: Names, before the first dot, of those that are referred to.
    """
    oldest = time.time() - ABANDONED_S
    for path in paths:
        unknown = path.name.endswith(TEMPORARY) or path.name.partition(".")[0] not in known
        with suppress(FileNotFoundError):  # somebody else was quicker
            if unknown and path.stat().st_mtime < oldest:
                yield path


def check(content: bytes, sha256: str, what: str) -> None:
    """Compares content with the name it is known by."""
    if hashlib.sha256(content).hexdigest() != sha256:
        hint = "Analyse the replay again: that writes the file anew."
        raise StoreError(Trouble.DAMAGED, f"{what} {sha256[:12]} is damaged", hint)
