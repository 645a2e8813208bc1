"""The metrics of a match: values, and reasons for what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from rockettrainer.features._batch import accumulate
from rockettrainer.features._metric import Metric
from rockettrainer.features._registry import METRICS, accumulator_of
from rockettrainer.features._step import States
from rockettrainer.features._teams import team_values
from rockettrainer.match import F64, Match, MatchInfo, Visible


@dataclass(frozen=True, slots=True)
class Measured:
    """Metrics of one player or team by key: each is either in one or in the other."""

    metrics: dict[str, float]
    missing: dict[str, str]
    """Why there is no value, in a plain sentence."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All metrics of a match."""

    players: tuple[Measured, ...]
    """By slot."""
    teams: tuple[Measured, Measured]
    """Blue and orange."""


def analyse(match: Match) -> Analysis:
    """Measures a match."""
    states = accumulate(match.frames, match.events, match.teams, match.info.arena.half_length_uu)
    return measure(states, match.info, match.visible)


def measure(states: States, info: MatchInfo, visible: Visible) -> Analysis:
    """Reads the metrics out of the states, at the end of a match or in its midst.

    Args:
        states: From `accumulate` or `Stream.states`.
        info: Facts of the match; its mode and arena decide what applies.
        visible: What the source could see.
    """
    players = tuple(Measured({}, {}) for _ in states.core.players)
    teams = (Measured({}, {}), Measured({}, {}))
    for metric in METRICS:
        reason = absence(metric, info, visible)
        state = getattr(states, accumulator_of(metric))
        if metric.value is not None:
            values = metric.value(state)
            _file(metric, values, reason, players)
        if (shared := team_values(metric, state)) is not None:
            _file(metric, shared, reason, teams)
    return Analysis(players, teams)


def absence(metric: Metric, info: MatchInfo, visible: Visible) -> str | None:
    """Why a metric has no value in such a match, whoever played; None if it should have one."""
    if metric.needs not in visible:
        unseen = ", ".join(flag.name.lower() for flag in metric.needs & ~visible if flag.name)
        return f"this source does not show: {unseen}"
    if metric.aspect is not None and (reason := info.why_not(metric.aspect)) is not None:
        return reason
    if metric.needs_field and info.arena.half_length_uu is None:
        return f"the size of this arena ({info.arena.name}) is not known"
    return None


def _file(metric: Metric, values: F64, reason: str | None, rows: Sequence[Measured]) -> None:
    for row, value in zip(rows, values.tolist(), strict=True):
        if reason is None and not isnan(value):
            row.metrics[metric.key] = value
        else:
            row.missing[metric.key] = reason or metric.undefined
