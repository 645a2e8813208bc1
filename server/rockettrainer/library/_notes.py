"""A file of notes: a JSON list a line, written line by line."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path


class Notes:
    """Notes that outlast a crash, which may tear the last one.

    Args:
        path: Of the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, note: Sequence[str | int], *, to_disk: bool = False) -> None:
        """Adds a note.

        Args:
            note: What to note.
            to_disk: Whether not even a power cut may lose it.
        """
        # A leading line break makes a line torn by a crash end there.
        with self._path.open("a", encoding="utf-8", errors="replace") as file:
            file.write(f"\n{json.dumps(note)}")
            if to_disk:
                file.flush()
                os.fsync(file.fileno())

    def read(self, *kinds: type) -> Iterator[tuple[str | int, ...]]:
        """All notes whose parts are of these kinds; others are torn, or none of ours."""
        if not self._path.is_file():
            return
        with self._path.open(encoding="utf-8", errors="replace") as file:
            for line in file:
                with suppress(ValueError, RecursionError):
                    note = json.loads(line)
                    if isinstance(note, list) and [type(part) for part in note] == list(kinds):
                        yield tuple(note)
