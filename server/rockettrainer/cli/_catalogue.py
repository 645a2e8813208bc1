"""``rockettrainer metrics``: the catalogue, from the registry."""

import json
from collections.abc import Iterator
from io import StringIO
from math import isinf
from typing import Any

from rich.console import Console
from rich.table import Table

from rockettrainer.features import METRICS, Family, Metric, TeamRule

_INTRODUCTION = """\
# Metrics

Every number that RocketTrainer measures, in the order in which it is shown. This page is written
by `rockettrainer metrics --format markdown`; change a metric where it is declared.
"""


def catalogue(form: str) -> str:
    """The catalogue as ``table``, ``markdown`` or ``json``."""
    return {"table": _table, "markdown": _markdown, "json": _json}[form]()


def _range(metric: Metric) -> str:
    high = "" if isinf(metric.high) else f"{metric.high:g}"
    return f"{metric.low:g} to {high}" if high else f"{metric.low:g} and more"


def _scope(metric: Metric) -> str:
    if metric.value is None:
        return "teams"
    return "players" if metric.team is TeamRule.NONE else "players and teams"


def _table() -> str:
    out = StringIO()
    console = Console(file=out, width=max(Console().width, 100))
    for family in Family:
        table = Table("Key", "Name", "Unit", "Definition", title=family.value, expand=True)
        for metric in METRICS:
            if metric.family is family:
                table.add_row(metric.key, metric.name, metric.unit.value, metric.definition)
        console.print(table)
    return out.getvalue().rstrip("\n")


def _json() -> str:
    return json.dumps([_described(metric) for metric in METRICS], indent=2, ensure_ascii=False)


def _described(metric: Metric) -> dict[str, Any]:
    return {
        "key": metric.key,
        "name": metric.name,
        "family": metric.family,
        "skill": metric.skill,
        "unit": metric.unit,
        "low": metric.low,
        "high": None if isinf(metric.high) else metric.high,
        "better": metric.better,
        "needs": [flag.name.lower() for flag in metric.needs if flag.name],
        "definition": metric.definition,
        "source": metric.source,
        "team": metric.team,
        "ballchasing": metric.ballchasing,
    }


def _markdown() -> str:
    return "\n".join([_INTRODUCTION, *(_section(family) for family in Family)]).rstrip("\n")


def _section(family: Family) -> str:
    entries = (_entry(metric) for metric in METRICS if metric.family is family)
    lines = [f"## {family.value.capitalize()}", "", family.about, ""]
    return "\n".join([*lines, *(line for entry in entries for line in entry)])


def _entry(metric: Metric) -> Iterator[str]:
    unit = f" ({metric.unit.value})" if metric.unit.value else ""
    yield f"### {metric.name}{unit}"
    yield ""
    yield metric.definition
    yield ""
    yield f"- Key: `{metric.key}`"
    if metric.ballchasing:
        yield f"- At ballchasing.com: `{metric.ballchasing}`"
    yield f"- Range: {_range(metric)}; better: {metric.better.value}; skill: {metric.skill.value}"
    yield f"- For: {_scope(metric)}"
    yield f"- Source: {metric.source}"
    yield ""
