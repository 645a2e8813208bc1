"""What a plugin sent, on disk: a server that is killed in a match reads it again and goes on.

A journal is a file of records, one a message: kind and length, checksum, the message as it came.
Writing is buffered and flushed to the system at least once a second, so that a crash of the server
loses nothing that was acknowledged; a power cut may lose the last seconds.
"""

import logging
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import BinaryIO, Final

_log = logging.getLogger(__name__)

SUFFIX: Final = ".journal"
LARGEST_BYTES: Final = 512 << 20
"""An hour of eight cars. After that only events are written."""
FLUSH_S: Final = 1.0
_MAGIC: Final = b"RTJ1"
_RECORD: Final = struct.Struct("<BII")
_LONGEST: Final = 1 << 20
"""More than any message may have."""
_BUFFER: Final = 256 << 10


class Entry(IntEnum):
    """The kind of a record."""

    ABOUT = 1
    """Whose journal it is: JSON."""
    TEXT = 2
    TICKS = 3


_KINDS: Final = frozenset(map(int, Entry))


@dataclass(frozen=True, slots=True)
class Record:
    """A message as it came."""

    kind: Entry
    content: bytes


class Journal:
    """Appends to a journal. What cannot be written is said once and not tried again.

    Args:
        path: The file; goes on where one is there.
        about: Whose it is, for a new one.
        clock: Steady seconds.
    """

    def __init__(
        self, path: Path, about: bytes, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.path = path
        self.failure: str | None = None
        """Why nothing is written any more, for a person."""
        self._clock = clock
        self._flushed = clock()
        self._file: BinaryIO | None = None
        self._size = 0
        self._guarded(self._open, about)

    @property
    def is_due(self) -> bool:
        """Whether it is time to flush."""
        return self._clock() - self._flushed >= FLUSH_S

    def append(self, kind: Entry, content: bytes) -> None:
        """Writes a message down; ticks only as long as there is room for them."""
        if self._file is None or (kind is Entry.TICKS and self._size > LARGEST_BYTES):
            return
        head = _RECORD.pack(kind, len(content), zlib.crc32(content))
        self._size += len(head) + len(content)
        self._guarded(self._file.write, head + content)

    def flush(self) -> None:
        """Hands to the system what was written."""
        self._flushed = self._clock()
        if self._file is not None:
            self._guarded(self._file.flush)

    def close(self) -> None:
        """Ends writing; the file stays."""
        file, self._file = self._file, None
        if file is not None:
            self._guarded(file.close)

    def remove(self) -> None:
        """Ends writing and removes the file."""
        self.close()
        self.path.unlink(missing_ok=True)

    def _open(self, about: bytes) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        whole = whole_bytes(self.path)
        file = self.path.open("r+b" if whole else "wb", buffering=_BUFFER)
        self._file = file
        if whole:  # what a crash tore off goes
            file.truncate(whole)
            file.seek(whole)
            self._size = whole
            return
        file.write(_MAGIC)
        self.append(Entry.ABOUT, about)

    def _guarded(self, work: Callable[..., object], *arguments: bytes) -> None:
        try:
            work(*arguments)
        except OSError as error:
            self._file = None
            self.failure = error.strerror or "the disk refuses"
            _log.warning("the session cannot be written to %s: %s", self.path, self.failure)


def read_journal(path: Path) -> Iterator[Record]:
    """The records of a journal, up to its end or to the first damage."""
    try:
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                return
            while len(head := file.read(_RECORD.size)) == _RECORD.size:
                kind, length, checksum = _RECORD.unpack(head)
                if length > _LONGEST or kind not in _KINDS:
                    return
                content = file.read(length)
                if len(content) < length or zlib.crc32(content) != checksum:
                    return
                yield Record(Entry(kind), content)
    except OSError as error:
        _log.warning("%s cannot be read: %s", path, error)


def whole_bytes(path: Path) -> int:
    """Length of a journal's sound part; 0 if there is none."""
    if not path.is_file():
        return 0
    lengths = [_RECORD.size + len(record.content) for record in read_journal(path)]
    return len(_MAGIC) + sum(lengths) if lengths else 0
