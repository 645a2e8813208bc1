"""Uploads that wait to be read."""

from collections.abc import Collection
from pathlib import Path

from rockettrainer.home import write_atomic
from rockettrainer.storage import abandoned


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
        if not path.is_file():
            write_atomic(path, content)

    def remove(self, sha256: str) -> None:
        """Removes an upload, if it is there."""
        self.path(sha256).unlink(missing_ok=True)

    def sweep(self, wanted: Collection[str]) -> None:
        """Removes uploads that nobody will read, and what an interrupted write left.

        Args:
            wanted: Those that a job waits for.
        """
        for path in abandoned(self._folder.glob("*"), wanted):
            path.unlink(missing_ok=True)
