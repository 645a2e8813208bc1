"""``rockettrainer watch``."""

import sys
from pathlib import Path
from queue import SimpleQueue

from rich.console import Console
from rich.markup import escape

from rockettrainer.cli._terminal import FAILED, complain, plain
from rockettrainer.jobs import State
from rockettrainer.library import (
    Folders,
    Hashes,
    ImportProgress,
    JobNews,
    Library,
    MatchAdded,
    News,
    Watcher,
)
from rockettrainer.storage import MatchSummary, StoreError


def run(folder: Path | None) -> int:
    """Imports what is in a folder and what comes, and says so, until Ctrl-C.

    Args:
        folder: Of replays; None for the game's own.

    Returns:
        The exit status.
    """
    news: SimpleQueue[News] = SimpleQueue()
    try:
        with Library() as library:
            library.subscribe(news.put)
            found = Folders(library.store)
            folders = found if folder is None else lambda: (folder,)
            _announce(tuple(folders()))
            hashes = Hashes(library.home / "hashes.jsonl")
            watcher = Watcher(folders, hashes, library.add_files)
            watcher.start()
            try:
                _show(library, news)
            except KeyboardInterrupt:
                return 0
            finally:
                watcher.stop()
    except StoreError as error:
        complain(f"{error.message}. {error.hint}")
    return FAILED


def _announce(folders: tuple[Path, ...]) -> None:
    where = ", ".join(map(str, folders)) or "the game's folder, once it is there"
    sys.stderr.write(f"Watching {where}. Ctrl-C ends it.\n")


def _show(library: Library, news: SimpleQueue[News]) -> None:
    with Console(stderr=True).status("") as status:
        while True:
            match news.get():
                case MatchAdded(match_id):
                    if (match := library.store.match(match_id)) is not None:
                        status.console.print(escape(_line(match.summary)), highlight=False)
                case JobNews(job) if job.state is State.DEAD and job.error is not None:
                    name = Path(job.args.get("path", "upload")).name
                    told = plain(f"{name}: {job.error.message}. {job.error.hint}")
                    status.console.print(escape(told), style="red", highlight=False)
                case ImportProgress(done, total, _):
                    status.update(f"{done} of {total}" if done < total else "waiting for replays")
                case _:
                    pass


def _line(match: MatchSummary) -> str:
    score = f"{match.score[0]}:{match.score[1]}" if match.score else "no score"
    result = f" {match.result.value}" if match.result else ""
    names = ", ".join(plain(seat.name) for seat in match.players)
    return f"{match.id}: {match.playlist_key or 'unknown playlist'} {score}{result} ({names})"
