"""The demo's parts: its folder, its words, what it says when something is missing."""

from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

from rockettrainer.cli import _demo, _demo_before, _demo_show
from rockettrainer.match import Phase, Team
from rockettrainer.sources.simulation import HostMissing, Scene, SimulatorMissing


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROCKETTRAINER_HOME", str(tmp_path / "home"))


def test_its_folder_lies_beside_the_persons_own_and_is_fresh_each_time(tmp_path: Path) -> None:
    folder = _demo_before.fresh_folder()
    assert folder == tmp_path / "home-demo"
    (folder / "left.txt").touch()
    assert _demo_before.fresh_folder() == folder
    assert [path.name for path in folder.iterdir()] == ["demo.txt"]


def test_a_folder_that_is_not_the_demos_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "home-demo"
    other.mkdir()
    (other / "precious.txt").touch()
    with pytest.raises(_demo_before.NotOurs, match="not the demo's"):
        _demo_before.fresh_folder()
    assert (other / "precious.txt").exists()


@pytest.mark.parametrize("missing", [SimulatorMissing, HostMissing])
def test_what_is_missing_is_said_with_what_to_install(
    missing: type[Exception], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise missing

    monkeypatch.setattr(_demo, "_demo", refuse)
    assert _demo.run("plugin", 1.0, 1, 1.0, window=False) == _demo.FAILED
    assert "uv sync" in capsys.readouterr().err


def test_ctrl_c_is_an_end_and_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(_demo, "_demo", stop)
    assert _demo.run("plugin", 1.0, 1, 1.0, window=False) == _demo.STOPPED


def test_the_line_shows_clock_score_source_and_counts() -> None:
    nothing = np.zeros(0)
    scene = Scene(
        time_s=1.0, clock_s=61.2, phase=Phase.ACTIVE, overtime=True, countdown=0, ball_hit=True,
        ball_team=Team.BLUE, score=(2, 1), ball=nothing, cars=nothing, happened=(),
    )  # fmt: skip
    text = _demo_show.line(scene, "plugin", (1200, 3)).plain
    assert "+1:02" in text
    assert "Blue 2 : 1 Orange" in text
    assert "plugin · 1,200 sent · 3 dropped" in text


def test_the_summary_shows_what_stands_out_and_a_missing_usual() -> None:
    found = {"name": "Out of boost", "value": 11.0, "unit": "s", "usual": None}
    told = {"headline": "Won 2:1.", "strengths": [found], "leaks": [found | {"usual": 25.25}]}
    console = Console(width=100, record=True, file=StringIO())
    console.print(_demo_show.summary(told))
    text = console.export_text()
    assert "Won 2:1." in text
    assert "11.0 s" in text
    assert "25.2 s" in text
    assert "▲" in text


def test_a_match_that_was_too_short_to_be_kept_has_no_number() -> None:
    assert _demo._kept(7) == "The match is number 7."
    assert "None" not in _demo._kept(None)
    assert "--speed" in _demo._kept(None)
