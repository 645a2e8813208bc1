from dataclasses import replace

import numpy as np
import pytest

from rockettrainer.features import Measured
from rockettrainer.storage import Store, rolling_median
from tests.support.matches import ABSENT_METRIC, FIRST_PLAYED_AT, ME, METRIC, fill, record

COUNT = 40


@pytest.fixture(name="full")
def _full(store: Store) -> Store:
    fill(store, COUNT)
    store.set_me([person.id for person in store.players() if person.account == ME])
    return store


def _values(numbers: range) -> list[float]:
    return [record(number).analysis.players[0].metrics[METRIC] for number in numbers]


def test_a_trend_has_the_last_matches_the_earliest_first(full: Store) -> None:
    trend = full.trend(METRIC, last_n=25)
    assert trend.values.tolist() == _values(range(15, COUNT))
    assert trend.played_at.tolist() == [FIRST_PLAYED_AT + 600 * n for n in range(15, COUNT)]
    assert full.matches().matches[0].id == trend.match_ids[-1]


def test_a_trend_of_a_playlist_leaves_the_others_out(full: Store) -> None:
    trend = full.trend(METRIC, last_n=4, playlists=["private"])
    assert trend.values.tolist() == _values(range(23, COUNT, 5))


def test_matches_without_a_value_are_left_out(full: Store) -> None:
    assert full.trend(ABSENT_METRIC).values.tolist() == []
    assert full.trend("never heard of").values.tolist() == []
    late = record(COUNT)
    rows = (Measured({"only_now": 7.0}, {METRIC: "gone"}), *late.analysis.players[1:])
    full.add_match(replace(late, analysis=replace(late.analysis, players=rows)))
    assert full.trend("only_now").values.tolist() == [7.0]
    assert full.trend(METRIC, last_n=2).values.tolist() == _values(range(COUNT - 2, COUNT))


def test_several_accounts_make_one_trend(full: Store) -> None:
    stranger = full.matches(limit=1).matches[0].players[1].player_id
    accounts = [*full.me(), stranger]
    both = full.trend(METRIC, accounts, last_n=500)
    alone = [full.trend(METRIC, [account], last_n=500) for account in accounts]
    assert len(both.values) == sum(len(trend.values) for trend in alone)
    assert (np.diff(both.played_at) >= 0).all()


def test_nobody_has_no_trend(store: Store) -> None:
    fill(store, 2)
    assert store.trend(METRIC).values.size == 0


@pytest.mark.parametrize("window", [1, 2, 5, 10, 100])
@pytest.mark.parametrize("count", [0, 1, 4, 5, 37])
def test_a_median_is_over_a_match_and_those_before(count: int, window: int) -> None:
    values = np.random.default_rng(count).normal(size=count)
    expected = [np.median(values[max(0, n - window + 1) : n + 1]) for n in range(count)]
    np.testing.assert_array_equal(rolling_median(values, window), expected)
