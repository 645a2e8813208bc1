"""The doctor, on machines of all kinds."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rockettrainer.cli._app import app
from rockettrainer.cli._doctor import Line, Verdict, examine, report, status
from rockettrainer.cli._machine import GAME, GAME_WITH_ANTI_CHEAT, PLUGIN, Machine
from rockettrainer.home import Running, announce, only_server
from rockettrainer.sources.stats_api import IniError

READY = {"packetsendrate": "30", "port": "49123", "webport": "49124"}
INI = Path("TAStatsAPI.ini")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine on which all is ready."""
    plugins = tmp_path / "bakkesmod/plugins"
    plugins.mkdir(parents=True)
    (plugins / PLUGIN).touch()
    return Machine(
        home=tmp_path,
        writable=True,
        free_bytes=50 << 30,
        installs=(tmp_path / "rocketleague",),
        replays=(tmp_path / "Demos",),
        bakkesmod=(tmp_path / "bakkesmod",),
        ini={INI: READY},
        kit="gtk",
    )


def _line(machine: Machine, what: str) -> Line:
    return next(line for line in examine(machine) if line.what == what)


def test_a_machine_that_is_ready_has_nothing_to_do(machine: Machine) -> None:
    lines = examine(machine)
    assert {line.verdict for line in lines} == {Verdict.OK}
    assert not any(line.todo for line in lines)
    assert status(lines) == 0


def test_a_bare_machine_gets_something_to_do_for_each(tmp_path: Path) -> None:
    bare = Machine(home=tmp_path, writable=True, free_bytes=5 << 30, ini={}, kit_trouble="none")
    lines = examine(bare)
    wanting = {line.what for line in lines if line.verdict is Verdict.ATTENTION}
    assert wanting == {"Rocket League", "Stats API", "plugin", "windows", "replays"}
    assert all(line.todo for line in lines if line.verdict is not Verdict.OK)
    assert status(lines) == 0


@pytest.mark.parametrize(
    ("change", "what", "verdict", "found"),
    [
        ({"ini": {INI: READY | {"packetsendrate": "0"}}}, "Stats API", "attention", "off"),
        ({"ini": {INI: {}}}, "Stats API", "attention", "off"),
        ({"ini": {INI: IniError("it has no section")}}, "Stats API", "attention", "no section"),
        ({"ini": {INI: PermissionError(13, "Denied")}}, "Stats API", "attention", "read: Denied"),
        ({"processes": {GAME}}, "running game", "ok", "without anti-cheat"),
        ({"processes": {GAME, GAME_WITH_ANTI_CHEAT}}, "running game", "ok", "with anti-cheat"),
        ({"bakkesmod": ()}, "plugin", "attention", "not installed"),
        ({"bakkesmod": (Path("elsewhere"),)}, "plugin", "attention", f"{PLUGIN} is not in"),
        ({"processes": {GAME}, "plugin_loaded": False}, "plugin", "attention", "not loaded"),
        ({"processes": {GAME}, "plugin_connected": True}, "plugin", "ok", "connected"),
        ({"processes": {GAME}}, "plugin", "attention", "not connected"),
        ({"port_free": False}, "app", "attention", "another program has port 8787"),
        ({"port_free": False, "server_port": 8787}, "app", "ok", "runs at port 8787"),
        ({"writable": False}, "data folder", "problem", "may not be written"),
        ({"free_bytes": 1 << 20}, "data folder", "attention", "0.0 GiB free"),
        ({"kit": None, "kit_trouble": "no WebView2"}, "windows", "attention", "no WebView2"),
        ({"replays": ()}, "replays", "attention", "no folder"),
        ({"installs": (), "users": (Path("docs"),)}, "Rocket League", "ok", "docs"),
    ],
)
def test_what_is_amiss_is_said(
    machine: Machine, change: dict[str, object], what: str, verdict: str, found: str
) -> None:
    line = _line(replace(machine, **change), what)  # type: ignore[arg-type]
    assert line.verdict == verdict
    assert found in line.found
    assert bool(line.todo) == (verdict != "ok")


def test_a_problem_fails(machine: Machine) -> None:
    lines = examine(replace(machine, writable=False))
    assert status(lines) == 1
    text = report(lines, as_json=False)
    assert "→ Mend its permissions" in text
    told = json.loads(report(lines, as_json=True))
    assert {"what", "verdict", "found", "todo"} == set(told[0])


def test_this_machine_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ROCKETTRAINER_HOME", str(tmp_path / "data"))
    result = CliRunner().invoke(app, ["doctor", "--json"])
    told = {line["what"]: line for line in json.loads(result.output)}
    assert result.exit_code == 0
    assert told["data folder"]["verdict"] == "ok"
    assert told["Rocket League"]["verdict"] == "attention"


def test_a_folder_that_cannot_be_made_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ROCKETTRAINER_HOME", str(tmp_path / "file" / "data"))
    result = CliRunner().invoke(app, ["doctor"])
    assert result.exit_code == 1
    assert "may not be written" in result.output


def test_the_games_own_file_is_mended_by_the_shop(machine: Machine) -> None:
    broken = {Path("Config/DefaultStatsAPI.ini"): IniError("it is no text")}
    assert "verify" in _line(replace(machine, ini=broken), "Stats API").todo
    assert "Delete it" in _line(replace(machine, ini={INI: IniError("")}), "Stats API").todo


@pytest.mark.parametrize("name", ["RocketTrainer.dll", "rockettrainer.dll"])
def test_the_plugin_is_found_however_it_is_written(machine: Machine, name: str) -> None:
    (machine.bakkesmod[0] / "plugins" / PLUGIN).rename(machine.bakkesmod[0] / "plugins" / name)
    assert _line(machine, "plugin").verdict is Verdict.OK


def test_a_server_counts_only_while_it_holds_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ROCKETTRAINER_HOME", str(tmp_path / "data"))
    with only_server(tmp_path / "data"):
        announce(tmp_path / "data", Running(8787, "token"))
        assert Machine.here().server_port == 8787
    announce(tmp_path / "data", Running(8787, "token"))  # as one that was killed leaves it
    assert Machine.here().server_port is None
