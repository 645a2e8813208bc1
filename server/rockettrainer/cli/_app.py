"""The commands and their options; each does its work in a module of its own."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rockettrainer import __version__

app = typer.Typer(
    name="rockettrainer",
    help="Measures how you play Rocket League.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Format(StrEnum):
    """How an analysis is printed."""

    TABLE = "table"
    JSON = "json"
    BALLCHASING = "ballchasing"


class CatalogueFormat(StrEnum):
    """How the catalogue is printed."""

    TABLE = "table"
    MARKDOWN = "markdown"
    JSON = "json"


def main() -> None:
    """Runs the command line."""
    app()


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Version.")
    ] = False,
) -> None:
    """Measures how you play Rocket League."""


@app.command()
def analyze(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Replay files and folders of them. Without any: the replay saved last.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help="What to print for each replay.")
    ] = Format.TABLE,
    out: Annotated[
        Path | None,
        typer.Option(help="Write one file a replay into this folder instead of printing."),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Replays at a time; one a processor by default.")
    ] = None,
) -> None:
    """Measure replays: every number of every player."""
    from rockettrainer.cli._analyze import run  # noqa: PLC0415 (loading the kernels takes time)

    raise typer.Exit(run(paths or [], form.value, out, jobs))


@app.command()
def metrics(
    form: Annotated[
        CatalogueFormat, typer.Option("--format", help="How to print the catalogue.")
    ] = CatalogueFormat.TABLE,
) -> None:
    """List every metric: what it means, its unit, where its thresholds come from."""
    from rockettrainer.cli._catalogue import catalogue  # noqa: PLC0415 (loading the kernels takes time)

    typer.echo(catalogue(form.value))
