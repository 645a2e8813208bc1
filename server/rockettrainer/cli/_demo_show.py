"""What the demo shows in the terminal."""

from collections.abc import Sequence
from math import ceil
from typing import Any, Final

from rich.table import Table
from rich.text import Text

from rockettrainer.sources.simulation import Scene

_PHASES: Final = {1: "kickoff", 2: "play", 3: "goal", 4: "goal replay", 5: "over"}


def line(scene: Scene, source: str, counts: tuple[int, int]) -> Text:
    """How the match stands."""
    minutes, seconds = divmod(ceil(scene.clock_s), 60)
    clock = f"{'+' if scene.overtime else ''}{minutes}:{seconds:02}"
    blue, orange = scene.score
    sent, dropped = counts
    return Text.assemble(
        (f" {clock} ", "bold"), f" ● Blue {blue} : {orange} Orange ◆ ",
        (f" {_PHASES[int(scene.phase)]:12}", "italic"),
        (f" {source} · {sent:,} sent · {dropped} dropped", "dim"),
    )  # fmt: skip


def summary(told: dict[str, Any]) -> Table:
    """What the server tells of the match that is over."""
    table = Table(title=told["headline"], title_justify="left", show_header=True)
    for name in ("", "", "this match", "usual"):
        table.add_column(name, justify="right" if name else "left")
    for sign, findings in (("▲", told["strengths"]), ("▼", told["leaks"])):
        for found in findings:
            table.add_row(sign, found["name"], *_values(found))
    return table


def unseen(told: dict[str, Any]) -> str:
    """What the source could not see, in a sentence; empty for nothing."""
    hidden: Sequence[str] = told["unseen"]
    return f"This source does not show: {', '.join(hidden)}." if hidden else ""


def _values(found: dict[str, Any]) -> tuple[str, str]:
    value, usual = (
        "-" if found[key] is None else f"{found[key]:,.1f} {found['unit']}".rstrip()
        for key in ("value", "usual")
    )
    return value, usual
