"""Where the game keeps its replays."""

import os
from collections.abc import Iterator
from pathlib import Path

_DEMOS = Path("My Games/Rocket League/TAGame/Demos")
_STEAM_APP = "252950"


def replay_folders() -> tuple[Path, ...]:
    """The folders of saved replays that exist on this machine, likeliest first."""
    return tuple(dict.fromkeys(folder for folder in _candidates() if folder.is_dir()))


def newest_replay() -> Path | None:
    """The replay saved last; None where there is none."""
    files = [path for folder in replay_folders() for path in folder.rglob("*.replay")]
    return max(files, key=lambda path: path.stat().st_mtime, default=None)


def _candidates() -> Iterator[Path]:
    home = Path.home()
    documents = [home / "Documents"]
    roots = (
        os.environ.get(name) for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
    )
    documents.extend(Path(root) / "Documents" for root in roots if root)
    for folder in documents:
        yield folder / _DEMOS
    yield home / ".local/share/Rocket League/TAGame/Demos"
    for steam in (home / ".steam/steam", home / ".local/share/Steam"):
        prefix = steam / "steamapps/compatdata" / _STEAM_APP / "pfx/drive_c/users/steamuser"
        yield prefix / "Documents" / _DEMOS
        yield prefix / "My Documents" / _DEMOS
