"""One value, read quickly, is the one among all."""

import numpy as np
import pytest

from rockettrainer.features import METRICS, Metric, accumulate, value_now
from rockettrainer.features._read import slot_values
from rockettrainer.features._registry import accumulator_of
from tests.features.conftest import random_match

TEAMS = (0, 0, 0, 1, 1, -1)
STATES = tuple(
    accumulate(*random_match(seed, rows, 6), TEAMS, 5120.0) for seed, rows in [(1, 700), (2, 3)]
)


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.key)
def test_it_is_the_value_among_those_of_all(metric: Metric) -> None:
    for states in STATES:
        values = slot_values(metric, getattr(states, accumulator_of(metric)))
        expected = np.full(len(TEAMS), np.nan) if values is None else values
        found = [value_now(metric, states, slot) for slot in range(len(TEAMS))]
        np.testing.assert_allclose(found, expected, rtol=1e-12)
