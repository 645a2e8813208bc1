import threading
from pathlib import Path

import pytest

from rockettrainer.storage import (
    StoreError,
    Trouble,
    check_database,
    compact_database,
    copy_database,
    database_path,
    open_store,
    restore_database,
)
from tests.support.matches import fill, record


def _names(home: Path) -> list[str | None]:
    with open_store(home) as store:
        return [line.name for line in store.matches(limit=500).matches]


def test_a_backup_brings_everything_back(tmp_path: Path) -> None:
    home, copy = tmp_path / "home", tmp_path / "copy.db"
    with open_store(home) as store:
        fill(store, 5)
    before = _names(home)
    copy_database(database_path(home), copy)
    with open_store(home) as store:
        for line in store.matches().matches[:4]:
            store.delete_match(line.id)
        fill(store, 2, first=50)
    changed = _names(home)
    former = restore_database(copy, database_path(home))
    assert _names(home) == before
    assert former is not None
    restore_database(former, database_path(home))
    assert _names(home) == changed


def test_a_backup_can_be_made_and_restored_while_in_use(tmp_path: Path) -> None:
    home, copy = tmp_path / "home", tmp_path / "copy.db"
    with open_store(home) as store:
        fill(store, 3)
        copy_database(database_path(home), copy)
        fill(store, 3, first=3)
        restore_database(copy, database_path(home))
        assert store.count() == 3
        assert store.add_match(record(9)).new


def test_backups_made_during_imports_are_whole(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with open_store(home) as store:
        stop = threading.Event()

        def work() -> None:
            number = 0
            while not stop.is_set():
                store.add_match(record(number))
                number += 1

        thread = threading.Thread(target=work)
        thread.start()
        try:
            copies = [copy_database(database_path(home), tmp_path / f"{n}.db") for n in range(5)]
        finally:
            stop.set()
            thread.join()
    for copy in copies:
        check_database(copy)
        restore_database(copy, database_path(tmp_path / copy.stem))
        with open_store(tmp_path / copy.stem) as store:
            for line in store.matches(limit=500).matches:
                match = store.match(line.id)
                assert match is not None
                assert len(match.players) == 6


def test_a_damaged_database_can_be_replaced(tmp_path: Path) -> None:
    home, copy = tmp_path / "home", tmp_path / "copy.db"
    with open_store(home) as store:
        fill(store, 3)
    copy_database(database_path(home), copy)
    database_path(home).write_bytes(b"rubbish" * 1000)
    former = restore_database(copy, database_path(home))
    assert former is not None
    assert former.read_bytes() == b"rubbish" * 1000
    assert len(_names(home)) == 3


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with open_store(home) as store:
        fill(store, 2)
    rubbish = tmp_path / "rubbish.db"
    rubbish.write_bytes(b"rubbish" * 1000)
    for wrong, kind in ((rubbish, Trouble.DAMAGED), (tmp_path / "none", Trouble.NOT_FOUND)):
        with pytest.raises(StoreError) as caught:
            restore_database(wrong, database_path(home))
        assert caught.value.kind is kind
    assert len(_names(home)) == 2


def test_room_of_deleted_matches_is_given_back(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        fill(store, 60)
        for line in store.matches(limit=100).matches[1:]:
            store.delete_match(line.id)
    path = database_path(tmp_path)
    before = path.stat().st_size
    compact_database(path)
    assert path.stat().st_size < before / 2
    assert len(_names(tmp_path)) == 1
