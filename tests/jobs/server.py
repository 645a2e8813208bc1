"""A server that does jobs until it is killed: ``python -m tests.jobs.server URL WORKERS``."""

import sys
import time

from sqlalchemy import Connection, text

from rockettrainer.jobs import Backoff, Handler, Job, Json, Pool, PoolSettings, SqlQueue

BACKOFF = Backoff(first_s=0.05, factor=1.0, longest_s=5.0)


def record(connection: Connection, job: Job, result: Json | None) -> Json | None:
    """Two effects, so that one could be half done."""
    for half in ("left", "right"):
        statement = text("INSERT INTO effects (key, pid) VALUES (:key, 0)")
        connection.execute(statement, {"key": f"{job.key}-{half}"})
    return result


HANDLERS = [
    Handler("short", "tests.jobs.handlers:short", settle=record),
    Handler("hang", "tests.jobs.handlers:hang"),
]


def main(url: str, workers: int) -> None:
    from rockettrainer.storage._engine import connect_engine  # noqa: PLC0415 (not for workers)

    queue = SqlQueue(connect_engine(url), backoff=BACKOFF)
    settings = PoolSettings(workers=workers, warm=workers, poll_s=0.05, lease_s=3.0)
    with Pool(queue, HANDLERS, settings):
        while True:
            time.sleep(60)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
