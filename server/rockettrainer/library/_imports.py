"""Files into the queue: each content once."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from rockettrainer.jobs import Job, JobFilter, JobQueue, Json, State
from rockettrainer.library._again import WAITING, once_more
from rockettrainer.library._downloads import Downloads
from rockettrainer.library._kinds import IMPORT
from rockettrainer.library._names import shown_name
from rockettrainer.library._spool import Spool
from rockettrainer.storage import Store

SOON: Final = 0
BACKLOG: Final = 10
"""Priorities: a match just played goes before those of last year."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of a file that was handed in."""

    sha256: str
    match_id: int | None
    """If it is in the store already."""
    job: Job | None
    """That reads it; None if there is nothing to do."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file on disk, whose content is known."""

    path: Path
    sha256: str


class Imports:
    """Hands files in.

    Args:
        home: The data folder.
        store: Where matches go.
        queue: Where work goes.
    """

    def __init__(self, home: Path, store: Store, queue: JobQueue) -> None:
        self._home = home
        self._store = store
        self._queue = queue
        self._spool = Spool(home)
        self._downloads = Downloads(home)

    def upload(self, content: bytes, name: str | None = None) -> Submitted:
        """Keeps an upload and queues it; when this returns, it is not lost.

        A file that failed, or whose match was deleted, is read once more: somebody wants it.

        Args:
            content: Of the file.
            name: What it is called where it came from; it is only ever shown.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        if (match_id := self._store.find_replay(sha256)) is not None:
            return Submitted(sha256, match_id, None)
        self._spool.put(sha256, content)
        job = self._enqueue(sha256, {"name": shown_name(name)}, SOON, None)
        return Submitted(sha256, None, once_more(self._queue, job))

    def files(self, files: Iterable[FoundFile], priority: int) -> list[Job]:
        """Queues files where they are; those that were queued before are not read again.

        Returns:
            Jobs that are still to be done.
        """
        with self._queue.transaction() as connection:
            jobs = [
                self._enqueue(f.sha256, {"path": str(f.path)}, priority, connection) for f in files
            ]
        return [job for job in jobs if job.state in WAITING]

    def downloaded(self) -> None:
        """Queues what was downloaded and waits to be read; what is queued already stays so.

        One whose match was deleted is read once more: somebody asked for it again.
        """
        waiting = self._spool.names()
        files = [(name, sha) for name, sha in self._downloads.all().items() if sha in waiting]
        with self._queue.transaction() as connection:
            jobs = [
                self._enqueue(sha256, {"name": shown_name(f"{name}.replay")}, SOON, connection)
                for name, sha256 in files
            ]
        for job in jobs:
            if job.state is State.DONE and self._store.find_replay(job.key) is None:
                once_more(self._queue, job)

    def done(self, job: Job) -> None:
        """Gives up the upload of a job that needs it no more."""
        if job.kind == IMPORT and job.state in (State.DONE, State.CANCELLED):
            self._spool.remove(job.key)

    def sweep(self) -> None:
        """Gives up uploads that no job needs. Those that failed may be tried again."""
        kept = frozenset((*WAITING, State.DEAD))
        wanted: set[str] = set()
        last: int | None = None
        while page := self._queue.jobs(JobFilter(kept, frozenset([IMPORT]), 1000, last)):
            wanted.update(job.key for job in page)
            last = page[-1].id
        self._spool.sweep(wanted)

    def _enqueue(
        self, sha256: str, source: Json, priority: int, connection: Connection | None
    ) -> Job:
        args: Json = {"home": str(self._home), **source}
        return self._queue.enqueue(IMPORT, sha256, args, priority=priority, connection=connection)
