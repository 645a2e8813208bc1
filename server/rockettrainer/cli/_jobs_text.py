"""Jobs to read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rockettrainer.cli._terminal import plain
from rockettrainer.jobs import Job, State

_KEY_WIDTH = 16
"""Keys begin with a hash, of which so much tells enough."""


def jobs_json(jobs: Sequence[Job]) -> Iterator[str]:
    """One object a line."""
    for job in jobs:
        yield json.dumps(asdict(job), ensure_ascii=False)


def jobs_table(jobs: Sequence[Job], counts: Mapping[State, int]) -> str:
    """A row a job, and how many there are of each state."""
    table = Table("Job", "Kind", "About", "State", "Attempts", "Added", "Why not", expand=True)
    for job in jobs:
        table.add_row(*(Text(plain(cell)) for cell in _cells(job)))
    out = StringIO()
    console = Console(file=out, width=max(Console().width, 100))
    console.print(table)
    console.print(" · ".join(f"{count} {state}" for state, count in counts.items()))
    if counts[State.DEAD]:
        console.print("To try those that are dead again: rockettrainer jobs retry --dead")
    return out.getvalue().rstrip("\n")


def _cells(job: Job) -> tuple[str, ...]:
    added = datetime.fromtimestamp(job.created_at, UTC).astimezone()
    why = job.error
    return (
        str(job.id),
        job.kind,
        job.key if len(job.key) <= _KEY_WIDTH else f"{job.key[: _KEY_WIDTH - 1]}…",
        job.state,
        f"{job.attempts} of {job.max_attempts}",
        f"{added:%Y-%m-%d %H:%M}",
        f"{why.kind}: {why.message}. {why.hint}".rstrip() if why else "",
    )
