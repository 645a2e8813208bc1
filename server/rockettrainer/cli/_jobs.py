"""``rockettrainer jobs``: the work that waits, runs or failed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rockettrainer.cli._terminal import FAILED, complain

if TYPE_CHECKING:
    from rockettrainer.jobs import Job, JobQueue

app = typer.Typer(help="List, retry and cancel work.", no_args_is_help=True)


class StateName(StrEnum):
    """Where a job stands."""

    READY = "ready"
    LEASED = "leased"
    DONE = "done"
    DEAD = "dead"
    CANCELLED = "cancelled"


class Format(StrEnum):
    """How jobs are printed."""

    TABLE = "table"
    JSON = "json"


Ids = Annotated[list[int] | None, typer.Argument(help="Numbers of jobs.", show_default=False)]


@app.command("list")
def list_(
    states: Annotated[
        list[StateName] | None,
        typer.Option("--state", help="Only these; may be given several times."),
    ] = None,
    kinds: Annotated[
        list[str] | None, typer.Option("--kind", help="Only these; may be given several times.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Jobs at most.")] = 50,
    form: Annotated[Format, typer.Option("--format", help="How to print them.")] = Format.TABLE,
) -> None:
    """List jobs, newest first."""
    with _queue() as queue:
        from rockettrainer.cli._jobs_text import jobs_json, jobs_table  # noqa: PLC0415 (as below)
        from rockettrainer.jobs import JobFilter, State  # noqa: PLC0415 (loading it takes time)

        chosen = frozenset(State(state) for state in states or ())
        jobs = queue.jobs(JobFilter(chosen, frozenset(kinds or ()), limit))
        if form is Format.JSON:
            typer.echo("".join(f"{line}\n" for line in jobs_json(jobs)), nl=False)
        else:
            typer.echo(jobs_table(jobs, queue.counts()))


@app.command()
def retry(
    ids: Ids = None,
    dead: Annotated[bool, typer.Option("--dead", help="All that failed for good.")] = False,
) -> None:
    """Do jobs again that failed, were cancelled or are done."""
    with _queue() as queue:
        _each(_chosen(queue, ids, ["dead"] if dead else []), queue.retry)


@app.command()
def cancel(
    ids: Ids = None,
    everything: Annotated[bool, typer.Option("--all", help="All that wait or run.")] = False,
) -> None:
    """End jobs that wait or run."""
    with _queue() as queue:
        states = ["ready", "leased"] if everything else []
        _each(_chosen(queue, ids, states), queue.cancel)


@contextmanager
def _queue() -> Iterator["JobQueue"]:
    from rockettrainer.jobs import SqlQueue  # noqa: PLC0415 (loading it takes time)
    from rockettrainer.storage import StoreError, open_store  # noqa: PLC0415 (loading it takes time)

    try:
        store = open_store()
        try:
            yield SqlQueue(store.engine)
        finally:
            store.close()
    except StoreError as error:
        raise typer.Exit(complain(f"{error}. {error.hint}")) from error


def _chosen(queue: "JobQueue", ids: list[int] | None, states: list[str]) -> list[int]:
    """Ids that were given, and of all jobs in some states."""
    from rockettrainer.jobs import JobFilter, State  # noqa: PLC0415 (loading it takes time)

    if not ids and not states:
        raise typer.BadParameter("name jobs by their numbers, as `rockettrainer jobs list` shows")
    found = list(ids or ())
    wanted = frozenset(State(state) for state in states)
    page = queue.jobs(JobFilter(wanted)) if wanted else []
    while page:
        found += [job.id for job in page]
        page = queue.jobs(JobFilter(wanted, before_id=page[-1].id))
    return found


def _each(ids: list[int], act: Callable[[int], "Job"]) -> None:
    from rockettrainer.jobs import NoSuchJob, NotAllowed  # noqa: PLC0415 (loading it takes time)

    failed = False
    for job_id in ids:
        try:
            job = act(job_id)
            typer.echo(f"{job.id} {job.kind} {job.state}")
        except (NoSuchJob, NotAllowed) as error:
            failed = True
            complain(str(error))
    if failed:
        raise typer.Exit(FAILED)
