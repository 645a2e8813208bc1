"""The files beside the database."""

from pathlib import Path

from rockettrainer.match import Events, Frames, Match
from rockettrainer.storage._blobs import Blobs, FrameFile, ReplayFile
from rockettrainer.storage._frame_files import read_frames, write_frames
from rockettrainer.storage._replay_files import describe_replay, read_replay_file, write_replay


class Files:
    """Frames and originals, named after their content.

    A file is written before the match that refers to it: a crash between the two leaves a file
    that nobody needs, never a match without its file.
    """

    def __init__(self, home: Path) -> None:
        self.frames = Blobs(home / "frames", ".parquet")
        self.replays = Blobs(home / "replays", ".replay.zst")

    def write_frames(self, match: Match) -> FrameFile:
        """Writes the frames and events of a match."""
        return write_frames(self.frames, match)

    def read_frames(self, sha256: str) -> tuple[Frames, Events]:
        """Reads frames and events as they were.

        Raises:
            StoreError: The file is missing or damaged.
        """
        return read_frames(self.frames, sha256)

    def write_replay(self, content: bytes, *, keep: bool = True) -> ReplayFile:
        """Keeps an original, compressed; or only says what identifies it."""
        return write_replay(self.replays, content) if keep else describe_replay(content)

    def read_replay(self, sha256: str) -> bytes:
        """Reads an original as the game wrote it.

        Raises:
            StoreError: It is not kept any more, or damaged.
        """
        return read_replay_file(self.replays, sha256)
