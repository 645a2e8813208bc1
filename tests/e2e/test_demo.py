"""The demo from its first word to its last, by both ways into the server."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rockettrainer._bakkesmod import HAS_HOST
from rockettrainer.library import Library

COMMAND = (sys.executable, "-c", "from rockettrainer.cli import main; main()", "demo")
LONGEST_S = 240
"""A tenth of that on a quiet machine."""
SHORT = ("--minutes", "0.25", "--seed", "1")
"""A match that does not go on in overtime for long, and others before it that do not either."""
SPEEDS = {"plugin": "8", "stats-api": "2"}
"""The Stats API tells no times, and too few seconds on the wall's clock are not kept as a match."""


def started(home: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        (*COMMAND, "--no-window", *SHORT, *options),
        env=os.environ | {"ROCKETTRAINER_HOME": str(home), "COLUMNS": "200"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.mark.parametrize("source", ["plugin", pytest.param("stats-api", marks=pytest.mark.long)])
def test_a_match_is_played_told_of_and_kept(source: str, tmp_path: Path) -> None:
    if source == "plugin" and not HAS_HOST:
        pytest.skip("built without the stand-in for the game: it wants Boost")
    home = tmp_path / "home"
    demo = started(home, "--source", source, "--speed", SPEEDS[source])
    said, errors = demo.communicate(timeout=LONGEST_S)
    assert demo.returncode == 0, errors
    assert "overlay.html#key=" in said
    assert f"{source} ·" in said
    assert " 0 dropped" in said
    assert "The match is number 7" in said
    assert not home.exists() or not any(home.glob("*.db"))
    with Library(tmp_path / "home-demo") as library:
        assert library.store.count() == 7
        match = library.store.match(7)
        assert match is not None
        assert any(player.player.name == "You" for player in match.players)


@pytest.mark.long
def test_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    demo = started(tmp_path / "home", "--source", "stats-api", "--speed", "0.5")
    assert demo.stdout is not None
    for line in demo.stdout:
        if line.startswith("Overlay:"):
            break
    time.sleep(0.5)
    demo.send_signal(signal.SIGINT)
    said, errors = demo.communicate(timeout=60)
    assert demo.returncode == 130, errors
    assert "Traceback" not in said + errors
    assert not (tmp_path / "home-demo" / "server.json").exists()
