"""The commands and their options; each does its work in a module of its own."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rockettrainer import __version__
from rockettrainer.cli import _ballchasing, _db, _jobs, _setup
from rockettrainer.home import USUAL_PORT

app = typer.Typer(
    name="rockettrainer",
    help="Measures how you play Rocket League.",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(_db.app, name="db")
app.add_typer(_jobs.app, name="jobs")
app.add_typer(_ballchasing.app, name="ballchasing")
app.add_typer(_setup.app, name="setup")


class Format(StrEnum):
    """How an analysis is printed."""

    TABLE = "table"
    JSON = "json"
    BALLCHASING = "ballchasing"


class DemoSource(StrEnum):
    """What the demo's match is disguised as."""

    PLUGIN = "plugin"
    STATS_API = "stats-api"


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
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 (its callback does the work)
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Version.")
    ] = False,
) -> None:
    """Measures how you play Rocket League. Without a command: starts the app."""
    if context.invoked_subcommand is None:
        from rockettrainer.cli._serve import start  # noqa: PLC0415 (loading the server takes time)

        raise typer.Exit(start(None, watch=True, browser=True, windows=True))


@app.command()
def serve(
    port: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=65535,
            help="To listen at, on this machine only.",
            show_default=str(USUAL_PORT),
        ),
    ] = None,
    watch_folders: Annotated[
        bool, typer.Option("--watch/--no-watch", help="Import what the game saves.")
    ] = True,
) -> None:
    """Start the server and print a link to its page."""
    from rockettrainer.cli._serve import start  # noqa: PLC0415 (loading the server takes time)

    raise typer.Exit(start(port, watch=watch_folders, browser=False))


@app.command()
def link() -> None:
    """Print a link to the page of the server that runs; it opens once, within two minutes."""
    from rockettrainer.cli._serve import print_link  # noqa: PLC0415 (loading the server takes time)

    raise typer.Exit(print_link())


@app.command()
def overlay(
    edit: Annotated[bool, typer.Option("--edit", help="Choose the card's place.")] = False,
    tray: Annotated[
        bool, typer.Option("--tray/--no-tray", help="Have a menu beside the clock.")
    ] = True,
    with_system: Annotated[
        bool | None,
        typer.Option(
            "--start-with-system/--no-start-with-system",
            help="Start RocketTrainer when you log in, or no longer; nothing else is done.",
            show_default=False,
        ),
    ] = None,
    attached: Annotated[bool, typer.Option("--attached", hidden=True)] = False,
) -> None:
    """Show the overlay, and the summary after a match; starts the server if none runs."""
    from rockettrainer.cli._overlay import run, start_with_system  # noqa: PLC0415 (loads windows)

    if with_system is not None:
        raise typer.Exit(start_with_system(on=with_system))
    raise typer.Exit(run(edit=edit, tray=tray, attached=attached))


@app.command()
def demo(
    source: Annotated[
        DemoSource, typer.Option(help="By which way the match reaches the server.")
    ] = DemoSource.PLUGIN,
    speed: Annotated[float, typer.Option(min=0.1, max=50.0, help="Times faster.")] = 1.0,
    minutes: Annotated[float, typer.Option(min=0.25, max=10.0, help="On the match's clock.")] = 5.0,
    seed: Annotated[int, typer.Option(min=0, help="The same gives the same match.")] = 1,
    window: Annotated[
        bool, typer.Option("--window/--no-window", help="Open the overlay and the summary.")
    ] = True,
) -> None:
    """Show everything with a simulated match, on a machine without the game."""
    from rockettrainer.cli._demo import run  # noqa: PLC0415 (loading the server takes time)

    raise typer.Exit(run(source.value, speed, seed, minutes, window=window))


@app.command()
def watch(
    folder: Annotated[
        Path | None,
        typer.Argument(
            help="A folder of replays; those of the game by default.",
            show_default=False,
            exists=True,
            file_okay=False,
            resolve_path=True,
        ),
    ] = None,
) -> None:
    """Import all replays of a folder, then each new one, until Ctrl-C."""
    from rockettrainer.cli._watch import run  # noqa: PLC0415 (loading the kernels takes time)

    raise typer.Exit(run(folder))


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


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
) -> None:
    """Look whether everything is ready, and say what to do where it is not."""
    from rockettrainer.cli._doctor import run  # noqa: PLC0415 (loads what it looks at)

    text, status = run(as_json=as_json)
    typer.echo(text)
    raise typer.Exit(status)
