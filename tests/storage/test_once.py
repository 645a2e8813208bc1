from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, event, func, select

from rockettrainer.storage import MatchRecord, ReplayFile, Store, StoreError, Trouble, metadata
from tests.support.matches import record


def _file(name: str) -> ReplayFile:
    return ReplayFile(name * 32, 1000, None)


def _with(given: MatchRecord, name: str, **info: Any) -> MatchRecord:  # noqa: ANN401
    return replace(given, replay=_file(name), info=replace(given.info, **info))


@pytest.mark.parametrize(
    "again",
    [
        _with(record(1), "aa", replay_id=None, match_guid=None),
        _with(record(1), "bb", replay_id="another recorder's"),
        _with(record(1), "cc", match_guid=None),
    ],
    ids=["same file", "same match", "same replay renamed"],
)
def test_a_match_is_stored_once(store: Store, again: MatchRecord) -> None:
    first = store.add_match(_with(record(1), "aa"))
    second = store.add_match(again)
    assert (first.new, second.new) == (True, False)
    assert first.match_id == second.match_id
    assert store.count() == 1
    assert again.replay is not None
    assert store.find_replay(again.replay.sha256) == first.match_id


def test_a_second_recorders_renamed_replay_is_the_match_too(store: Store) -> None:
    first = store.add_match(_with(record(1), "aa"))
    store.add_match(_with(record(1), "bb", replay_id="second"))
    third = store.add_match(_with(record(1), "cc", replay_id="second", match_guid=None))
    assert third.match_id == first.match_id


@pytest.mark.parametrize("guid", [None, "", "0" * 32, "00000000-0000-0000-0000-000000000000"])
def test_matches_without_a_guid_are_not_one(store: Store, guid: str | None) -> None:
    for number in range(3):
        assert store.add_match(_with(record(number), f"{number}a", match_guid=guid)).new
    assert store.count() == 3


def test_many_at_once_store_each_match_once(store: Store) -> None:
    numbers = [number for number in range(12) for _ in range(4)]
    with ThreadPoolExecutor(8) as pool:
        added = list(pool.map(lambda n: store.add_match(record(n)), numbers))
    assert sum(result.new for result in added) == 12
    assert len({result.match_id for result in added}) == store.count() == 12
    assert all(store.match(result.match_id) is not None for result in added)


def test_changes_that_belong_together_are_one(store: Store) -> None:
    def fail() -> None:
        with store.writing() as connection:
            assert store.add_match(record(1), connection=connection).new
            message = "the job could not be queued"
            raise ValueError(message)

    with pytest.raises(ValueError, match="queued"):
        fail()
    assert store.count() == 0
    assert store.add_match(record(2)).new
    stored = store.matches().matches[0]
    match = store.match(stored.id)
    assert match is not None
    assert match.players[0].measured == record(2).analysis.players[0]


def _rows(store: Store) -> dict[str, int]:
    with store.engine.connect() as connection:
        counted = {t.name: select(func.count()).select_from(t) for t in metadata.sorted_tables}
        return {name: connection.scalar(query) or 0 for name, query in counted.items()}


class InterruptionError(Exception):
    """Stands for whatever may stop an import."""


class Interrupter:
    """Fails before one of the statements of a store, its first commit being the last."""

    def __init__(self, store: Store) -> None:
        self.left = 0
        event.listen(store.engine, "before_cursor_execute", self._statement)
        event.listen(store.engine, "commit", self._commit)

    def _statement(self, *_: object) -> None:
        self.left -= 1
        if self.left == 0:
            raise InterruptionError

    def _commit(self, connection: Connection) -> None:
        self._statement(connection)
        self.left = 0


@pytest.mark.parametrize("change", ["add", "replace", "delete"])
def test_a_change_may_be_interrupted_anywhere(store: Store, change: str) -> None:
    first = store.add_match(_with(record(0), "aa")).match_id
    before, interrupter, statement = _rows(store), Interrupter(store), 0

    def interrupted() -> bool:
        interrupter.left = statement
        try:
            if change == "add":
                store.add_match(_with(record(1, metrics=200), "bb"))
            elif change == "replace":
                store.replace_match(first, _with(record(2), "cc"))
            else:
                store.delete_match(first)
        except InterruptionError:
            return True
        return False

    statement = 1
    while interrupted():
        assert _rows(store) == before, statement
        statement += 1
    assert statement > 5
    assert _rows(store) != before


def test_a_match_is_not_stored_without_its_files(store: Store) -> None:
    given = replace(record(1), replay=ReplayFile("ab" * 32, 1000, 500))
    with pytest.raises(StoreError) as caught:
        store.add_match(given)
    assert caught.value.kind is Trouble.NOT_FOUND
    assert store.count() == 0


def test_a_file_keeps_the_name_it_first_had(store: Store) -> None:
    for name in (None, "derby.replay", "derby (1).replay"):
        added = store.add_match(replace(record(1), replay=replace(_file("aa"), name=name)))
    match = store.match(added.match_id)
    assert match is not None
    assert [replay.name for replay in match.replays] == ["derby.replay"]
