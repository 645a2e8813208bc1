"""What was measured, as tables."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from scripts.bench._candidates import Candidate
from scripts.bench._clock import Rounds, middle
from scripts.bench._corpus import label
from scripts.bench._memory import Peak

_WIDTH = 150


class Goal(NamedTuple):
    """A figure and what it should be."""

    name: str
    value: float
    target: float
    unit: str
    at_least: bool = False
    """Whether the target is a least value; else it is the greatest."""

    @property
    def met(self) -> bool:
        """Whether it is as it should be."""
        return self.value >= self.target if self.at_least else self.value <= self.target


def print_times(rounds: Rounds, paths: Sequence[Path], candidates: Sequence[Candidate]) -> None:
    """CPU and wall time of every candidate on every replay."""
    table = _table("Seconds, CPU / wall, median", ["", "rounds", *map(label, paths)])
    for candidate in candidates:
        cells = []
        for path in paths:
            took = middle(rounds[path, candidate])
            cells.append(f"{took.cpu_s:.3f} / {took.wall_s:.3f}")
        table.add_row(candidate, str(len(rounds[paths[0], candidate])), *cells)
    _print(table)


def print_peaks(peaks: Mapping[tuple[Path, Candidate], Peak], paths: Sequence[Path]) -> None:
    """Peak memory of every candidate on every replay."""
    table = _table("Peak memory, MB, fresh process", ["", "imports", *map(label, paths)])
    for candidate in dict.fromkeys(candidate for _, candidate in peaks):
        row = [peaks[path, candidate] for path in paths]
        imports = max(peak.imports_mb for peak in row)
        table.add_row(candidate, f"{imports:.0f}", *(f"{peak.total_mb:.0f}" for peak in row))
    _print(table)


def print_goals(goals: Sequence[Goal]) -> None:
    """Figures beside their targets."""
    table = _table("Targets", ["", "measured", "target", ""])
    for goal in goals:
        sign = "≥" if goal.at_least else "≤"
        table.add_row(
            goal.name,
            f"{goal.value:.3g} {goal.unit}".strip(),
            f"{sign} {goal.target:g} {goal.unit}".strip(),
            "ok" if goal.met else "MISS",
            style=None if goal.met else "red",
        )
    _print(table)


def worst(values: Callable[[Path], float], paths: Sequence[Path], *, least: bool = False) -> float:
    """The least favourable value over replays."""
    every = [values(path) for path in paths]
    return min(every) if least else max(every)


def _table(title: str, headings: Sequence[str]) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for index, heading in enumerate(headings):
        table.add_column(heading, justify="right" if index else "left", no_wrap=True)
    return table


def _print(table: Table) -> None:
    console = Console()
    console.width = max(console.width, _WIDTH)
    console.print(table)
    console.print()
