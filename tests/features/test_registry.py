import math

import pytest

from rockettrainer.features import METRICS, Family, Metric, TeamRule, metric
from rockettrainer.integrations import ballchasing

PLAYER_FIELDS = {
    "core": "shots shots_against goals goals_against saves assists score mvp shooting_percentage",
    "boost": (
        "bpm bcpm avg_amount amount_collected amount_stolen amount_collected_big "
        "amount_stolen_big amount_collected_small amount_stolen_small count_collected_big "
        "count_stolen_big count_collected_small count_stolen_small amount_overfill "
        "amount_overfill_stolen amount_used_while_supersonic time_zero_boost percent_zero_boost "
        "time_full_boost percent_full_boost time_boost_0_25 time_boost_25_50 time_boost_50_75 "
        "time_boost_75_100 percent_boost_0_25 percent_boost_25_50 percent_boost_50_75 "
        "percent_boost_75_100"
    ),
    "movement": (
        "avg_speed total_distance time_supersonic_speed time_boost_speed time_slow_speed "
        "time_ground time_low_air time_high_air time_powerslide count_powerslide "
        "avg_powerslide_duration avg_speed_percentage percent_slow_speed percent_boost_speed "
        "percent_supersonic_speed percent_ground percent_low_air percent_high_air"
    ),
    "positioning": (
        "avg_distance_to_ball avg_distance_to_ball_possession "
        "avg_distance_to_ball_no_possession avg_distance_to_mates time_defensive_third "
        "time_neutral_third time_offensive_third time_defensive_half time_offensive_half "
        "time_behind_ball time_infront_ball time_most_back time_most_forward "
        "goals_against_while_last_defender time_closest_to_ball time_farthest_from_ball "
        "percent_defensive_third percent_offensive_third percent_neutral_third "
        "percent_defensive_half percent_offensive_half percent_behind_ball percent_infront_ball "
        "percent_most_back percent_most_forward percent_closest_to_ball "
        "percent_farthest_from_ball"
    ),
    "demo": "inflicted taken",
}
"""Every field of a player's ``stats`` in the public API's answers."""

PLACES = [f"{family}.{name}" for family, names in PLAYER_FIELDS.items() for name in names.split()]


@pytest.mark.parametrize("place", PLACES)
def test_every_field_of_ballchasing_has_a_metric(place: str) -> None:
    assert ballchasing.metric_for(place).value is not None


def test_nothing_claims_a_field_that_ballchasing_has_not() -> None:
    claimed = {m.ballchasing for m in METRICS if m.ballchasing}
    assert claimed - set(PLACES) == {"ball.possession_time", "ball.time_in_side"}


def test_keys_and_names_are_unique() -> None:
    assert len({m.key for m in METRICS}) == len(METRICS)
    assert len({(m.family, m.name) for m in METRICS}) == len(METRICS)
    assert all(metric(m.key) is m for m in METRICS)


@pytest.mark.parametrize("declared", METRICS, ids=lambda m: m.key)
def test_a_metric_is_fully_declared(declared: Metric) -> None:
    assert declared.key.replace("_", "").isalnum()
    assert declared.key == declared.key.lower()
    assert declared.definition.endswith(".")
    assert len(declared.source) > 10
    assert declared.low < declared.high
    assert declared.high == 100.0 or declared.unit != "%" or math.isinf(declared.high)
    assert (declared.value is None) <= (declared.team is TeamRule.OWN)
    assert (declared.team is TeamRule.OWN) == (declared.team_value is not None)


def test_every_family_has_metrics() -> None:
    assert {m.family for m in METRICS} == set(Family)
