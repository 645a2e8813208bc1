"""Replay files on disk: whether they are whole, and what they contain."""

import hashlib
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rockettrainer.library._notes import Notes

SUFFIX: Final = ".replay"
_LENGTH: Final = struct.Struct("<I")
_SUMS: Final = 8
"""A length and a checksum stand before each of a replay's two parts."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What changes when a file is written to."""

    size: int
    modified_ns: int


def stamp_of(path: Path) -> Stamp | None:
    """The file's stamp; None if it is not there, or not a file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns) if path.is_file() else None


def is_whole(path: Path) -> bool:
    """Whether all of a replay has been written, by the lengths of its two parts."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = _SUMS + _length(file.read(_LENGTH.size))
            if size < head + _SUMS:
                return False
            file.seek(head)
            return size >= head + _SUMS + _length(file.read(_LENGTH.size))
    except (OSError, struct.error):
        return False


def _length(raw: bytes) -> int:
    return int(_LENGTH.unpack(raw)[0])


class Hashes:
    """Remembers the content of files, so that each is read once and not at every start.

    Args:
        path: Of the memory: a note a file, the last one counts.
    """

    def __init__(self, path: Path) -> None:
        self._notes = Notes(path)
        self._known = {
            str(name): (int(size), int(modified_ns), str(digest))
            for name, size, modified_ns, digest in self._notes.read(str, int, int, str)
        }

    def of(self, path: Path, stamp: Stamp) -> str:
        """SHA-256 of a file.

        Raises:
            OSError: It cannot be read.
        """
        known = self._known.get(str(path))
        if known is not None and known[:2] == (stamp.size, stamp.modified_ns):
            return known[2]
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        self._known[str(path)] = (stamp.size, stamp.modified_ns, digest)
        self._notes.add([str(path), stamp.size, stamp.modified_ns, digest])
        return digest
