"""An analysis as a table to read."""

from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rockettrainer.cli._terminal import plain
from rockettrainer.features import METRICS, Analysis, Family, Metric, Unit
from rockettrainer.match import Match, Team

_MARKS = {Team.BLUE: "●", Team.ORANGE: "◆", Team.NONE: "○"}
_COLOURS = {Team.BLUE: "bright_blue", Team.ORANGE: "orange1", Team.NONE: "white"}
"""Teams are told apart by mark as well: not everyone sees the colours, and a file has none."""

_NAME_WIDTH = 44
_ABSENT = "\N{EN DASH}"


def analysis_table(path: Path, match: Match, analysis: Analysis) -> str:
    """A heading, then a table a family, a column a player."""
    out = StringIO()
    width = _NAME_WIDTH + 18 * max(len(match.roster), 2)
    console = Console(file=out, width=width, force_terminal=Console().is_terminal)
    _print_heading(console, path, match)
    for family in Family:
        if family is not Family.BALLCHASING:  # the same subjects again, for comparison by program
            console.print(_family_table(family, match, analysis))
    _print_missing(console, match, analysis)
    for warning in match.warnings:
        console.print(Text(plain(f"Note: {warning}"), style="yellow"))
    return out.getvalue().rstrip("\n")


def _print_heading(console: Console, path: Path, match: Match) -> None:
    info = match.info
    score = f"{info.score[0]} : {info.score[1]}" if info.score else "score unknown"
    extra = [
        info.playlist.name if info.playlist else info.match_type,
        info.arena.name,
        info.date,
        _clock(info.duration_s),
        "overtime" if info.overtime else None,
        "forfeited" if info.forfeit else None,
    ]
    console.print(Text(plain(info.name or path.stem), style="bold"))
    console.print(Text(f"{_MARKS[Team.BLUE]} Blue {score} Orange {_MARKS[Team.ORANGE]}"))
    console.print(Text(plain(" · ".join(part for part in extra if part))))


def _clock(seconds: float | None) -> str | None:
    return None if seconds is None else f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def _family_table(family: Family, match: Match, analysis: Analysis) -> Table:
    table = Table(title=family.value.capitalize(), title_justify="left", title_style="bold")
    table.add_column("", width=_NAME_WIDTH - 4, no_wrap=True)
    for player in match.roster:
        heading = Text(f"{_MARKS[player.team]} {plain(player.name)}", style=_COLOURS[player.team])
        table.add_column(heading, justify="right", max_width=16, overflow="ellipsis")
    for metric in METRICS:
        if metric.family is family and metric.value is not None:
            values = [row.metrics.get(metric.key) for row in analysis.players]
            table.add_row(metric.name, *(_shown(metric, value) for value in values))
    return table


def _shown(metric: Metric, value: float | None) -> str:
    if value is None:
        return _ABSENT
    if metric.unit is Unit.YES_NO:
        return "yes" if value else "no"
    digits = 0 if metric.unit in (Unit.COUNT, Unit.POINTS, Unit.UU, Unit.UU_S) else 1
    return f"{value:,.{digits}f} {metric.unit.value}".rstrip()


def _print_missing(console: Console, match: Match, analysis: Analysis) -> None:
    """Says why values are missing: once for each reason and player."""
    for player, row in zip(match.roster, analysis.players, strict=True):
        for reason in dict.fromkeys(row.missing.values()):
            console.print(Text(f"{_ABSENT} {plain(player.name)}: {reason}", style="dim"))
