"""Metrics of positioning."""

from functools import partial

import numpy as np

from rockettrainer.features._accumulator import State
from rockettrainer.features._metric import Better, Family, Metric, Skill, TeamRule, Unit
from rockettrainer.features._share import timed
from rockettrainer.features._values import ratio, team_total, total
from rockettrainer.match import F64, Aspect, Visible

_metric = partial(
    Metric,
    family=Family.POSITIONING,
    skill=Skill.POSITIONAL,
    aspect=Aspect.POSITIONING,
    source="the arena's length (RLBot wiki) and the poses of cars and ball",
)
_THIRDS = ("defensive_third_s", "neutral_third_s", "offensive_third_s")
_HALVES = ("defensive_half_s", "offensive_half_s")
_SIDES = ("behind_ball_s", "in_front_of_ball_s")
_place = partial(_metric, needs=Visible.POSITIONS, seen=total(*_HALVES))
_holder = partial(_metric, needs=Visible.POSITIONS | Visible.BALL_TEAM)
_side = partial(_metric, needs=Visible.POSITIONS, seen=total(*_SIDES))
_rank = partial(_metric, needs=Visible.POSITIONS, seen=total("ranked_s"))


def _ball_in_half_s(state: State) -> F64:
    return np.where(state.teams["ball_s"] > 0.0, state.teams["ball_in_half_s"], np.nan)


METRICS = (
    _place(
        key="ball_distance_mean_uu",
        name="Average distance to the ball",
        unit=Unit.UU,
        definition="Mean straight distance from car to ball, weighted by time.",
        ballchasing="positioning.avg_distance_to_ball",
        value=ratio(("ball_uu_s",), ("ball_s",)),
    ),
    _holder(
        key="ball_distance_own_mean_uu",
        name="Distance to the ball, own possession",
        unit=Unit.UU,
        definition=(
            "Mean straight distance from car to ball while the own team touched the ball last."
        ),
        undefined="the team never had the ball",
        ballchasing="positioning.avg_distance_to_ball_possession",
        value=ratio(("ball_own_uu_s",), ("ball_own_s",)),
    ),
    _holder(
        key="ball_distance_theirs_mean_uu",
        name="Distance to the ball, their possession",
        unit=Unit.UU,
        definition=(
            "Mean straight distance from car to ball while the other team touched the ball last."
        ),
        undefined="the other team never had the ball",
        ballchasing="positioning.avg_distance_to_ball_no_possession",
        value=ratio(("ball_theirs_uu_s",), ("ball_theirs_s",)),
    ),
    _place(
        key="mate_distance_mean_uu",
        name="Average distance to teammates",
        unit=Unit.UU,
        definition="Mean straight distance to every teammate on the field, weighted by time.",
        undefined="had no teammate on the field",
        ballchasing="positioning.avg_distance_to_mates",
        value=ratio(("mates_uu_s",), ("mates_s",)),
    ),
    *timed(
        _place,
        "defensive_third_s",
        _THIRDS,
        needs_field=True,
        name="In the defensive third",
        definition="Time in the third of the field before the own goal.",
        ballchasing="positioning.time_defensive_third",
        team=TeamRule.SUM,
    ),
    *timed(
        _place,
        "neutral_third_s",
        _THIRDS,
        needs_field=True,
        name="In the neutral third",
        definition="Time in the middle third of the field.",
        ballchasing="positioning.time_neutral_third",
        team=TeamRule.SUM,
    ),
    *timed(
        _place,
        "offensive_third_s",
        _THIRDS,
        needs_field=True,
        name="In the offensive third",
        definition="Time in the third of the field before the other goal.",
        ballchasing="positioning.time_offensive_third",
        team=TeamRule.SUM,
    ),
    *timed(
        _place,
        "defensive_half_s",
        _HALVES,
        name="In the defensive half",
        definition="Time in the own half.",
        ballchasing="positioning.time_defensive_half",
        team=TeamRule.SUM,
    ),
    *timed(
        _place,
        "offensive_half_s",
        _HALVES,
        name="In the offensive half",
        definition="Time in the half that the player attacks.",
        ballchasing="positioning.time_offensive_half",
        team=TeamRule.SUM,
    ),
    *timed(
        _side,
        "behind_ball_s",
        _SIDES,
        name="Behind the ball",
        definition="Time nearer to the own goal line than the ball.",
        ballchasing="positioning.time_behind_ball",
        team=TeamRule.SUM,
    ),
    *timed(
        _side,
        "in_front_of_ball_s",
        _SIDES,
        name="In front of the ball",
        definition="Time farther up the field than the ball.",
        ballchasing="positioning.time_infront_ball",
        team=TeamRule.SUM,
    ),
    *timed(
        _rank,
        "most_back_s",
        ("ranked_s",),
        name="Rearmost of the team",
        definition="Time in play as the teammate nearest to the own goal line.",
        ballchasing="positioning.time_most_back",
    ),
    *timed(
        _rank,
        "most_forward_s",
        ("ranked_s",),
        name="Foremost of the team",
        definition="Time in play as the teammate farthest up the field.",
        ballchasing="positioning.time_most_forward",
    ),
    *timed(
        _rank,
        "closest_s",
        ("ranked_s",),
        name="Closest to the ball",
        definition="Time in play as the teammate closest to the ball.",
        ballchasing="positioning.time_closest_to_ball",
    ),
    *timed(
        _rank,
        "farthest_s",
        ("ranked_s",),
        name="Farthest from the ball",
        definition="Time in play as the teammate farthest from the ball.",
        ballchasing="positioning.time_farthest_from_ball",
    ),
    _place(
        key="conceded_as_last_defender",
        name="Conceded as last defender",
        unit=Unit.COUNT,
        better=Better.LOWER,
        definition=(
            "Goals of the other team scored while the player was the rearmost of the own team."
        ),
        ballchasing="positioning.goals_against_while_last_defender",
        value=total("conceded_as_last"),
    ),
    _metric(
        key="possession_s",
        needs=Visible.BALL_TEAM,
        name="Possession",
        unit=Unit.SECONDS,
        definition="Time since the team, not the other one, touched the ball last.",
        ballchasing="ball.possession_time",
        value=None,
        team=TeamRule.OWN,
        team_value=team_total("possession_s"),
    ),
    _metric(
        key="ball_in_own_half_s",
        needs=Visible.POSITIONS,
        name="Ball in the own half",
        unit=Unit.SECONDS,
        definition="Time with the ball in the team's own half.",
        ballchasing="ball.time_in_side",
        value=None,
        team=TeamRule.OWN,
        team_value=_ball_in_half_s,
        undefined="the ball was never in play",
    ),
)
