"""``rockettrainer setup stats-api``: has the game tell what happens in a match."""

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

app = typer.Typer(help="Prepare the game.", no_args_is_help=True)

COMMAND: Final = "rockettrainer setup stats-api"
FAILED: Final = 1
_NO_RIGHTS: Final = (
    "may not be written. Start a terminal as administrator and run this again there."
    if sys.platform == "win32"
    else "may not be written. Run this as the user who owns it."
)
_RESTART: Final = "Start the game anew: it reads these files only then."


@app.callback()
def _root() -> None:
    """Prepare the game."""


@app.command("stats-api")
def stats_api(
    rate: Annotated[int, typer.Option(min=1, max=120, help="States a second.")] = 30,
    install: Annotated[
        Path | None,
        typer.Option(
            exists=True, file_okay=False, help="Folder of the game, where it is not found."
        ),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Put the files back as they were.")] = False,
) -> None:
    """Switch the game's Stats API on: live numbers in matches with anti-cheat."""
    raise typer.Exit(_run(rate, install, undo=undo))


def how_to_mend(path: Path) -> str:
    """What to do about a file of the Stats API that is not what it should be."""
    from rockettrainer.sources.stats_api import GAMES_FILE  # noqa: PLC0415 (loading takes time)

    if path.name == GAMES_FILE:
        return "Have Steam or Epic verify the game's files, of which it is one."
    return "Delete it and start the game, which writes it anew, then run this: " + COMMAND


def _run(rate: int, install: Path | None, *, undo: bool) -> int:
    from rockettrainer.sources.stats_api import ini_files  # noqa: PLC0415 (loading takes time)

    files = ini_files(install)
    if not files:
        sys.stdout.write(
            "No file of the Stats API was found. Start the game once, so that it writes them; if "
            "it lies in an unusual place, name that with --install.\n"
        )
        return FAILED
    outcomes = [_undo(path) if undo else _switch_on(path, rate) for path in files]
    for path, (said, _, _) in zip(files, outcomes, strict=True):
        sys.stdout.write(f"{path}: {said}\n")
    if any(changed for _, changed, _ in outcomes):
        sys.stdout.write(f"{_RESTART}\n")
    return 0 if all(fine for _, _, fine in outcomes) else FAILED


def _switch_on(path: Path, rate: int) -> tuple[str, bool, bool]:
    """What was done, whether anything was, and whether it is well."""
    from rockettrainer.sources.stats_api import (  # noqa: PLC0415 (loading takes time)
        IniError,
        read_ini,
        switched_on,
        write_ini,
    )

    try:
        before = read_ini(path)
        after = switched_on(before, rate)
        if after == before:
            return "is as it should be", False, True
        write_ini(path, after)
    except IniError as error:
        return f"was left alone, for {error}. {how_to_mend(path)}", False, False
    except PermissionError:
        return _NO_RIGHTS, False, False
    except OSError as error:
        return f"cannot be changed: {error.strerror}", False, False
    return "is switched on; the file as it was lies beside it", True, True


def _undo(path: Path) -> tuple[str, bool, bool]:
    from rockettrainer.sources.stats_api import undo_ini  # noqa: PLC0415 (loading takes time)

    try:
        changed = undo_ini(path)
    except PermissionError:
        return _NO_RIGHTS, False, False
    except OSError as error:
        return f"cannot be changed: {error.strerror}", False, False
    return ("is as it was" if changed else "was never changed"), changed, True
