"""Uploads that wait to be read."""

import os
import secrets
import time
from collections.abc import Collection
from pathlib import Path
from typing import Final

_ABANDONED_S: Final = 3_600.0
"""A file without a job may be on its way to one, until it is so old."""


class Spool:
    """A folder of uploads, named after their content, so that no name comes from outside.

    Args:
        home: The data folder.
    """

    def __init__(self, home: Path) -> None:
        self._folder = home / "spool"

    def path(self, sha256: str) -> Path:
        """Where an upload is, or would be."""
        return self._folder / f"{sha256}.replay"

    def names(self) -> frozenset[str]:
        """SHA-256 of all uploads that are whole."""
        return frozenset(path.stem for path in self._folder.glob("*.replay"))

    def put(self, sha256: str, content: bytes) -> None:
        """Writes an upload; when it returns, a crash does not lose it."""
        path = self.path(sha256)
        if path.is_file():
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        _keep_name(self._folder)

    def remove(self, sha256: str) -> None:
        """Removes an upload, if it is there."""
        self.path(sha256).unlink(missing_ok=True)

    def sweep(self, wanted: Collection[str]) -> None:
        """Removes uploads that nobody will read, and what an interrupted write left.

        Args:
            wanted: Those that a job waits for.
        """
        oldest = time.time() - _ABANDONED_S
        for path in self._folder.glob("*"):
            if path.name.partition(".")[0] not in wanted and path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)


def _keep_name(folder: Path) -> None:
    """Makes a new name outlast a power cut. Windows has no way, and no need, to do so."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
