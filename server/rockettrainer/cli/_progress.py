"""What is shown while work goes on. On standard error, for standard output holds results."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from rockettrainer.features import kernels_ready, prepare

Item = TypeVar("Item")

_console = Console(stderr=True)


def prepare_kernels() -> None:
    """Compiles the kernels where that has not been done on this machine, and says so."""
    if kernels_ready():
        return
    with _console.status("Preparing the analysis: once after each update, half a minute…"):
        prepare()


def shown(items: Iterable[Item], count: int) -> Iterator[Item]:
    """The items, with a bar of how many came and how long the rest will take.

    Args:
        items: Results as they come.
        count: How many there will be; a single one needs no bar.
    """
    if count == 1:
        yield from items
        return
    columns = (TextColumn("Analysing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_console, transient=True) as bar:
        yield from bar.track(items, total=count)
