import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from rockettrainer.storage import StoreError, Trouble, database_path, home_folder, open_store
from rockettrainer.storage import _engine as engine
from tests.support.matches import fill, record


def test_the_data_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ROCKETTRAINER_HOME", str(tmp_path / "mine"))
    assert home_folder() == tmp_path / "mine"
    monkeypatch.delenv("ROCKETTRAINER_HOME")
    assert home_folder().name == "rockettrainer"


def test_a_lock_that_lasts_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 50)
    with open_store(tmp_path) as store:
        fill(store, 1)
        with closing(sqlite3.connect(database_path(tmp_path), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError) as caught:
                store.add_match(record(1))
            assert caught.value.kind is Trouble.LOCKED
            assert store.count() == 1
            other.execute("ROLLBACK")
        assert store.add_match(record(1)).new


@pytest.mark.parametrize("size", [10, 5000])
def test_a_file_that_is_no_database_is_said(tmp_path: Path, size: int) -> None:
    database_path(tmp_path).write_bytes(b"rubbish " * size)
    with pytest.raises(StoreError) as caught:
        open_store(tmp_path)
    assert caught.value.kind is Trouble.DAMAGED
    assert "restore" in caught.value.hint
    assert database_path(tmp_path).stat().st_size == 8 * size


def test_damage_inside_is_said(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        fill(store, 40)
    path = database_path(tmp_path)
    content = bytearray(path.read_bytes())
    content[8192:-4096] = b"\xa5" * (len(content) - 12288)
    path.write_bytes(content)
    with pytest.raises(StoreError) as caught, open_store(tmp_path) as store:
        fill(store, 40, first=100)
    assert caught.value.kind is Trouble.DAMAGED


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError):
        open_store(tmp_path / "file" / "home")


@pytest.mark.skipif(sys.platform == "win32", reason="folders have other rights there")
def test_a_database_that_is_a_folder_is_said(tmp_path: Path) -> None:
    database_path(tmp_path).mkdir()
    with pytest.raises(StoreError) as caught:
        open_store(tmp_path)
    assert caught.value.kind is Trouble.NOT_WRITABLE


def test_a_server_that_does_not_answer_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(tmp_path, "postgresql+psycopg://nobody@127.0.0.1:9/nothing?connect_timeout=5")
    assert caught.value.kind is Trouble.UNREACHABLE
