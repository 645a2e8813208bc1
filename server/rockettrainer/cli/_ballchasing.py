"""``rockettrainer ballchasing``: replays from and to ballchasing.com."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rockettrainer.cli._terminal import FAILED, complain
from rockettrainer.home import write_atomic

if TYPE_CHECKING:
    from rich.progress import Progress

    from rockettrainer.integrations.ballchasing import Client, Reference

app = typer.Typer(help="Replays from and to ballchasing.com.", no_args_is_help=True)
token_app = typer.Typer(help="The token of your account.", no_args_is_help=True)
app.add_typer(token_app, name="token")


@token_app.command("set")
def set_token() -> None:
    """Save a token in the system's keyring; it is asked for, or read from a pipe."""
    from rockettrainer.integrations.ballchasing import save_token  # noqa: PLC0415 (loading it takes time)

    asked = sys.stdin.isatty()
    text = typer.prompt("Token", hide_input=True, err=True) if asked else sys.stdin.readline()
    with _failures():
        save_token(text)
    typer.echo("saved in the system's keyring; try it: rockettrainer ballchasing token check")


@token_app.command()
def forget() -> None:
    """Take the token out of the system's keyring."""
    from rockettrainer.integrations.ballchasing import forget_token  # noqa: PLC0415 (loading it takes time)

    with _failures():
        typer.echo("forgotten" if forget_token() else "no token was saved")


@token_app.command()
def check() -> None:
    """Ask ballchasing.com whose token it is."""
    with _failures(), _bar() as bar, _client(bar) as client:
        account = client.ping()
    typer.echo(f"the token works; type of the account: {account.type.value}")


@app.command()
def download(
    references: Annotated[
        list[str],
        typer.Argument(
            metavar="REFERENCE...",
            help="Ids and links of replays, groups and players, group:ID, or steam:ID.",
        ),
    ],
    out: Annotated[Path, typer.Option(help="A folder; files that are there stay.")],
    limit: Annotated[
        int | None, typer.Option(min=1, help="Of each reference at most so many.")
    ] = None,
) -> None:
    """Download replay files, those of a player from the latest match on."""
    from rockettrainer.integrations.ballchasing import parse_reference  # noqa: PLC0415 (loading it takes time)

    with _failures(), _bar() as bar:
        wanted = [parse_reference(text) for text in references]
        out.mkdir(parents=True, exist_ok=True)
        with _client(bar) as client:
            # all of them, also after a failure
            complete = [_download(client, reference, out, limit, bar) for reference in wanted]
    if not all(complete):
        raise typer.Exit(FAILED)


@app.command()
def upload(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Replays.")],
    public: Annotated[bool, typer.Option("--public", help="Everybody can find them.")] = False,
    unlisted: Annotated[
        bool, typer.Option("--unlisted", help="Those who know the link see them.")
    ] = False,
) -> None:
    """Upload replays. Only you see them, unless you say otherwise."""
    if public and unlisted:
        raise typer.BadParameter("choose --public or --unlisted")
    visibility = "public" if public else "unlisted" if unlisted else "private"
    with _failures(), _bar() as bar, _client(bar) as client:
        paths = bar.track(files, description="uploading")
        # all of them, also after a failure
        complete = [_upload(client, path, visibility) for path in paths]
    if not all(complete):
        raise typer.Exit(FAILED)


def _upload(client: "Client", path: Path, visibility: str) -> bool:
    """Whether it is there now."""
    from rockettrainer.integrations.ballchasing import BallchasingError, Fault, Visibility  # noqa: PLC0415

    try:
        sent = client.upload(path, Visibility(visibility))
    except OSError as error:
        complain(f"{path}: {error.strerror}. Check the path.")
        return False
    except BallchasingError as error:
        if error.kind not in (Fault.NOT_A_REPLAY, Fault.TOO_LARGE, Fault.REFUSED):
            raise
        complain(f"{path}: {error}. {error.hint}")
        return False
    note = "  (was there before, and is as visible as it was)" if sent.duplicate else ""
    typer.echo(f"{path}: {sent.link}{note}")
    return True


def _download(
    client: "Client", reference: "Reference", out: Path, limit: int | None, bar: "Progress"
) -> bool:
    """Whether all could be had."""
    from rockettrainer.integrations.ballchasing import BallchasingError, collect  # noqa: PLC0415

    task = bar.add_task("", total=None)
    lost: list[str] = []

    def progress(done: int, total: int, text: str) -> None:
        bar.update(task, completed=done, total=total or None, description=text)

    def failed(replay_id: str, error: BallchasingError) -> None:
        lost.append(replay_id)
        complain(f"{replay_id}: {error}. {error.hint}")

    for replay_id, content in collect(
        client,
        reference,
        progress,
        has=lambda listed: _place(out, listed.id).exists(),
        failed=failed,
        limit=limit,
    ):
        _write(_place(out, replay_id), content)
    bar.remove_task(task)
    return not lost


def _place(out: Path, replay_id: str) -> Path:
    return out / f"{replay_id}.replay"


def _write(path: Path, content: bytes) -> None:
    write_atomic(path, content)
    typer.echo(path)


def _bar() -> "Progress":
    from rich.console import Console  # noqa: PLC0415 (loading it takes time)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    return Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=sys.stdout.isatty(),  # a pipe gets the results
    )


def _client(bar: "Progress") -> "Client":
    from rockettrainer.integrations.ballchasing import Client, load_token  # noqa: PLC0415

    def waiting(seconds: float) -> None:
        bar.console.print(f"waiting {seconds:.0f} s, as ballchasing.com asks", highlight=False)

    return Client(load_token(), on_wait=waiting)


@contextmanager
def _failures() -> Iterator[None]:
    """Says what went wrong in one line."""
    from rockettrainer.integrations.ballchasing import BallchasingError  # noqa: PLC0415

    try:
        yield
    except BallchasingError as error:
        complain(f"{error}. {error.hint}")
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}. Check the path.")
    else:
        return
    raise typer.Exit(FAILED)
