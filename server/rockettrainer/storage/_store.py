"""The store: everything that is kept, behind one door."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select, update

from rockettrainer.storage import _budget, _writing
from rockettrainer.storage._detail import StoredMatch, read_match
from rockettrainer.storage._errors import StoreError, Trouble
from rockettrainer.storage._files import Files
from rockettrainer.storage._filter import EVERYTHING, MatchFilter
from rockettrainer.storage._found import find_match
from rockettrainer.storage._listing import Page, count_matches, list_matches
from rockettrainer.storage._merge import completed, merged, note_identity, record_of
from rockettrainer.storage._people import Person, guess_me, list_people, my_ids, set_me
from rockettrainer.storage._record import MatchRecord
from rockettrainer.storage._settings import Settings
from rockettrainer.storage._tables import matches, replays
from rockettrainer.storage._training import TrainingRecord, add_training
from rockettrainer.storage._transactions import Transactions
from rockettrainer.storage._trend import Trend, read_trend
from rockettrainer.storage._vectors import Vocabulary


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a match that was to be added."""

    match_id: int
    new: bool
    """False if it was there before."""


class Store:
    """A person's matches. Made by `open_store`; may be shared by threads.

    Every method is one transaction: when it returns, what it did outlasts a crash; when it
    raises, nothing was done.
    """

    def __init__(self, transactions: Transactions, files: Files, user_id: int) -> None:
        self.files = files
        self.user_id = user_id
        self.settings = Settings(transactions.reading, transactions.writing, user_id)
        self._transactions = transactions
        self._vocabulary = Vocabulary()

    @property
    def engine(self) -> Engine:
        """The database's; for packages that keep their own tables in it."""
        return self._transactions.engine

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees the data as they are at its first query.

        Raises:
            StoreError: The database cannot be read.
        """
        return self._transactions.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction for several changes that belong together.

        Raises:
            StoreError: The disk is full, or another program holds the lock for too long.
        """
        return self._transactions.writing()

    def add_match(self, record: MatchRecord, *, connection: Connection | None = None) -> Added:
        """Adds a match, unless it is there: by file, match GUID or replay id.

        A match that is there keeps its analysis; see `replace_match`. The file is noted as
        another one of it. A match seen live and its replay become one, with what either shows.

        Args:
            record: The match.
            connection: Of `writing`, to do it in that transaction.

        Raises:
            StoreError: It cannot be stored; nothing of it was.
        """
        with self._storing(record, connection) as inside:
            if (found := find_match(inside, record)) is None:
                return Added(_writing.insert_match(inside, record), new=True)
            former = _named_files(inside, found)
            self._meet(inside, found, record)
        if connection is None:
            self._remove(former)
        return Added(found, new=False)

    def replace_match(
        self, match_id: int, record: MatchRecord, *, connection: Connection | None = None
    ) -> bool:
        """Puts a newer analysis in place of a match's; its number and pin stay.

        What only a live source saw stays, too.

        Returns:
            False if there is no such match: it was deleted in the meantime.
        """
        with self._storing(record, connection) as inside:
            former = _named_files(inside, match_id)
            stored = read_match(inside, match_id, self.user_id, self._vocabulary)
            if stored is None:
                return False
            _writing.replace_match(inside, match_id, completed(record, record_of(stored)))
        if connection is None:
            self._remove(former)
        return True

    def delete_match(self, match_id: int) -> bool:
        """Deletes a match and its files; False if there is no such match."""
        with self.writing() as connection:
            former = _named_files(connection, match_id)
            if not _writing.delete_match(connection, match_id):
                return False
        self._remove(former)
        return True

    def add_training(self, record: TrainingRecord) -> int:
        """Adds a stay in training; its number."""
        with self.writing() as connection:
            return add_training(connection, self.user_id, record)

    def pin_match(self, match_id: int, *, pinned: bool) -> bool:
        """Keeps a match's original whatever the budget; False if there is no such match."""
        with self.writing() as connection:
            change = update(matches).where(matches.c.id == match_id).values(pinned=pinned)
            return connection.execute(change).rowcount > 0

    def find_replay(self, sha256: str) -> int | None:
        """The match that a replay file is of; None if the file is new."""
        with self.reading() as connection:
            query = select(replays.c.match_id).where(replays.c.sha256 == sha256)
            return connection.scalar(query)

    def outdated(self, analyser: str, limit: int = 100) -> tuple[int, ...]:
        """Matches analysed by another version, the latest first."""
        query = select(matches.c.id).where(matches.c.analyser != analyser)
        latest = query.order_by(matches.c.played_at.desc(), matches.c.id.desc()).limit(limit)
        with self.reading() as connection:
            return tuple(connection.scalars(latest))

    def match(self, match_id: int) -> StoredMatch | None:
        """All of a match but its frames; None if there is no such match."""
        with self.reading() as connection:
            return read_match(connection, match_id, self.user_id, self._vocabulary)

    def matches(
        self, wanted: MatchFilter = EVERYTHING, cursor: str | None = None, limit: int = 50
    ) -> Page:
        """A page of the list, by date, the latest first.

        Raises:
            ValueError: The cursor is not one that a page gave.
        """
        with self.reading() as connection:
            return list_matches(connection, wanted, self.user_id, cursor, limit)

    def count(self, wanted: MatchFilter = EVERYTHING) -> int:
        """How many matches the whole list has."""
        with self.reading() as connection:
            return count_matches(connection, wanted, self.user_id)

    def trend(
        self,
        metric: str,
        player_ids: Sequence[int] | None = None,
        last_n: int = 100,
        *,
        playlists: Sequence[str] = (),
        window: int = 10,
    ) -> Trend:
        """A metric over the last matches that have a value of it.

        Args:
            metric: Its key.
            player_ids: Accounts of one person; the user's by default.
            last_n: How many matches.
            playlists: Keys of playlists to take matches of; all by default.
            window: How many matches a median is over.
        """
        with self.reading() as connection:
            who = my_ids(connection, self.user_id) if player_ids is None else player_ids
            place = self._vocabulary.place(connection, metric)
            return read_trend(connection, metric, place, who, last_n, playlists, window)

    def players(self, text: str = "", limit: int = 50) -> tuple[Person, ...]:
        """People with that in their name: the user first, then by number of matches."""
        with self.reading() as connection:
            return list_people(connection, self.user_id, text, limit)

    def me(self) -> tuple[int, ...]:
        """The user's accounts."""
        with self.reading() as connection:
            return my_ids(connection, self.user_id)

    def set_me(self, player_ids: Collection[int]) -> None:
        """Says which accounts are the user's.

        Raises:
            LookupError: One of them is not known.
        """
        with self.writing() as connection:
            set_me(connection, self.user_id, player_ids)

    def guess_me(self) -> int | None:
        """The account that is likely the user's; None if there are no matches."""
        with self.reading() as connection:
            return guess_me(connection)

    def keep_within_budget(self) -> int:
        """Gives up files of the oldest matches over the user's budgets; returns how many.

        Frames go only where the original can make them again; originals that are needed for
        that go last. Metrics always stay.
        """
        chosen = self.settings.all()
        for_frames = chosen.get(_budget.FRAMES_BUDGET, _budget.DEFAULT_BUDGET)
        for_replays = chosen.get(_budget.REPLAY_BUDGET, _budget.DEFAULT_BUDGET)
        with self.writing() as connection:
            gone = _budget.evict_frames(connection, for_frames)
            gone += _budget.evict_replays(connection, for_replays)
        self._remove(gone)
        return len(gone)

    def sweep(self) -> int:
        """Removes files that interrupted imports left; returns how many."""
        with self.writing() as connection:
            return _budget.sweep(connection, self.files)

    def close(self) -> None:
        """Closes all connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _meet(self, connection: Connection, match_id: int, record: MatchRecord) -> None:
        """Adds to a stored match what another source, or another file of it, brings."""
        stored = read_match(connection, match_id, self.user_id, self._vocabulary)
        whole = None if stored is None else merged(stored, record)
        if whole is not None:
            _writing.replace_match(connection, match_id, whole)
            note_identity(connection, match_id, record)
        _writing.attach_replay(connection, match_id, record)

    @contextmanager
    def _storing(self, record: MatchRecord, connection: Connection | None) -> Iterator[Connection]:
        """A transaction, during which the record's files stay where they are."""
        with self.writing() if connection is None else nullcontext(connection) as inside:
            self._check_files(record)
            yield inside

    def _check_files(self, record: MatchRecord) -> None:
        frames, replay = record.frames, record.replay
        if frames is not None and not self.files.frames.has(frames.sha256):
            raise StoreError(Trouble.NOT_FOUND, "the frames of the match are not written")
        kept = replay is not None and replay.packed_bytes is not None
        if replay is not None and kept and not self.files.replays.has(replay.sha256):
            raise StoreError(Trouble.NOT_FOUND, "the replay of the match is not written")

    def _remove(self, names: list[str]) -> None:
        """Tidies up after a change that is committed: a failure here is not one of the change."""
        with suppress(StoreError):
            if names:
                with self.writing() as connection:
                    _budget.remove_unused(connection, self.files, names)


def _named_files(connection: Connection, match_id: int) -> list[str]:
    frames = select(matches.c.frames_sha256).where(matches.c.id == match_id)
    originals = select(replays.c.sha256).where(replays.c.match_id == match_id)
    names = [*connection.scalars(frames), *connection.scalars(originals)]
    return [name for name in names if name is not None]
