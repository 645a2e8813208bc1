"""``rockettrainer analyze``."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from rockettrainer.cli._failure import Failure, explain
from rockettrainer.cli._formats import FORMATS, Format
from rockettrainer.cli._progress import prepare_kernels, shown
from rockettrainer.cli._terminal import FAILED, complain
from rockettrainer.features import analyse
from rockettrainer.sources import newest_replay, read_replay, replay_folders


@dataclass(frozen=True, slots=True)
class _Result:
    path: Path
    text: str
    failure: Failure | None = None


def run(paths: Sequence[Path], form: str, out: Path | None, jobs: int | None) -> int:
    """Analyses replays and prints or writes them.

    Args:
        paths: Files and folders; the replay saved last if empty.
        form: A key of `FORMATS`.
        out: Folder to write to instead of printing.
        jobs: Replays at a time; None for one a processor.

    Returns:
        The exit status.
    """
    files = _files(paths)
    if not files:
        return complain(_nothing_found(paths))
    prepare_kernels()
    try:
        return _show_all(files, FORMATS[form], out, jobs or os.cpu_count() or 1)
    except OSError as error:
        if out is None:
            raise
        return complain(f"{out}: {error.strerror}. Name another folder.")


def _show_all(files: Sequence[Path], style: Format, out: Path | None, jobs: int) -> int:
    emit = _writer(files, out, style) if out else _print
    failed = False
    for result in shown(_results(files, style, jobs), len(files)):
        if result.failure:
            failed = True
            complain(f"{result.path}: {result.failure.line}")
        emit(result)
    return FAILED if failed else 0


def _files(paths: Sequence[Path]) -> list[Path]:
    if not paths:
        newest = newest_replay()
        return [newest] if newest else []
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*.replay")) if path.is_dir() else [path]
        found.update(dict.fromkeys(inside))
    return list(found)


def _nothing_found(paths: Sequence[Path]) -> str:
    if paths:
        return f"no .replay file in {', '.join(map(str, paths))}; name a file, or another folder"
    folders = ", ".join(map(str, replay_folders()))
    where = f"no replay in {folders}" if folders else "the game's replay folder is not here"
    return f"{where}; name a replay: rockettrainer analyze path/to/match.replay"


def _results(files: Sequence[Path], style: Format, jobs: int) -> Iterator[_Result]:
    """Results as they come; threads serve, for decoding and kernels run without the lock."""
    with ThreadPoolExecutor(max_workers=min(jobs, len(files))) as pool:
        try:
            # Nothing else holds the futures, so that a result that was shown is given up.
            for future in as_completed([pool.submit(_result, path, style) for path in files]):
                yield future.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _result(path: Path, style: Format) -> _Result:
    try:
        match = read_replay(path)
        return _Result(path, style.render(path, match, analyse(match)))
    except (ValueError, OSError, MemoryError) as error:
        failure = explain(error)
        return _Result(path, style.render_failure(path, failure), failure)


def _print(result: _Result) -> None:
    if result.text:
        sys.stdout.write(result.text + "\n")
        sys.stdout.flush()


def _writer(files: Sequence[Path], out: Path, style: Format) -> Callable[[_Result], None]:
    """Writes each result under a name of its own."""
    out.mkdir(parents=True, exist_ok=True)
    names = _names(files)

    def write(result: _Result) -> None:
        if result.text:
            target = out / (names[result.path] + style.suffix)
            target.write_text(result.text + "\n", encoding="utf-8")

    return write


def _names(files: Sequence[Path]) -> dict[Path, str]:
    """Files of one name, whatever its case, are told apart by a number."""
    names: dict[Path, str] = {}
    taken: set[str] = set()
    for path in files:
        name, number = path.stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{path.stem}-{number}"
        taken.add(name.casefold())
        names[path] = name
    return names
