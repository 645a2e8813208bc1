"""``rockettrainer db``: a look at the database, copies of it, and the way back."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rockettrainer.cli._terminal import complain

app = typer.Typer(help="Look at, copy and mend the database.", no_args_is_help=True)


class ExportFormat(StrEnum):
    """How rows are written."""

    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"


@app.command()
def info() -> None:
    """Say where the data are, how many and how large."""
    from rockettrainer.cli._db_tables import describe  # noqa: PLC0415 (loading them takes time)
    from rockettrainer.storage import home_folder  # noqa: PLC0415

    with _failures():
        typer.echo(describe(home_folder(), _database()))


@app.command()
def export(
    table: Annotated[str, typer.Argument(help="A table or, with --sql, a query.")] = "matches",
    form: Annotated[
        ExportFormat, typer.Option("--format", help="Of the rows.")
    ] = ExportFormat.JSON,
    out: Annotated[Path | None, typer.Option(help="A file; standard output without.")] = None,
    sql: Annotated[bool, typer.Option("--sql", help="The argument is a query.")] = False,
) -> None:
    """Write the rows of a table, metrics by name: player_stats has them all."""
    from rockettrainer.cli._db_tables import exported  # noqa: PLC0415 (loading them takes time)

    with _failures():
        lines = exported(_database(), table, form.value, sql=sql)
        if out is None:
            sys.stdout.writelines(lines)
            return
        with out.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)


@app.command()
def backup(
    target: Annotated[
        Path | None, typer.Argument(help="A new file; one in the data folder without.")
    ] = None,
) -> None:
    """Copy the database, also while it is in use. Frames and replays are not copied."""
    from rockettrainer.storage import backup_name, copy_database  # noqa: PLC0415 (loading it takes time)

    with _failures():
        database = _database()
        copy = target or backup_name(database, "by-hand")
        if copy.exists():
            raise typer.Exit(complain(f"{copy} exists already. Name a new file."))
        typer.echo(copy_database(database, copy))


@app.command()
def restore(
    source: Annotated[Path, typer.Argument(help="A file that db backup wrote.")],
) -> None:
    """Put a backup in the database's place, after a copy of what is there."""
    from rockettrainer.storage import database_path, restore_database  # noqa: PLC0415

    with _failures():
        former = restore_database(source, database_path())
        kept = f"; what was there is now {former}" if former else ""
        typer.echo(f"restored {database_path()} from {source}{kept}")


@app.command()
def vacuum() -> None:
    """Give the room of deleted rows back to the disk."""
    from rockettrainer.storage import compact_database  # noqa: PLC0415 (loading it takes time)

    with _failures():
        database = _database()
        before = database.stat().st_size
        compact_database(database)
        saved = max(0, before - database.stat().st_size)
        typer.echo(f"{database}: {saved / 1e6:.1f} MB given back")


def _database() -> Path:
    from rockettrainer.storage import StoreError, Trouble, database_path  # noqa: PLC0415

    path = database_path()
    if not path.is_file():
        hint = "Import a replay first, or set ROCKETTRAINER_HOME to the data folder."
        raise StoreError(Trouble.NOT_FOUND, f"there is no database at {path}", hint)
    return path


@contextmanager
def _failures() -> Iterator[None]:
    """Says what went wrong in one line."""
    from rockettrainer.storage import StoreError  # noqa: PLC0415 (loading it takes time)

    try:
        yield
    except StoreError as error:
        raise typer.Exit(complain(f"{error.message}. {error.hint}")) from error
    except OSError as error:
        told = f"{error.filename}: {error.strerror}. Check the path."
        raise typer.Exit(complain(told)) from error
