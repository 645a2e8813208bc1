import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from rockettrainer.cli._app import app
from rockettrainer.features import METRICS
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
