"""The library: replays go in, matches come out."""

import logging
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Final, Self

from rockettrainer.features import Analysis
from rockettrainer.integrations.ballchasing import Reference, Visibility
from rockettrainer.jobs import (
    Job,
    JobEvent,
    Json,
    Listeners,
    Pool,
    PoolSettings,
    SqlQueue,
    State,
    replay_key,
)
from rockettrainer.library._again import once_more
from rockettrainer.library._averages import Averages
from rockettrainer.library._imports import BACKLOG, FoundFile, Imports, Submitted
from rockettrainer.library._kinds import (
    FETCH,
    IMPORT,
    PREPARE,
    REANALYSE,
    SEND,
    SERVICE_HANDLERS,
    handlers,
)
from rockettrainer.library._me import Me
from rockettrainer.library._news import (
    ImportProgress,
    JobNews,
    Listener,
    MatchAdded,
    MatchChanged,
    MatchDeleted,
    News,
)
from rockettrainer.library._tally import Tally
from rockettrainer.match import Match
from rockettrainer.storage import (
    MatchRecord,
    ReplayFile,
    Store,
    StoreError,
    analyser_version,
    home_folder,
    open_store,
)

_log = logging.getLogger(__name__)

_TIDY_S: Final = 60.0
"""Between looks at the room that originals take."""

_BEHIND: Final = 20
"""Priority of matches that a newer version measures anew."""


