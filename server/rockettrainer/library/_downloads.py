"""Which replays came from ballchasing.com."""

import json
import os
from pathlib import Path


class Downloads:
    """A line for each replay that was downloaded, so that none is downloaded twice.

    The one worker that downloads writes it, once the replay is in the spool; the server reads it.

    Args:
        home: The data folder.
    """

    def __init__(self, home: Path) -> None:
        self._path = home / "ballchasing.jsonl"

    def add(self, replay_id: str, sha256: str) -> None:
        """Notes a replay; when this returns, a crash does not lose the note."""
        # A leading line break makes a line torn by a crash end there.
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"\n{json.dumps([replay_id, sha256])}")
            file.flush()
            os.fsync(file.fileno())

    def all(self) -> dict[str, str]:
        """SHA-256 of each replay, by its id there."""
        found: dict[str, str] = {}
        if not self._path.is_file():
            return found
        for line in self._path.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                replay_id, sha256 = json.loads(line)
            except ValueError:  # torn by a crash
                continue
            found[str(replay_id)] = str(sha256)
        return found
