"""The table of jobs."""

from functools import cache

from sqlalchemy import Table


@cache
def jobs_table() -> Table:
    """Storage's table; loaded when it is asked for, because workers need no store."""
    from rockettrainer.storage import jobs  # noqa: PLC0415 (see above)

    return jobs
