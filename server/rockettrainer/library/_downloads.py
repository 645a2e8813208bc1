"""Which replays came from ballchasing.com."""

from pathlib import Path

from rockettrainer.library._notes import Notes


class Downloads:
    """A note for each replay that was downloaded, so that none is downloaded twice.

    The one worker that downloads writes them, once the replay is in the spool; the server reads.

    Args:
        home: The data folder.
    """

    def __init__(self, home: Path) -> None:
        self._notes = Notes(home / "ballchasing.jsonl")

    def add(self, replay_id: str, sha256: str) -> None:
        """Notes a replay; when this returns, a crash does not lose the note."""
        self._notes.add([replay_id, sha256], to_disk=True)

    def all(self) -> dict[str, str]:
        """SHA-256 of each replay, by its id there."""
        return {str(replay_id): str(sha256) for replay_id, sha256 in self._notes.read(str, str)}
