"""The command line, timed from outside as a person would."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

_COMMAND = [sys.executable, "-c", "from rockettrainer.cli import main; main()", "analyze"]


def one_file_s(path: Path, laps: int) -> float:
    """Wall seconds from start to exit for one replay, median; caches are warm."""
    _run([str(path)])
    return median(_run([str(path)]) for _ in range(laps))


def folder_per_s(paths: Sequence[Path], jobs: int, laps: int) -> float:
    """Replays a second over a folder of copies, written as JSON; median."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "replays"
        source.mkdir()
        for path in paths:
            shutil.copy(path, source)
        options = ["--jobs", str(jobs), "--format", "json", "--out", f"{folder}/out"]
        seconds = median(_run([str(source), *options]) for _ in range(laps))
        written = len(list(Path(folder, "out").iterdir()))
    if written != len(paths):
        raise RuntimeError(f"{written} of {len(paths)} replays were analysed")
    return len(paths) / seconds


def _run(arguments: Sequence[str]) -> float:
    started = time.perf_counter()
    result = subprocess.run(
        [*_COMMAND, *arguments], check=False, capture_output=True, encoding="utf-8"
    )
    seconds = time.perf_counter() - started
    if result.returncode:
        raise RuntimeError(f"rockettrainer analyze failed: {result.stderr.strip()}")
    return seconds
