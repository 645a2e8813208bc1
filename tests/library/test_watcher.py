import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from rockettrainer.library import FoundFile, Hashes, Watcher, _watcher
from rockettrainer.library._files import is_whole, stamp_of
from rockettrainer.library._imports import BACKLOG, SOON
from tests.conftest import corpus
from tests.support.replays import replay
from tests.support.waiting import LONG_S, until

NEVER_S = 3600.0
"""Between scans, so that what is found was noticed and not come across."""


class Handed(list[tuple[str, int]]):
    def __call__(self, files: Sequence[FoundFile], priority: int) -> int:
        self.extend((file.path.name, priority) for file in files)
        return len(files)

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self]


@contextmanager
def watching(
    folder: Path, handed: Handed, hashes: Path, rescan_s: float = NEVER_S
) -> Iterator[None]:
    watcher = Watcher(lambda: [folder] if folder.is_dir() else [], Hashes(hashes), handed, rescan_s)
    watcher.start()
    assert watcher.wait_until_scanned(LONG_S)
    yield
    watcher.stop()


@pytest.fixture(params=["notices", "polls"])
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "polls":
        monkeypatch.setattr(_watcher, "needs_polling", lambda _: True)
    return str(request.param)


def write_slowly(path: Path, content: bytes, parts: int = 5) -> None:
    """Writes as the game does, piece by piece."""
    with path.open("wb") as file:
        for start in range(0, len(content), -(-len(content) // parts)):
            file.write(content[start : start + -(-len(content) // parts)])
            file.flush()
            time.sleep(0.15)


@pytest.mark.usefixtures("kind")
def test_new_files_are_noticed_once_they_are_complete(tmp_path: Path) -> None:
    demos, handed = tmp_path / "Demos", Handed()
    demos.mkdir()
    with watching(demos, handed, tmp_path / "hashes"):
        for number in range(4):
            write_slowly(demos / f"{number}.replay", replay(number))
            until(lambda: f"{number}.replay" in handed.names)  # noqa: B023
            assert handed[-1][1] == SOON
        (demos / "deeper").mkdir()
        time.sleep(1.0)
        write_slowly(demos / "deeper" / "a.REPLAY", replay(9))
        until(lambda: "a.REPLAY" in handed.names)
        partial = demos / "b.replay.tmp"
        partial.write_bytes(replay(10))
        partial.rename(demos / "b.replay")
        until(lambda: "b.replay" in handed.names)
    assert len(handed) == 6


def test_what_is_there_comes_first_the_latest_first_and_once(tmp_path: Path) -> None:
    handed = Handed()
    for number in range(5):
        path = tmp_path / f"{number}.replay"
        path.write_bytes(replay(number))
        os.utime(path, (1_700_000_000 + number,) * 2)
    (tmp_path / "notes.txt").write_text("nothing")
    with watching(tmp_path, handed, tmp_path / "hashes", rescan_s=0.3):
        until(lambda: len(handed) >= 5)
        time.sleep(1.0)
    assert handed.names == [f"{number}.replay" for number in (4, 3, 2, 1, 0)]
    assert {priority for _, priority in handed} == {BACKLOG}


def test_a_folder_that_comes_later_is_found(tmp_path: Path) -> None:
    demos, handed = tmp_path / "Demos", Handed()
    with watching(demos, handed, tmp_path / "hashes", rescan_s=0.2):
        demos.mkdir()
        (demos / "a.replay").write_bytes(replay(1))
        until(lambda: handed.names == ["a.replay"])


def test_a_file_that_stays_cut_off_is_handed_in_at_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_watcher, "_SETTLED_S", 0.5)
    handed = Handed()
    with watching(tmp_path, handed, tmp_path / "hashes"):
        began = time.monotonic()
        (tmp_path / "a.replay").write_bytes(replay(1)[:-1])
        until(lambda: handed.names == ["a.replay"])
        assert time.monotonic() - began >= 0.5


def test_a_file_that_changes_is_handed_in_again(tmp_path: Path) -> None:
    handed = Handed()
    (tmp_path / "a.replay").write_bytes(replay(1))
    with watching(tmp_path, handed, tmp_path / "hashes"):
        (tmp_path / "a.replay").write_bytes(replay(2) + b" ")
        until(lambda: len(handed) >= 2)


def test_whole_is_what_has_all_its_bytes(tmp_path: Path) -> None:
    path, content = tmp_path / "a.replay", replay(1)
    for length in (0, 3, 8, 200, len(content) // 2, len(content) - 1):
        path.write_bytes(content[:length])
        assert not is_whole(path)
    path.write_bytes(content)
    assert is_whole(path)
    assert not is_whole(tmp_path / "b.replay")
    assert all(is_whole(real) for real in corpus(valid=True))


def test_contents_are_remembered_through_a_torn_line(tmp_path: Path) -> None:
    memory, path = tmp_path / "hashes", tmp_path / "a.replay"
    path.write_bytes(b"one")
    stamp = stamp_of(path)
    assert stamp is not None
    first = Hashes(memory).of(path, stamp)
    with memory.open("a") as file:
        file.write('\n["torn')
    path.chmod(0)
    again = Hashes(memory)
    assert again.of(path, stamp) == first
    path.chmod(0o600)
    path.write_bytes(b"other")
    changed = stamp_of(path)
    assert changed is not None
    assert again.of(path, changed) != first
