import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from rockettrainer.cli._app import app
from rockettrainer.cli._table import analysis_table
from rockettrainer.features import METRICS, analyse
from rockettrainer.match import Roster
from rockettrainer.sources import read_replay
from tests.support.replay_writer import scripts, write_replay


def _analyze(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["analyze", *map(str, arguments)])


@pytest.fixture(name="replay")
def _replay(tmp_path: Path) -> Path:
    path = tmp_path / "duel.replay"
    path.write_bytes(write_replay(scripts.duel()))
    return path


@pytest.fixture(name="broken")
def _broken(replay: Path) -> Path:
    path = replay.with_name("broken.replay")
    path.write_bytes(replay.read_bytes()[:200])
    return path


def test_json_has_the_documented_shape(replay: Path) -> None:
    result = _analyze(replay, "--format", "json")
    assert result.exit_code == 0, result.stderr
    document: dict[str, Any] = json.loads(result.stdout)
    assert set(document) == {"match", "players", "teams", "warnings"}
    keys = {metric.key for metric in METRICS if metric.value is not None}
    for player in document["players"]:
        assert {"id", "name", "team", "metrics", "missing"} <= set(player)
        assert set(player["metrics"]) | set(player["missing"]) == keys
        assert not set(player["metrics"]) & set(player["missing"])
        assert all(player["missing"].values())


def test_a_table_names_players_and_families(replay: Path) -> None:
    result = _analyze(replay)
    assert result.exit_code == 0
    for word in ("Blue", "Orange", "Boost", "Positioning", "Average speed"):
        assert word in result.stdout


def test_ballchasings_shape_can_be_read_as_theirs(replay: Path) -> None:
    document = json.loads(_analyze(replay, "--format", "ballchasing").stdout)
    for colour in ("blue", "orange"):
        team = document[colour]
        assert team["color"] == colour
        for player in team["players"]:
            assert set(player["stats"]) == {"core", "boost", "movement", "positioning", "demo"}
            assert set(player["id"]) == {"platform", "id"}
            assert isinstance(player["stats"]["core"]["mvp"], bool)
            assert isinstance(player["stats"]["movement"]["avg_speed"], int)


def test_a_bad_file_gets_one_line_and_the_others_finish(replay: Path, broken: Path) -> None:
    result = _analyze(broken, replay, "--format", "json")
    assert result.exit_code == 2
    errors = [line for line in result.stderr.splitlines() if line.startswith("error:")]
    assert len(errors) == 1
    assert "broken.replay" in errors[0]
    documents = [json.loads(line) for line in result.stdout.splitlines()]
    failed = next(document for document in documents if "error" in document)
    assert set(failed["error"]) == {"type", "message", "hint"}
    assert failed["error"]["type"] == "truncated"
    assert any("players" in document for document in documents)


@pytest.mark.parametrize("form", ["table", "json", "ballchasing"])
def test_a_missing_file_is_said_to_be_missing(tmp_path: Path, form: str) -> None:
    result = _analyze(tmp_path / "nowhere.replay", "--format", form)
    assert result.exit_code == 2
    assert "there is no such file" in result.stderr


def test_a_folder_is_searched_and_results_are_written(replay: Path, tmp_path: Path) -> None:
    inner = tmp_path / "in" / "deeper"
    inner.mkdir(parents=True)
    for name in ("one", "two"):
        (inner / f"{name}.replay").write_bytes(replay.read_bytes())
    (tmp_path / "in" / "one.replay").write_bytes(replay.read_bytes())
    out = tmp_path / "out"
    result = _analyze(tmp_path / "in", "--format", "json", "--out", out, "--jobs", "2")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert sorted(path.name for path in out.iterdir()) == ["one-2.json", "one.json", "two.json"]
    assert json.loads((out / "two.json").read_text(encoding="utf-8"))["players"]


def test_an_empty_folder_says_what_to_give(tmp_path: Path) -> None:
    result = _analyze(tmp_path)
    assert result.exit_code == 2
    assert "no .replay file in" in result.stderr


def test_without_a_path_the_newest_replay_is_taken(
    replay: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    demos = tmp_path / "Documents" / "My Games" / "Rocket League" / "TAGame" / "Demos"
    demos.mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert "name a replay" in _analyze().stderr
    (demos / "saved.replay").write_bytes(replay.read_bytes())
    result = _analyze("--format", "json")
    assert json.loads(result.stdout)["match"]["file"].endswith("saved.replay")


def test_a_name_cannot_steer_the_terminal(replay: Path) -> None:
    match = read_replay(replay)
    evil = "\x1b]0;owned\x07\x9b2J\u202eAnn"
    players = tuple(dataclasses.replace(player, name=evil) for player in match.roster)
    info = dataclasses.replace(match.info, name=evil)
    match = dataclasses.replace(match, info=info, roster=Roster(players), warnings=(evil,))
    table = analysis_table(replay, match, analyse(match))
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(table)
    assert "Ann" in table


def test_a_folder_that_cannot_be_written_to_is_said(replay: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    result = _analyze(replay, "--out", tmp_path / "taken")
    assert result.exit_code == 2
    assert result.stderr.endswith("Name another folder.\n")


def test_names_that_differ_in_case_alone_stay_apart(replay: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "DUEL.replay").write_bytes(replay.read_bytes())
    assert _analyze(replay, other, "--out", tmp_path / "out").exit_code == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["DUEL-2.txt", "duel.txt"]
