"""``python -m scripts.bench``: times everything in one run, beside what others take.

Exit status 1 if a target is missed.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from scripts.bench._candidates import Candidate, load
from scripts.bench._clock import Rounds, middle, race, ratio
from scripts.bench._command import folder_per_s, one_file_s
from scripts.bench._corpus import REPLAYS, chosen, is_3v3, valid
from scripts.bench._memory import Peak, peak
from scripts.bench._report import Goal, print_goals, print_peaks, print_times, worst

_OURS = (Candidate.COLUMNS, Candidate.ANALYSIS)
_JOBS = 2
_FOLDER = 60
_FOLDER_LAPS = 3

Peaks = dict[tuple[Path, Candidate], Peak]


def main() -> int:
    """Measures and prints."""
    options = _options()
    paths = options.replays or chosen()
    if not paths:
        sys.stderr.write(f"no replays in {REPLAYS}: name some, or set ROCKETTRAINER_REPLAYS\n")
        return 2
    candidates = list(Candidate) if find_spec("subtr_actor") else list(_OURS)
    if len(candidates) == len(_OURS):
        sys.stderr.write(
            "subtr-actor is not installed: only ours is timed (uv sync --group oracles).\n"
        )
    laps = [options.slow_rounds if c is Candidate.SUMMED else options.rounds for c in candidates]
    rounds = race({candidate: load(candidate) for candidate in candidates}, paths, laps)
    print_times(rounds, paths, candidates)
    peaks = {(path, c): peak(c, path) for c in candidates for path in paths}
    print_peaks(peaks, paths)
    goals = list(_goals(rounds, peaks, paths, options.rounds))
    print_goals(goals)
    return 0 if all(goal.met for goal in goals) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description=__doc__)
    parser.add_argument("replays", nargs="*", type=Path, help="by default some of the corpus")
    parser.add_argument("--rounds", type=int, default=5, help="rounds (default: 5)")
    parser.add_argument(
        "--slow-rounds", type=int, default=3, help="rounds with summed statistics (default: 3)"
    )
    return parser.parse_args()


def _goals(rounds: Rounds, peaks: Peaks, paths: Sequence[Path], laps: int) -> Iterator[Goal]:
    """Targets hold for the least favourable replay."""
    if (paths[0], Candidate.SUMMED) in rounds:
        yield from _beside_subtr(rounds, paths)
    if threes := [path for path in paths if is_3v3(path)]:
        cpu_s = worst(lambda path: middle(rounds[path, Candidate.ANALYSIS]).cpu_s, threes)
        yield Goal("full analysis of a 3v3, CPU", cpu_s, 0.15, "s")
    memory = worst(lambda path: peaks[path, Candidate.ANALYSIS].total_mb, paths)
    yield Goal("full analysis, peak memory with imports", memory, 150, "MB")
    if folder := valid(_FOLDER):
        name = f"rockettrainer analyze, {len(folder)} replays, {_JOBS} jobs"
        speed = folder_per_s(folder, _JOBS, _FOLDER_LAPS)
        yield Goal(name, speed, 15, "replays/s", at_least=True)
    yield Goal("rockettrainer analyze, one replay, wall", one_file_s(paths[0], laps), 1.5, "s")


def _beside_subtr(rounds: Rounds, paths: Sequence[Path]) -> Iterator[Goal]:
    def times(above: Candidate, below: Candidate, *, least: bool = False) -> float:
        return worst(lambda path: ratio(rounds, path, above, below), paths, least=least)

    columns = times(Candidate.COLUMNS, Candidate.BARE_DECODE)
    yield Goal("our columns / bare decode, CPU", columns, 3, "times")
    summed = times(Candidate.SUMMED, Candidate.ANALYSIS, least=True)
    yield Goal("summed statistics / our full analysis, CPU", summed, 30, "times", at_least=True)


if __name__ == "__main__":
    sys.exit(main())
