"""The metrics of a match: values, and reasons for what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from math import isnan
from operator import and_

import numpy as np

from rockettrainer.features._batch import accumulate
from rockettrainer.features._metric import Metric
from rockettrainer.features._read import slot_values, team_values
from rockettrainer.features._registry import METRICS, accumulator_of
from rockettrainer.features._step import States
from rockettrainer.match import F64, I8, Match, MatchInfo, Visible


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
    return measure(states, match.info, match.visible, match.also_visible)


def measure(
    states: States, info: MatchInfo, visible: Visible, also_visible: Sequence[Visible] = ()
) -> Analysis:
    """Reads the metrics out of the states, at the end of a match or in its midst.

    Args:
        states: From `accumulate` or `Stream.states`.
        info: Facts of the match; its mode and arena decide what applies.
        visible: What the source could see of everybody.
        also_visible: What it could see of each slot beyond that; empty where it is nothing.
    """
    slots, sides = _visible(states.core.players["team"], visible, also_visible)
    players = tuple(Measured({}, {}) for _ in slots)
    teams = (Measured({}, {}), Measured({}, {}))
    for metric in METRICS:
        state = getattr(states, accumulator_of(metric))
        reasons = {seen: absence(metric, info, seen) for seen in {*slots, *sides}}
        if (values := slot_values(metric, state)) is not None:
            _file(metric, values, [reasons[seen] for seen in slots], players)
        if (shared := team_values(metric, state)) is not None:
            _file(metric, shared, [reasons[seen] for seen in sides], teams)
    return Analysis(players, teams)


def absence(metric: Metric, info: MatchInfo, visible: Visible) -> str | None:
    """Why a metric has no value in such a match, whoever played; None if it should have one."""
    if metric.needs not in visible:
        names = [flag.name.lower() for flag in metric.needs & ~visible if flag.name]
        return f"this source does not show: {', '.join(names).replace('_', ' ')}"
    if metric.aspect is not None and (reason := info.why_not(metric.aspect)) is not None:
        return reason
    if metric.needs_field and info.arena.half_length_uu is None:
        return f"the size of this arena ({info.arena.name}) is not known"
    return None


def _visible(
    team: I8, visible: Visible, also_visible: Sequence[Visible]
) -> tuple[list[Visible], list[Visible]]:
    """What is seen of each slot, and of a whole team: what is seen of all its players."""
    slots = [visible | also for also in also_visible] or [visible] * len(team)
    sides = [[slots[slot] for slot in np.flatnonzero(team == side)] for side in range(2)]
    return slots, [reduce(and_, seen) if seen else visible for seen in sides]


def _file(
    metric: Metric, values: F64, reasons: Sequence[str | None], rows: Sequence[Measured]
) -> None:
    for row, value, reason in zip(rows, values.tolist(), reasons, strict=True):
        if reason is None and not isnan(value):
            row.metrics[metric.key] = value
        else:
            row.missing[metric.key] = reason or metric.undefined
