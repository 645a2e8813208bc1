"""Commands of the server where the data folder cannot be used."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from rockettrainer.cli._app import app


@pytest.mark.parametrize(
    "words", [[], ["serve"], ["link"], ["overlay"], ["watch"], ["jobs", "list"]]
)
def test_a_data_folder_that_cannot_be_made_is_one_plain_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("ROCKETTRAINER_HOME", str(tmp_path / "file/data"))
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 2
    said = result.stderr.strip()
    assert said.startswith("error: the data folder ")
    assert said.endswith("or name another folder by ROCKETTRAINER_HOME.")
    assert "\n" not in said
