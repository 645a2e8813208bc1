"""``python -m scripts.oracles.simulator``: our metrics against what a simulator knows.

RocketSim knows without looking at frames what our kernels read out of them: which pad a car took,
how much boost burnt, who is supersonic, how many wheels stand. The matches are kept 30 times a
second, as those of replays are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rockettrainer.features import analyse
from rockettrainer.match import Phase
from rockettrainer.sources.simulation import Game, Kind, Rules, Scene, lineup, match_of

SEEDS = (1, 2, 3)
EVERY_TICKS = 4
TICK_S = 1.0 / 120.0
ALLOWED = {
    "big_pads_collected": (0.0, 0.0),
    "small_pads_collected": (0.0, 0.0),
    "demolitions_inflicted": (0.0, 0.0),
    "demolitions_taken": (0.0, 0.0),
    "goals": (0.0, 0.0),
    "boost_used": (0.03, 3.0),
    "supersonic_s": (0.10, 1.5),
}
"""Relative and absolute. RocketSim's flag lasts a second below the speed at which it begins; our
time counts speeds. What is burnt in the frame of a pickup, 1.1 at most, is hidden behind the
pad's rise."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One metric over all players."""

    key: str
    truth: float
    """Mean of what the simulator says."""
    error: float
    """Mean absolute difference."""
    passes: bool


def compare(seconds: float = 120.0) -> list[Compared]:
    """Plays some matches and compares.

    Args:
        seconds: That each lasts.
    """
    pairs: dict[str, list[tuple[float, float]]] = {key: [] for key in ALLOWED}
    for seed in SEEDS:
        setup = lineup(2, seed, Rules(length_s=seconds, goal_replay_s=1.0))
        scenes = list(Game(setup).scenes())
        match = match_of(setup, scenes, EVERY_TICKS)
        minutes = _play_s(scenes) / 60.0
        for slot, measured in enumerate(analyse(match).players):
            ours = measured.metrics | {
                "boost_used": measured.metrics["boost_used_per_min"] * minutes
            }
            for key, truth in _truth(scenes, slot):
                pairs[key].append((truth, ours[key]))
    return [_compared(key, np.array(rows)) for key, rows in pairs.items()]


def _compared(key: str, rows: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> Compared:
    relative, absolute = ALLOWED[key]
    truth, ours = rows.T
    passes = bool((abs(ours - truth) <= absolute + relative * abs(truth)).all())
    return Compared(key, float(truth.mean()), float(abs(ours - truth).mean()), passes)


def _play_s(scenes: list[Scene]) -> float:
    return sum(scene.phase in (Phase.ACTIVE, Phase.GOAL) for scene in scenes) * TICK_S


def _truth(scenes: list[Scene], slot: int) -> Iterator[tuple[str, float]]:
    happened = [one for scene in scenes for one in scene.happened]
    pads = [one for one in happened if one.kind is Kind.PAD and one.player == slot]
    demolitions = [one for one in happened if one.kind is Kind.DEMOLITION]
    yield "big_pads_collected", sum(one.big for one in pads)
    yield "small_pads_collected", sum(not one.big for one in pads)
    yield "demolitions_inflicted", sum(one.player == slot for one in demolitions)
    yield "demolitions_taken", sum(one.other == slot for one in demolitions)
    yield "goals", sum(one.kind is Kind.GOAL and one.player == slot for one in happened)
    live = [scene for scene in scenes if scene.phase in (Phase.ACTIVE, Phase.GOAL)]
    yield "boost_used", sum(int(scene.cars["boosting"][slot]) for scene in live) * TICK_S * 100 / 3
    yield "supersonic_s", sum(int(scene.cars["supersonic"][slot]) for scene in live) * TICK_S


def main() -> int:
    """Prints a table for a page; exit status 1 if a metric fails."""
    compared = compare()
    print("| metric | simulator, mean | mean error | allowed | |\n|---|---:|---:|---|---|")
    for row in compared:
        relative, absolute = ALLOWED[row.key]
        allowed = f"{relative:.0%} + {absolute:g}" if relative or absolute else "exact"
        verdict = "ok" if row.passes else "fails"
        print(f"| `{row.key}` | {row.truth:.2f} | {row.error:.2f} | {allowed} | {verdict} |")
    return 0 if all(row.passes for row in compared) else 1


if __name__ == "__main__":
    raise SystemExit(main())
