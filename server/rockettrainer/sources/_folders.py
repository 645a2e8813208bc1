"""Where the game keeps its replays."""

from pathlib import Path

from rockettrainer.sources._places import user_folders


def replay_folders() -> tuple[Path, ...]:
    """The folders of saved replays that exist on this machine, likeliest first."""
    folders = (folder / "Demos" for folder in user_folders())
    return tuple(folder for folder in folders if folder.is_dir())


def newest_replay() -> Path | None:
    """The replay saved last; None where there is none."""
    files = [path for folder in replay_folders() for path in folder.rglob("*.replay")]
    return max(files, key=lambda path: path.stat().st_mtime, default=None)
