import json

from typer.testing import CliRunner

from rockettrainer import __version__
from rockettrainer.cli._app import app
from rockettrainer.cli._catalogue import catalogue
from rockettrainer.features import METRICS
from tests.conftest import ROOT


def test_the_page_of_metrics_is_the_registry() -> None:
    page = (ROOT / "docs" / "metrics.md").read_text(encoding="utf-8")
    assert page == catalogue("markdown") + "\n", "run: make docs"


def test_the_catalogue_lists_every_metric() -> None:
    result = CliRunner().invoke(app, ["metrics", "--format", "json"])
    listed = json.loads(result.stdout)
    assert [entry["key"] for entry in listed] == [metric.key for metric in METRICS]
    assert all(entry["definition"] and entry["source"] for entry in listed)


def test_the_catalogue_can_be_read_as_a_table() -> None:
    result = CliRunner().invoke(app, ["metrics"])
    assert result.exit_code == 0
    assert "supersonic_percent" in result.stdout.replace("\n", "")


def test_the_version_is_printed() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout.strip() == __version__
