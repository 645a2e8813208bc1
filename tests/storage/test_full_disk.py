import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from rockettrainer.storage import (
    Store,
    StoreError,
    Trouble,
    check_database,
    copy_database,
    database_path,
    open_store,
)
from rockettrainer.storage._migrate import migrate
from tests.support.importer import imported
from tests.support.matches import fill, record
from tests.support.migrations import scripts_with_next

DISK_MB = 6
_is_root = sys.platform == "linux" and os.geteuid() == 0


@pytest.fixture(name="disk")
def _disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    if not _is_root:
        pytest.skip("only root on Linux can make a small disk")
    disk, mount = tmp_path / "disk", shutil.which("mount")
    disk.mkdir()
    command = [str(mount), "-t", "tmpfs", "-o", f"size={DISK_MB}m", "tmpfs", str(disk)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let us mount a small disk")
    try:
        yield disk
    finally:
        subprocess.run([str(shutil.which("umount")), "-l", str(disk)], check=True)


def _stuff(disk: Path, leave: int = 0) -> Path:
    """Fills a disk but for some bytes."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
        file.truncate(max(0, file.tell() - leave))
    return ballast


def _says_full(caught: pytest.ExceptionInfo[StoreError]) -> None:
    assert caught.value.kind is Trouble.FULL_DISK
    assert caught.value.message == "the disk is full"
    assert "Free some space" in caught.value.hint


def _import_all(store: Store, found: list[int]) -> None:
    """Imports as a program does; notes the matches that were acknowledged."""
    for number in range(10_000):
        found.append(store.add_match(imported(store, number)).match_id)  # noqa: PERF401


def test_a_full_disk_is_said_and_survived(disk: Path) -> None:
    with open_store(disk) as store:
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(2_000_000))
        found: list[int] = []
        with pytest.raises(StoreError) as caught:
            _import_all(store, found)
        _says_full(caught)
        assert len(found) > 5
        assert store.count() == len(found)
        assert store.match(found[-1]) is not None
        assert store.matches(limit=5).matches[0].id == found[-1]
        ballast.unlink()
        assert store.add_match(imported(store, 9_000)).new
    check_database(database_path(disk))
    with open_store(disk) as store:
        assert store.count() == len(found) + 1
        assert all(store.files.read_frames(_frames(store, match_id)) for match_id in found)


def _frames(store: Store, match_id: int) -> str:
    found = store.match(match_id)
    assert found is not None
    assert found.frames is not None
    return found.frames.sha256


@pytest.mark.parametrize("leave", [0, 4096, 20_000, 40_000, 100_000])
def test_a_database_that_cannot_grow_says_so(disk: Path, leave: int) -> None:
    with open_store(disk) as store:
        fill(store, 2)
    ballast = _stuff(disk, leave)
    with pytest.raises(StoreError) as caught, open_store(disk) as store:
        fill(store, 500, first=2)
    _says_full(caught)
    ballast.unlink()
    with open_store(disk) as store:
        assert store.count() == 2
        fill(store, 1, first=2)
        assert store.count() == 3


@pytest.mark.parametrize("leave", [0, 4096, 40_000, 100_000])
def test_a_first_start_on_a_full_disk(disk: Path, leave: int) -> None:
    ballast = _stuff(disk, leave)
    with pytest.raises(StoreError) as caught:
        open_store(disk)
    _says_full(caught)
    ballast.unlink()
    with open_store(disk) as store:
        assert store.add_match(record(0)).new


@pytest.mark.parametrize("leave", [0, 100_000, 600_000])
def test_an_update_on_a_full_disk(disk: Path, tmp_path: Path, leave: int) -> None:
    url = f"sqlite:///{database_path(disk)}"
    with open_store(disk) as store:
        fill(store, 30)
    scripts, ballast = scripts_with_next(tmp_path), _stuff(disk, leave)
    with pytest.raises(StoreError) as caught:
        migrate(url, scripts=scripts)
    _says_full(caught)
    ballast.unlink()
    with open_store(disk) as store:
        assert store.count() == 30
    migrate(url, scripts=scripts)


def test_a_backup_on_a_full_disk_leaves_no_half_file(disk: Path) -> None:
    with open_store(disk) as store:
        fill(store, 30)
    _stuff(disk, 50_000)
    with pytest.raises(StoreError) as caught:
        copy_database(database_path(disk), disk / "copy" / "copy.db")
    _says_full(caught)
    assert list((disk / "copy").iterdir()) == []


def test_a_database_at_its_limit_says_so_on_every_system(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        fill(store, 3)
        limit = "PRAGMA max_page_count = 1"  # SQLite takes the present size for it

        def restrict(connection: object, _record: object) -> None:
            connection.execute(limit)  # type: ignore[attr-defined]

        store.close()
        event.listen(store.engine, "connect", restrict)
        with pytest.raises(StoreError) as caught:
            fill(store, 50, first=3)
        _says_full(caught)
        event.remove(store.engine, "connect", restrict)
        store.close()
        assert store.count() == 3
        assert store.add_match(replace(record(3), analyser="later")).new
