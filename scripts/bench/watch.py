"""``python -m scripts.bench.watch``: from a replay's being complete to its being handed in.

Exit status 1 if the target is missed.
"""

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue
from unittest.mock import patch

from rockettrainer.library import FoundFile, Hashes, Watcher, _watcher
from scripts.bench._report import Goal, print_goals
from tests.support.replays import replay

_PARTS = 5
_PAUSE_S = 0.15
_LONGEST_S = 60.0


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.watch", description=__doc__)
    parser.add_argument("--files", type=int, default=20)
    files = parser.parse_args().files
    goals = [Goal("noticed, the slowest", max(_delays(files)), 2.0, "s")]
    with patch.object(_watcher, "needs_polling", lambda _: True):
        goals.append(Goal("polled, the slowest", max(_delays(files)), 2.0, "s"))
    print_goals(goals)
    return 0 if all(goal.met for goal in goals) else 1


def _delays(files: int) -> list[float]:
    """Seconds that each of some files took, one after the other."""
    handed: SimpleQueue[float] = SimpleQueue()

    def add(found: Sequence[FoundFile], _priority: int) -> int:
        for _ in found:
            handed.put(time.monotonic())
        return len(found)

    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "Demos")
        folder.mkdir()
        watcher = Watcher(lambda: [folder], Hashes(Path(home, "hashes")), add)
        watcher.start()
        watcher.wait_until_scanned(_LONGEST_S)
        delays = []
        for number in range(files):
            complete = _write_slowly(folder / f"{number}.replay", replay(number))
            delays.append(handed.get(timeout=_LONGEST_S) - complete)
        watcher.stop()
    return delays


def _write_slowly(path: Path, content: bytes) -> float:
    """Writes as the game does, piece by piece; gives when it was done."""
    size = -(-len(content) // _PARTS)
    with path.open("wb") as file:
        for start in range(0, len(content), size):
            time.sleep(_PAUSE_S)
            file.write(content[start : start + size])
            file.flush()
        return time.monotonic()


if __name__ == "__main__":
    raise SystemExit(main())
