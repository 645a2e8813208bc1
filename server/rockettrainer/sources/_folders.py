"""Where the game keeps its replays."""

from contextlib import suppress
from pathlib import Path

from rockettrainer.sources._places import user_folders
from rockettrainer.sources._system import System, existing


def replay_folders(system: System | None = None) -> tuple[Path, ...]:
    """The folders of saved replays that exist, likeliest first.

    Args:
        system: Where to look; this one by default.
    """
    return existing(folder / "Demos" for folder in user_folders(system))


def newest_replay() -> Path | None:
    """The replay saved last on this machine; None where there is none."""
    saved: dict[Path, float] = {}
    for folder in replay_folders():
        for path in folder.rglob("*.replay"):
            with suppress(OSError):  # deleted just now
                saved[path] = path.stat().st_mtime
    return max(saved, key=saved.__getitem__, default=None)
