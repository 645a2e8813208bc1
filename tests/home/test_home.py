"""The data folder: who has it, and files that are whole in it."""

import sys
from pathlib import Path

import pytest

from rockettrainer.home import (
    HomeError,
    Running,
    announce,
    make_home,
    only_one,
    only_server,
    replacing,
    running_server,
    write_atomic,
)


def test_a_file_is_replaced_at_once_or_stays(tmp_path: Path) -> None:
    path = tmp_path / "below" / "file"
    write_atomic(path, b"one")
    with pytest.raises(FileNotFoundError), replacing(path):
        pass  # nothing was written
    assert path.read_bytes() == b"one"
    write_atomic(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_only_the_user_may_read_what_is_private(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.touch(0o644)
    write_atomic(path, b"token", private=True)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_second_server_is_told_so_and_leaves_the_first_alone(tmp_path: Path) -> None:
    with only_server(tmp_path) as first:
        assert first
        announce(tmp_path, Running(8787, "token"))
        with only_server(tmp_path) as second:
            assert not second
        assert running_server(tmp_path) == Running(8787, "token")
    assert running_server(tmp_path) is None


def test_a_server_that_fails_takes_its_address_with_it(tmp_path: Path) -> None:
    announce(tmp_path, Running(8787, "token"))
    with pytest.raises(RuntimeError), only_server(tmp_path):
        raise RuntimeError
    assert running_server(tmp_path) is None


@pytest.mark.parametrize("said", ["", "[]", "{", '{"port": "x", "token": ""}', '{"port": 1}'])
def test_an_address_that_is_none_is_nobodys(tmp_path: Path, said: str) -> None:
    (tmp_path / "server.json").write_text(said, encoding="utf-8")
    assert running_server(tmp_path) is None


def test_what_is_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(HomeError, match="cannot be made"):
        make_home(tmp_path / "file" / "data")
    lock = tmp_path / "server.lock"
    lock.mkdir()
    with pytest.raises(HomeError, match=r"server\.lock cannot be") as told, only_one(lock):
        pass
    assert "ROCKETTRAINER_HOME" in told.value.hint
