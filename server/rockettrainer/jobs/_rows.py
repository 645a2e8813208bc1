"""Jobs as rows of the table."""

from typing import Any

from sqlalchemy import Connection, Insert, Row
from sqlalchemy.dialects import postgresql, sqlite

from rockettrainer.jobs._job import Job, JobError, State
from rockettrainer.jobs._table import jobs_table


def job_of(row: Row[Any]) -> Job:
    """The job in a row that has all columns."""
    values = row._mapping  # noqa: SLF001 (SQLAlchemy's public name for it)
    same = {name: values[name] for name in Job.__slots__ if name not in ("state", "error")}
    error = JobError.from_json(values["error"]) if values["error"] else None
    return Job(state=State(values["state"]), error=error, **same)


def insert_new(connection: Connection, values: dict[str, Any]) -> None:
    """Inserts a job unless there is one of that kind and key."""
    statement: Insert
    if connection.dialect.name == "postgresql":
        statement = postgresql.insert(jobs_table()).values(values).on_conflict_do_nothing()
    else:
        statement = sqlite.insert(jobs_table()).values(values).on_conflict_do_nothing()
    connection.execute(statement)
