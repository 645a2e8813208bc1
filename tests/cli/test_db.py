import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rockettrainer.cli._db import app
from rockettrainer.storage import open_store
from tests.support.matches import METRIC, fill, record


@pytest.fixture(name="home")
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with three matches."""
    home = tmp_path / "home"
    monkeypatch.setenv("ROCKETTRAINER_HOME", str(home))
    with open_store() as store:
        fill(store, 3)
    return home


def _db(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_info_counts_rows(home: Path) -> None:
    result = _db("info")
    assert result.exit_code == 0, result.stderr
    assert str(home) in result.stdout
    assert [line.split() for line in result.stdout.splitlines() if line.startswith("match")] == [
        ["match_players", "18"],
        ["matches", "3"],
    ]


def test_export_writes_json(home: Path) -> None:
    rows = json.loads(_db("export", "matches").stdout)
    assert [row["name"] for row in rows] == ["Match 0", "Match 1", "Match 2"]
    assert rows[0]["details"]["info"]["build_version"] == record(0).info.build_version
    assert home.is_dir()


def test_export_names_metrics(home: Path) -> None:
    out = home.with_name("stats.csv")
    assert _db("export", "player_stats", "--format", "csv", "--out", out).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    assert len(rows) == 18
    assert float(rows[0][METRIC]) == record(0).analysis.players[0].metrics[METRIC]


@pytest.mark.usefixtures("home")
def test_export_takes_a_query() -> None:
    query = "SELECT team, count(*) AS seats FROM match_players GROUP BY team"
    lines = _db("export", "--sql", query, "--format", "ndjson").stdout.splitlines()
    assert [json.loads(line) for line in lines] == [
        {"team": 0, "seats": 9},
        {"team": 1, "seats": 9},
    ]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("export", "nothing"), "no table nothing"),
        (("export", "--sql", "SELEC 1"), "Check the query"),
        (("export", "--sql", "DELETE FROM matches"), "readonly"),
        (("restore", "missing.db"), "no such file"),
    ],
)
def test_a_wrong_request_is_one_line(arguments: tuple[str, ...], word: str) -> None:
    result = _db(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")
    assert result.stderr.count("\n") == 1
    assert word in result.stderr
    assert "3" in _db("export", "--sql", "SELECT count(*) FROM matches").stdout


def test_backup_and_restore(home: Path) -> None:
    copy = home.with_name("copy.db")
    assert _db("backup", copy).exit_code == 0
    again = _db("backup", copy)
    assert (again.exit_code, "exists already" in again.stderr) == (2, True)
    with open_store() as store:
        fill(store, 2, first=3)
    result = _db("restore", copy)
    assert result.exit_code == 0, result.stderr
    with open_store() as store:
        assert store.count() == 3
    assert list((home / "backups").glob("*before-restore.db"))


def test_a_backup_goes_to_the_data_folder(home: Path) -> None:
    result = _db("backup")
    assert result.exit_code == 0
    assert Path(result.stdout.strip()).parent == home / "backups"


@pytest.mark.usefixtures("home")
def test_vacuum() -> None:
    result = _db("vacuum")
    assert (result.exit_code, "given back" in result.stdout) == (0, True)


def test_without_a_database_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROCKETTRAINER_HOME", str(tmp_path / "none"))
    for command in ("info", "export", "backup", "vacuum"):
        result = _db(command)
        assert result.exit_code == 2
        assert "there is no database" in result.stderr
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("words", [["info"], ["export"], ["backup"], ["vacuum"]])
def test_a_damaged_database_is_said_to_be_so(home: Path, words: list[str]) -> None:
    (home / "rockettrainer.db").write_bytes(b"this is no database, it is some text" * 100)
    result = _db(*words)
    assert result.exit_code == 2
    assert "Restore a backup" in result.stderr
    assert result.stdout == ""


def test_two_statements_are_no_query(home: Path) -> None:
    result = _db("export", "SELECT 1; SELECT 2", "--sql")
    assert (home.exists(), result.exit_code) == (True, 2)
    assert "Check the query" in result.stderr
