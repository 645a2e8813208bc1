"""Timing side by side: every candidate once a round, so that noise hits all alike."""

import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from scripts.bench._candidates import Call, Candidate


class Took(NamedTuple):
    """Seconds of one call."""

    cpu_s: float
    wall_s: float


Rounds = Mapping[tuple[Path, Candidate], Sequence[Took]]


def race(calls: Mapping[Candidate, Call], paths: Sequence[Path], laps: Sequence[int]) -> Rounds:
    """Times the candidates.

    Args:
        calls: By candidate.
        paths: Replays.
        laps: Times that each of the candidates is called on each replay.
    """
    for call in list(calls.values())[: -1 if Candidate.SUMMED in calls else None]:
        call(str(paths[0]))  # Caches fill, kernels load.
    rounds: dict[tuple[Path, Candidate], list[Took]] = defaultdict(list)
    for lap in range(max(laps)):
        for path in paths:
            for (candidate, call), most in zip(calls.items(), laps, strict=True):
                if lap < most:
                    rounds[path, candidate].append(_timed(call, str(path)))
    return rounds


def middle(took: Sequence[Took]) -> Took:
    """Medians."""
    return Took(median(each.cpu_s for each in took), median(each.wall_s for each in took))


def ratio(rounds: Rounds, path: Path, above: Candidate, below: Candidate) -> float:
    """How many times the CPU time of another a candidate takes: median of the common rounds."""
    pairs = zip(rounds[path, above], rounds[path, below], strict=False)
    return median(mine.cpu_s / other.cpu_s for mine, other in pairs)


def _timed(call: Call, path: str) -> Took:
    wall, cpu = time.perf_counter(), time.process_time()
    call(path)
    return Took(time.process_time() - cpu, time.perf_counter() - wall)
