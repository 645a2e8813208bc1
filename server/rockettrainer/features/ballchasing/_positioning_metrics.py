"""Metrics of positioning, counted as ballchasing.com counts them."""

from functools import partial

from rockettrainer.features._metric import Skill, TeamRule, Unit
from rockettrainer.features._share import with_share
from rockettrainer.features._values import team_total, total
from rockettrainer.features.ballchasing._reported import ALL_REPORTS, LIVE_PLAY, reported
from rockettrainer.features.ballchasing._values import (
    ball_side_s,
    band_percent,
    mate_distance,
    mean_of,
    part,
    possession_distance,
    rank_percent,
)
from rockettrainer.match import Aspect

_metric = partial(
    reported,
    skill=Skill.POSITIONAL,
    seen=total("poses"),
    aspect=Aspect.POSITIONING,
)

POSITIONING = (
    _metric(
        key="ballchasing_ball_distance_mean_uu",
        name="Average distance to the ball",
        unit=Unit.UU,
        definition="Plain mean of the distances from car to ball at all reports.",
        ballchasing="positioning.avg_distance_to_ball",
        value=mean_of("ball_sum", "poses"),
    ),
    _metric(
        key="ballchasing_ball_distance_own_mean_uu",
        name="Distance to the ball, own possession",
        unit=Unit.UU,
        definition=(
            "Plain mean of the distances from car to ball at reports in the own team's possession; "
            "the match's last possession, which nobody ended, is left out."
        ),
        undefined="the team never lost the ball",
        ballchasing="positioning.avg_distance_to_ball_possession",
        value=possession_distance(0),
    ),
    _metric(
        key="ballchasing_ball_distance_theirs_mean_uu",
        name="Distance to the ball, their possession",
        unit=Unit.UU,
        definition=(
            "Plain mean of the distances from car to ball at reports in the other team's "
            "possession; the match's last possession, which nobody ended, is left out."
        ),
        undefined="the other team never lost the ball",
        ballchasing="positioning.avg_distance_to_ball_no_possession",
        value=possession_distance(1),
    ),
    _metric(
        key="ballchasing_mate_distance_mean_uu",
        name="Average distance to teammates",
        unit=Unit.UU,
        definition=(
            "Mean over teammates, also those who left, of the mean distance in tenths of seconds "
            "in which both cars were reported."
        ),
        undefined="had no teammate on the field",
        ballchasing="positioning.avg_distance_to_mates",
        value=mate_distance,
    ),
    *with_share(
        _metric(
            key="ballchasing_defensive_third_s",
            name="In the defensive third",
            unit=Unit.SECONDS,
            definition=(
                "Time before reports of a place in the own third, each back to the report before "
                "it."
            ),
            ballchasing="positioning.time_defensive_third",
            value=part("third_s", 0),
            team=TeamRule.SUM,
        ),
        band_percent("third_s", 0),
        ALL_REPORTS,
    ),
    *with_share(
        _metric(
            key="ballchasing_neutral_third_s",
            name="In the neutral third",
            unit=Unit.SECONDS,
            definition=(
                "Time before reports of a place in the middle third, each back to the report "
                "before it."
            ),
            ballchasing="positioning.time_neutral_third",
            value=part("third_s", 1),
            team=TeamRule.SUM,
        ),
        band_percent("third_s", 1),
        ALL_REPORTS,
    ),
    *with_share(
        _metric(
            key="ballchasing_offensive_third_s",
            name="In the offensive third",
            unit=Unit.SECONDS,
            definition=(
                "Time before reports of a place in the attacked third, each back to the report "
                "before it."
            ),
            ballchasing="positioning.time_offensive_third",
            value=part("third_s", 2),
            team=TeamRule.SUM,
        ),
        band_percent("third_s", 2),
        ALL_REPORTS,
    ),
    *with_share(
        _metric(
            key="ballchasing_defensive_half_s",
            name="In the defensive half",
            unit=Unit.SECONDS,
            definition=(
                "Time before reports of a place in the own half, each back to the report before it."
            ),
            ballchasing="positioning.time_defensive_half",
            value=part("half_s", 0),
            team=TeamRule.SUM,
        ),
        band_percent("half_s", 0),
        ALL_REPORTS,
    ),
    *with_share(
        _metric(
            key="ballchasing_offensive_half_s",
            name="In the offensive half",
            unit=Unit.SECONDS,
            definition=(
                "Time before reports of a place in the attacked half, each back to the report "
                "before it."
            ),
            ballchasing="positioning.time_offensive_half",
            value=part("half_s", 1),
            team=TeamRule.SUM,
        ),
        band_percent("half_s", 1),
        ALL_REPORTS,
    ),
    *with_share(
        _metric(
            key="ballchasing_behind_ball_s",
            name="Behind the ball",
            unit=Unit.SECONDS,
            definition=(
                "Time before reports of a place nearer to the own goal line than the ball, each "
                "back to the report before it."
            ),
            ballchasing="positioning.time_behind_ball",
            value=part("side_s", 0),
            team=TeamRule.SUM,
        ),
        band_percent("side_s", 0),
        ALL_REPORTS,
    ),
    *with_share(
        _metric(
            key="ballchasing_in_front_of_ball_s",
            name="In front of the ball",
            unit=Unit.SECONDS,
            definition=(
                "Time before reports of a place farther up the field than the ball, each back to "
                "the report before it."
            ),
            ballchasing="positioning.time_infront_ball",
            value=part("side_s", 1),
            team=TeamRule.SUM,
        ),
        band_percent("side_s", 1),
        ALL_REPORTS,
    ),
    *with_share(
        _metric(
            key="ballchasing_most_back_s",
            name="Rearmost of the team",
            unit=Unit.SECONDS,
            definition=(
                "Time as the rearmost of the teammates reported in the same tenth of a second."
            ),
            ballchasing="positioning.time_most_back",
            value=part("rank_s", 0),
        ),
        rank_percent(0),
        LIVE_PLAY,
    ),
    *with_share(
        _metric(
            key="ballchasing_most_forward_s",
            name="Foremost of the team",
            unit=Unit.SECONDS,
            definition=(
                "Time as the foremost of the teammates reported in the same tenth of a second."
            ),
            ballchasing="positioning.time_most_forward",
            value=part("rank_s", 1),
        ),
        rank_percent(1),
        LIVE_PLAY,
    ),
    *with_share(
        _metric(
            key="ballchasing_closest_s",
            name="Closest to the ball",
            unit=Unit.SECONDS,
            definition=(
                "Time as the closest to the ball, seen from above, of the teammates reported in "
                "the same tenth of a second."
            ),
            ballchasing="positioning.time_closest_to_ball",
            value=part("rank_s", 2),
        ),
        rank_percent(2),
        LIVE_PLAY,
    ),
    *with_share(
        _metric(
            key="ballchasing_farthest_s",
            name="Farthest from the ball",
            unit=Unit.SECONDS,
            definition=(
                "Time as the farthest from the ball, seen from above, of the teammates reported in "
                "the same tenth of a second."
            ),
            ballchasing="positioning.time_farthest_from_ball",
            value=part("rank_s", 3),
        ),
        rank_percent(3),
        LIVE_PLAY,
    ),
    _metric(
        key="ballchasing_conceded_as_last_defender",
        name="Conceded as last defender",
        unit=Unit.COUNT,
        definition=(
            "Goals of the other team scored while the player was the rearmost of those just "
            "reported."
        ),
        ballchasing="positioning.goals_against_while_last_defender",
        value=total("conceded_as_last"),
    ),
    _metric(
        key="ballchasing_possession_s",
        name="Possession",
        unit=Unit.SECONDS,
        definition=(
            "Time from a team's first touch to the other's, where no goal or kickoff came between."
        ),
        ballchasing="ball.possession_time",
        value=None,
        team=TeamRule.OWN,
        team_value=team_total("possession_s"),
    ),
    _metric(
        key="ballchasing_ball_in_own_half_s",
        name="Ball in the own half",
        unit=Unit.SECONDS,
        definition=(
            "Time before reports of the ball in the team's half, each back to the report before it."
        ),
        ballchasing="ball.time_in_side",
        value=None,
        team=TeamRule.OWN,
        team_value=ball_side_s,
        undefined="the ball was never reported",
    ),
)