class Library:
    """A person's matches, and the work that brings new ones. May be shared by threads.

    Args:
        home: The data folder; the user's by default.
        workers: Processes that read replays; None for what the machine can spare.
    """

    def __init__(self, home: Path | None = None, workers: int | None = None) -> None:
        self.home = (home or home_folder()).absolute()
        self.store: Store = open_store(self.home)
        self.queue = SqlQueue(self.store.engine)
        self.me = Me(self.store)
        self.averages = Averages(self.store)
        self._imports = Imports(self.home, self.store, self.queue)
        self._board = Listeners[News]()
        self._tally = Tally(self.queue)
        self._progress: dict[int, tuple[float, str]] = {}
        self._lock = Lock()
        self._tidied = 0.0
        settings = PoolSettings(workers=workers, prepare=PREPARE)
        self._pool = Pool(self.queue, handlers(self.store), settings)
        # Downloads and uploads wait for the service's limits; imports should not wait for them.
        one = PoolSettings(workers=1, warm=0)
        self._service = Pool(self.queue, SERVICE_HANDLERS, one)
        for pool in (self._pool, self._service):
            pool.subscribe(self._heard)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Begins to do what is in the queue."""
        try:
            self._imports.downloaded()
            self._imports.sweep()
            self.store.sweep()
        except (OSError, StoreError) as error:
            _log.warning("what interrupted imports left stays for now: %s", error)
        self._pool.start()
        self._service.start()

    def stop(self) -> None:
        """Ends; what is not done stays in the queue."""
        self._service.stop(patience_s=0.0)
        self._pool.stop()
        self.store.close()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Has a function called with all that happens; what is given ends that."""
        return self._board.add(listener)

    def upload(self, content: bytes, name: str | None = None) -> Submitted:
        """Keeps a replay and has it read; when this returns, it is not lost.

        Args:
            content: Of the file.
            name: What it is called where it came from, to show.
        """
        submitted = self._imports.upload(content, name)
        if submitted.job is not None:
            self._pool.wake()
        return submitted

    def add_files(self, files: Sequence[FoundFile], priority: int = BACKLOG) -> int:
        """Has files read where they are; gives how many are new."""
        jobs = self._imports.files(files, priority)
        self._pool.wake()
        return len(jobs)

    def reanalyse(self, match_id: int, priority: int = 0) -> Job | None:
        """Has a match measured anew from its original; None if that is not kept."""
        if (kept := self._original(match_id)) is None:
            return None
        args = {"home": str(self.home), "match_id": match_id, "sha256": kept.sha256}
        key = f"{match_id}:{replay_key(kept.sha256, analyser_version())}"
        job = once_more(self.queue, self.queue.enqueue(REANALYSE, key, args, priority=priority))
        self._pool.wake()
        return job

    def fetch(self, reference: Reference) -> Job:
        """Has replays downloaded from ballchasing.com and read."""
        what, value = reference.kind.value, reference.value
        args = {"home": str(self.home), "what": what, "value": value}
        return self._asked(FETCH, f"{what}:{value}", args)

    def send(self, match_id: int, visibility: Visibility = Visibility.PRIVATE) -> Job | None:
        """Has a match's original uploaded to ballchasing.com; None if that is not kept.

        Args:
            match_id: Of the match.
            visibility: Who sees it there; one that is there already keeps its own.
        """
        if (kept := self._original(match_id)) is None:
            return None
        args: Json = {"home": str(self.home), "match_id": match_id, "name": kept.name}
        args |= {"sha256": kept.sha256, "visibility": visibility.value}
        return self._asked(SEND, f"{kept.sha256}:{visibility.value}", args)

    def keep_live(self, match: Match, analysis: Analysis) -> int:
        """Stores a match that was seen live; its number. A replay of it may be there already."""
        frames = self.store.files.write_frames(match) if match.frames.size else None
        record = MatchRecord.of(match, analysis, frames=frames, source="live")
        added = self.store.add_match(record)
        self.averages.forget(added.match_id)
        self.me.look()
        self._board.tell(MatchAdded(added.match_id) if added.new else MatchChanged(added.match_id))
        return added.match_id

    def catch_up(self, at_most: int = 100) -> int:
        """Has matches measured anew that an earlier version measured, the latest first."""
        outdated = self.store.outdated(analyser_version(), at_most)
        return sum(self.reanalyse(match_id, _BEHIND) is not None for match_id in outdated)

    def delete_match(self, match_id: int) -> bool:
        """Deletes a match; False if there is none."""
        deleted = self.store.delete_match(match_id)
        if deleted:
            self.averages.forget(match_id)
            self._board.tell(MatchDeleted(match_id))
        return deleted

    def retry(self, job_id: int) -> Job:
        """Does a job again that has ended."""
        job = self.queue.retry(job_id)
        self._board.tell(JobNews(job))
        self._pool.wake()
        self._service.wake()
        return job

    def cancel(self, job_id: int) -> Job:
        """Ends a job that waits or runs."""
        waited = self.queue.job(job_id).state is State.READY
        job = self.queue.cancel(job_id)
        if waited:  # else the pool hears of it from the worker that had it
            self._heard(JobEvent(job))
        return job

    def progress(self, job_id: int) -> tuple[float, str] | None:
        """How far a running job is, and with what; None if nothing is known."""
        return self._progress.get(job_id)

    def import_progress(self) -> ImportProgress:
        """How far the imports are."""
        return self._tally.now()

    def _asked(self, kind: str, key: str, args: Json) -> Job:
        """Queues what is to be asked of ballchasing.com, once more if it was asked before."""
        job = once_more(self.queue, self.queue.enqueue(kind, key, args))
        self._service.wake()
        return job

    def _original(self, match_id: int) -> ReplayFile | None:
        match = self.store.match(match_id)
        kept = (replay for replay in match.replays if replay.packed_bytes) if match else ()
        return next(iter(kept), None)

    def _heard(self, event: JobEvent) -> None:
        job = event.job
        if event.fraction is not None:
            self._progress[job.id] = (event.fraction, event.message)
        if job.kind == FETCH:
            self._imports.downloaded()
            self._pool.wake()
        self._board.tell(JobNews(job, event.fraction, event.message))
        if job.state in (State.DONE, State.DEAD, State.CANCELLED):
            self._ended(job)

    def _ended(self, job: Job) -> None:
        self._progress.pop(job.id, None)
        self._imports.done(job)
        match_id = (job.result or {}).get("match_id") if job.state is State.DONE else None
        if match_id is not None:
            self._tell_match(job, int(match_id))
        if job.kind == IMPORT:
            self._board.tell(self._tally.ended(job))

    def _tell_match(self, job: Job, match_id: int) -> None:
        if job.kind == REANALYSE:
            self.averages.forget(match_id)
            self._board.tell(MatchChanged(match_id))
            return
        self.me.look()
        self._board.tell(MatchAdded(match_id))
        self._tidy()

    def _tidy(self) -> None:
        """Keeps originals within their budget, now and then."""
        with self._lock:
            if time.monotonic() - self._tidied < _TIDY_S:
                return
            self._tidied = time.monotonic()
        self.store.keep_within_budget()
