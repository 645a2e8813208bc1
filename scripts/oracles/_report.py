"""The comparison as a table, for a terminal or a page."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table

from scripts.oracles._compare import FieldError
from scripts.oracles._deviation import Deviation
from scripts.oracles._tolerances import Limit

_HEADINGS = (
    *("field", "n", "truth", "ours MAE", "ours bias", "ours error"),
    *("their way MAE", "their way bias", "their way error"),
    *("subtr-actor MAE", "subtr-actor bias", "allowed", ""),
)
_WIDTH = 170


def print_table(title: str, errors: Sequence[FieldError]) -> None:
    """Prints to the terminal."""
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for index, heading in enumerate(_HEADINGS):
        table.add_column(heading, justify="right" if index else "left", no_wrap=index == 0)
    for error in errors:
        table.add_row(*_cells(error), style=None if error.passes else "red")
    console = Console()
    console.width = max(console.width, _WIDTH)
    console.print(table)
    console.print(summary(errors))


def print_markdown(title: str, errors: Sequence[FieldError]) -> None:
    """Prints for a page of the documentation."""
    print(f"## {title}\n")
    print(f"| {' | '.join(_HEADINGS)} |")
    print(f"|---|{'---:|' * (len(_HEADINGS) - 2)}---|")
    for error in errors:
        print(f"| {' | '.join(_cells(error))} |")
    print(f"\n{summary(errors)}\n")


def summary(errors: Sequence[FieldError]) -> str:
    """How many fields pass, in a sentence."""
    passed = sum(error.passes for error in errors)
    compared = [error for error in errors if error.subtr and error.their_way]
    closer = sum(error.no_worse_than_subtr for error in compared)
    text = f"{passed} of {len(errors)} fields are within what is allowed."
    if compared:
        text += f" {closer} of {len(compared)} are no farther from the truth than subtr-actor's."
    return text


def _cells(error: FieldError) -> Iterator[str]:
    yield error.place
    yield str(error.n)
    yield _number(error.truth_mean)
    yield from _errors(error, error.ours)
    yield from _errors(error, error.their_way if error.counted_twice else None)
    yield from _pair(error.subtr)
    yield str(error.tolerance or "")
    yield _verdict(error)


def _errors(error: FieldError, deviation: Deviation | None) -> Iterator[str]:
    yield from _pair(deviation)
    if deviation is None:
        yield ""
    elif error.tolerance is not None and error.tolerance.limit is Limit.POINTS:
        yield f"{deviation.mae:.2f} pp"
    else:
        yield f"{deviation.relative:.2f} %"


def _pair(deviation: Deviation | None) -> tuple[str, str]:
    if deviation is None:
        return "", ""
    return _number(deviation.mae), f"{'+' if deviation.bias > 0 else ''}{_number(deviation.bias)}"


def _number(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 10_000 else f"{value:.2f}"


def _verdict(error: FieldError) -> str:
    if error.their_way is None:
        return "no figure"
    if not error.complete:
        return f"only {error.their_way.n} values"
    if not error.within_tolerance:
        return "TOO FAR"
    return "ok" if error.no_worse_than_subtr else "WORSE"
