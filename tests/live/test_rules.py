"""What is said and shown while a game goes on: advice, momentum, and how much of the card."""

from math import nan
from pathlib import Path
from statistics import median

import pytest

from rockettrainer.features import metric
from rockettrainer.library import Library
from rockettrainer.live._advice import ENOUGH_S, advise
from rockettrainer.live._kinds import View
from rockettrainer.live._momentum import GOAL, HALF_LIFE_S, SHOT, Momentum
from rockettrainer.live._numbers import ENOUGH, USUAL_OF, is_rate, usual
from rockettrainer.live._view import SETTLE_S, ViewState
from rockettrainer.match import EventKind, Phase
from tests.support.matches import METRIC, fill

EMPTY, TAKEN = "boost_zero_percent", "boost_collected_per_min"


def test_advice_says_what_is_farthest_off_in_parts_of_its_limit() -> None:
    usually = {EMPTY: 10.0, TAKEN: 300.0}
    said = advise({EMPTY: 16.0, TAKEN: 200.0}, usually, ENOUGH_S)
    assert said is not None
    assert said.key == TAKEN
    assert "200" in said.text
    assert "300" in said.text
    louder = advise({EMPTY: 30.0, TAKEN: 200.0}, usually, ENOUGH_S)
    assert louder is not None
    assert louder.key == EMPTY


@pytest.mark.parametrize(
    ("values", "usually", "seconds"),
    [
        ({EMPTY: 90.0}, {EMPTY: 10.0}, ENOUGH_S - 1.0),
        ({EMPTY: 90.0}, {}, ENOUGH_S),
        ({}, {EMPTY: 10.0}, ENOUGH_S),
        ({EMPTY: 14.9}, {EMPTY: 10.0}, ENOUGH_S),
        ({EMPTY: 1.0}, {EMPTY: 10.0}, ENOUGH_S),
        ({EMPTY: 90.0}, {EMPTY: 0.0}, ENOUGH_S),
    ],
)
def test_without_ground_there_is_no_advice(
    values: dict[str, float], usually: dict[str, float], seconds: float
) -> None:
    assert advise(values, usually, seconds) is None


def test_momentum_is_of_who_presses_and_halves() -> None:
    assert Momentum().value is None
    momentum = Momentum()
    for _ in range(300):
        momentum.play(Phase.ACTIVE, 0.01, 2000.0)
    assert momentum.value == 1.0
    momentum.add(EventKind.GOAL, 1)
    before = momentum.value
    assert before == pytest.approx((2.8 - GOAL) / (2.8 + GOAL), abs=0.02)
    for _ in range(round(HALF_LIFE_S / 0.5)):
        momentum.play(Phase.ACTIVE, 0.5, nan)
    assert momentum.value == pytest.approx(before)
    momentum.add(EventKind.SHOT, 0)
    expected = (1.4 + SHOT - GOAL / 2) / (1.4 + SHOT + GOAL / 2)
    assert momentum.value == pytest.approx(expected, abs=0.02)


def test_momentum_takes_nothing_from_pauses_gaps_and_strangers() -> None:
    momentum = Momentum()
    momentum.play(Phase.COUNTDOWN, 0.4, 2000.0)
    momentum.play(Phase.ACTIVE, 60.0, 2000.0)
    momentum.play(Phase.ACTIVE, -1.0, 2000.0)
    momentum.add(EventKind.GOAL, -1)
    momentum.add(EventKind.DEMOLITION, 0)
    assert momentum.value is None


def test_the_card_is_whole_where_there_is_time_to_look() -> None:
    views = ViewState()
    course = [
        (Phase.WAITING, 0.0, View.HIDDEN),
        (Phase.COUNTDOWN, 1.0, View.FULL),
        (Phase.ACTIVE, 4.0, View.FULL),
        (Phase.ACTIVE, 4.0 + SETTLE_S, View.MINI),
        (Phase.PAUSED, 8.0, View.FULL),
        (Phase.ACTIVE, 9.0, View.FULL),
        (Phase.ACTIVE, 20.0, View.MINI),
        (Phase.GOAL, 21.0, View.FULL),
        (Phase.GOAL_REPLAY, 24.0, View.FULL),
        (Phase.COUNTDOWN, 30.0, View.FULL),
        (Phase.ENDED, 90.0, View.SUMMARY),
    ]
    assert [views.of(phase, at_s) for phase, at_s, _ in course] == [view for *_, view in course]


@pytest.mark.parametrize(
    ("key", "compares"),
    [
        ("boost_mean", True),
        ("boost_zero_percent", True),
        ("boost_collected_per_min", True),
        ("boost_collected", False),
        ("boost_zero_s", False),
        ("goals", False),
    ],
)
def test_only_what_does_not_add_up_compares_in_the_midst_of_a_match(
    key: str, compares: bool
) -> None:
    assert is_rate(metric(key)) is compares


def test_usual_is_of_the_last_matches_and_of_enough_of_them(tmp_path: Path) -> None:
    library = Library(tmp_path)
    store = library.store
    fill(store, ENOUGH - 1)
    library.me.look()
    assert usual(store, (METRIC,), None).medians == {}
    fill(store, 2 * USUAL_OF, first=ENOUGH)
    library.me.look()
    found = usual(store, (METRIC, "no_such"), None)
    values = store.trend(METRIC, last_n=USUAL_OF).values
    store.close()
    assert len(values) == USUAL_OF
    assert found.medians == {METRIC: pytest.approx(median(values))}
    assert found.matches == {METRIC: USUAL_OF}
