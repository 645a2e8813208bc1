"""Metrics of the scoreboard."""

from functools import partial

import numpy as np

from rockettrainer.features._accumulator import State
from rockettrainer.features._metric import Better, Family, Metric, Skill, TeamRule, Unit
from rockettrainer.features._values import over, ratio, total
from rockettrainer.match import F64, Visible

_metric = partial(
    Metric,
    family=Family.CORE,
    skill=Skill.RESULT,
    needs=Visible.SCOREBOARD,
    source="the game's own scoreboard",
    undefined="the scoreboard does not list the player",
)


def _of_opponents(per_team: F64, state: State) -> F64:
    team = state.players["team"]
    return np.where(team >= 0, per_team[1 - team.clip(0)], np.nan)


def _per_team(state: State, counter: str) -> F64:
    """Sums of what is known; NaN where nothing is known of a team that has players."""
    players, sums = state.players, np.zeros(2)
    for team in range(2):
        values = players[counter][players["team"] == team]
        unknown = len(values) > 0 and bool(np.isnan(values).all())
        sums[team] = np.nan if unknown else np.nansum(values)
    return sums


def _shots_against(state: State) -> F64:
    return _of_opponents(_per_team(state, "shots"), state)


def _goals_against(state: State) -> F64:
    return _of_opponents(state.teams["goals"], state)


def _team_accuracy(state: State) -> F64:
    return over(_per_team(state, "goals"), _per_team(state, "shots")) * 100.0


def _mvp(state: State) -> F64:
    """1 for the best score of the winning side; a draw has none."""
    goals, team = state.teams["goals"], state.players["team"]
    result = np.where(np.isnan(state.players["score"]), np.nan, 0.0)
    if goals[0] != goals[1] and not np.isnan(goals).any():
        won = np.flatnonzero((team == np.argmax(goals)) & ~np.isnan(result))
        if len(won):
            result[won[np.argmax(state.players["score"][won])]] = 1.0
    return result


METRICS = (
    _metric(
        key="score",
        name="Score",
        unit=Unit.POINTS,
        better=Better.HIGHER,
        definition="Points on the scoreboard.",
        ballchasing="core.score",
        value=total("score"),
        team=TeamRule.SUM,
    ),
    _metric(
        key="goals",
        name="Goals",
        unit=Unit.COUNT,
        better=Better.HIGHER,
        definition="Goals scored.",
        ballchasing="core.goals",
        value=total("goals"),
        team=TeamRule.SUM,
    ),
    _metric(
        key="goals_conceded",
        name="Goals conceded",
        unit=Unit.COUNT,
        better=Better.LOWER,
        definition="Goals that the other team scored, in the whole match.",
        ballchasing="core.goals_against",
        value=_goals_against,
        team=TeamRule.SHARED,
    ),
    _metric(
        key="assists",
        name="Assists",
        unit=Unit.COUNT,
        better=Better.HIGHER,
        definition="Assists, as the game awards them.",
        ballchasing="core.assists",
        value=total("assists"),
        team=TeamRule.SUM,
    ),
    _metric(
        key="saves",
        name="Saves",
        unit=Unit.COUNT,
        better=Better.HIGHER,
        definition="Saves, as the game awards them.",
        ballchasing="core.saves",
        value=total("saves"),
        team=TeamRule.SUM,
    ),
    _metric(
        key="shots",
        name="Shots",
        unit=Unit.COUNT,
        better=Better.HIGHER,
        definition="Shots on goal, as the game awards them.",
        ballchasing="core.shots",
        value=total("shots"),
        team=TeamRule.SUM,
    ),
    _metric(
        key="shots_conceded",
        name="Shots conceded",
        unit=Unit.COUNT,
        better=Better.LOWER,
        definition="Shots on goal of the other team, in the whole match.",
        ballchasing="core.shots_against",
        value=_shots_against,
        team=TeamRule.SHARED,
    ),
    _metric(
        key="shooting_accuracy_percent",
        name="Shooting accuracy",
        unit=Unit.PERCENT,
        definition="Goals in percent of shots on goal. It falls as opponents get better.",
        undefined="took no shot on goal",
        ballchasing="core.shooting_percentage",
        value=ratio(("goals",), ("shots",), 100.0),
        team=TeamRule.OWN,
        team_value=_team_accuracy,
    ),
    _metric(
        key="mvp",
        name="Most valuable player",
        unit=Unit.YES_NO,
        high=1.0,
        better=Better.HIGHER,
        definition="1 for the highest score on the winning team.",
        ballchasing="core.mvp",
        value=_mvp,
    ),
)
