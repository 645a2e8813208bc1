"""The ways to print an analysis."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rockettrainer.cli._failure import Failure
from rockettrainer.cli._json import analysis_json
from rockettrainer.cli._table import analysis_table
from rockettrainer.features import Analysis
from rockettrainer.match import Match


@dataclass(frozen=True, slots=True)
class Format:
    """One way."""

    suffix: str
    """Of the files it is written to."""
    render: Callable[[Path, Match, Analysis], str]
    render_failure: Callable[[Path, Failure], str]
    """Empty text for nothing."""


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _json(path: Path, match: Match, analysis: Analysis) -> str:
    return _line(analysis_json(path, match, analysis))


def _ballchasing(_path: Path, match: Match, analysis: Analysis) -> str:
    from rockettrainer.integrations import ballchasing  # noqa: PLC0415 (it loads the client as well)

    return _line(ballchasing.replay_json(match, analysis))


def _json_failure(path: Path, failure: Failure) -> str:
    error = {"type": failure.type, "message": failure.message, "hint": failure.hint}
    return _line({"error": error, "file": str(path)})


def _no_text(_path: Path, _failure: Failure) -> str:
    return ""


FORMATS = {
    "table": Format(".txt", analysis_table, _no_text),
    "json": Format(".json", _json, _json_failure),
    "ballchasing": Format(".json", _ballchasing, _json_failure),
}
"""By the name that the user gives. JSON is one object a line, so that many can be told apart."""
