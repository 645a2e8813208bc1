"""The program as a person starts it."""

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from platformdirs import user_cache_path

from rockettrainer.api import NotRunning, other_link
from tests.support.replays import replay
from tests.support.waiting import until

RUN = (sys.executable, "-c", "from rockettrainer.cli import main; main()")


def environment(home: Path) -> dict[str, str]:
    cache = str(user_cache_path())  # where the kernels are that are compiled already
    places = {"ROCKETTRAINER_HOME": str(home), "HOME": str(home.parent), "XDG_CACHE_HOME": cache}
    return {**os.environ, **places, "USERPROFILE": str(home.parent)}


@contextmanager
def started(home: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server of its own process, and the link that it printed."""
    command = [*RUN, "serve", *more]
    with subprocess.Popen(command, env=environment(home), stdout=-1, text=True) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().split()[-1]
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(120)


def ran(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*RUN, *arguments],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def opened(link: str) -> tuple[str, dict[str, str]]:
    """Trades a link for what requests need."""
    base, code = link.split("/#/start?code=")
    answer = httpx.post(f"{base}/api/v1/session", json={"code": code})
    return base, {"Authorization": f"Bearer {answer.json()['token']}"}


def test_a_second_start_gives_the_link_of_the_first(tmp_path: Path) -> None:
    home = tmp_path / "home"
    demos = tmp_path / "Documents/My Games/Rocket League/TAGame/Demos"
    demos.mkdir(parents=True)
    (demos / "old.replay").write_bytes(replay(1))
    with started(home) as (process, link):
        base, headers = opened(link)
        second = ran(home, "serve")
        assert second.returncode == 0
        assert opened(second.stdout.split()[-1])[0] == base
        assert opened(ran(home, "link").stdout.split()[-1])[0] == base
        info = httpx.get(f"{base}/api/v1/info", headers=headers).json()
        assert (info["watching"], info["replay_folders"]) == (True, [str(demos)])
        said = home / "server.json"
        assert stat.S_IMODE(said.stat().st_mode) == 0o600 or sys.platform == "win32"
        until(lambda: counted(base, headers) == 1)
        (demos / "new.replay").write_bytes(replay(2))
        until(lambda: counted(base, headers) == 2)
        assert process.poll() is None
    assert process.returncode == 0
    assert not (home / "server.json").exists()
    late = ran(home, "link")
    assert (late.returncode, "no server is running" in late.stderr) == (2, True)


def counted(base: str, headers: dict[str, str]) -> int:
    """How many matches there are."""
    stored: int = httpx.get(f"{base}/api/v1/info", headers=headers).json()["store"]["matches"]
    return stored


def test_a_killed_server_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    with started(tmp_path, "--no-watch") as (process, link):
        process.kill()
        process.wait()
    said = json.loads((tmp_path / "server.json").read_text())
    assert f":{said['port']}/" in link
    with pytest.raises(NotRunning):
        other_link(tmp_path)
    with started(tmp_path, "--no-watch") as (_, again):
        assert opened(again)[1] != {"Authorization": f"Bearer {said['token']}"}


def test_a_port_that_is_taken_is_said_to_be(tmp_path: Path) -> None:
    with started(tmp_path / "one", "--no-watch") as (_, link):
        port = link.split(":")[2].split("/")[0]
        other = ran(tmp_path / "two", "serve", "--port", port)
        assert (other.returncode, f"port {port}" in other.stderr) == (2, True)
        with started(tmp_path / "two", "--no-watch") as (_, elsewhere):
            assert f":{port}/" not in elsewhere


def test_watch_imports_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "replays"
    folder.mkdir()
    (folder / "a.replay").write_bytes(replay(1))
    (folder / "b.replay").write_bytes(b"\x00" * 40)
    command = [*RUN, "watch", str(folder)]
    with subprocess.Popen(
        command, env=environment(tmp_path / "home"), stderr=subprocess.PIPE, text=True
    ) as process:
        lines: list[str] = []
        assert process.stderr is not None
        while not (any("Ann, Otto" in x for x in lines) and any("b.replay" in x for x in lines)):
            lines.append(process.stderr.readline())
        process.send_signal(signal.SIGINT)
        assert process.wait(120) == 0
