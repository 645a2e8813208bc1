"""What stands out of a match, and how it is told."""

from dataclasses import replace

from rockettrainer.features import Measured
from rockettrainer.live._kinds import Source
from rockettrainer.live._numbers import Usual
from rockettrainer.live._session import Session
from rockettrainer.live._summary import Course, Summary, compared, summary_of
from rockettrainer.match import Visible

USUAL = Usual(
    {"boost_zero_percent": 15.25, "score": 310.0, "saves": 1.0},
    {"boost_zero_percent": 4.0, "score": 100.0, "saves": 1.0},
    {"boost_zero_percent": 14, "score": 14, "saves": 14},
)
MINE = Measured({"boost_zero_percent": 24.06, "score": 1410.0, "saves": 1.0}, {})


def told(*, partial: bool = False) -> Summary:
    session = Session("one", Source.PLUGIN, Visible.LIVE, keep=False)
    match = session.recorder.match()
    facts = replace(match.info, score=(3, 2))
    course = Course(session, replace(match, info=facts), MINE, partial)
    return summary_of(course, USUAL, 1, 15)


def test_what_is_far_from_the_usual_stands_out_the_farthest_first() -> None:
    summary = told()
    assert [found.key for found in summary.strengths] == ["score"]
    assert [found.key for found in summary.leaks] == ["boost_zero_percent"]
    assert summary.headline == "Played 3:2. Score 1,410 points, usually 310 points (14 matches)"
    assert "24.1 %, usually 15.2 % (14 matches)" in summary.leaks[0].text


def test_of_half_a_match_only_what_does_not_grow_with_it_is_compared() -> None:
    summary = told(partial=True)
    assert summary.strengths == ()
    assert [found.key for found in summary.leaks] == ["boost_zero_percent"]


def test_a_sum_is_not_compared_where_its_rate_is() -> None:
    keys = ("boost_zero_s", "boost_zero_percent", "boost_collected", "boost_collected_per_min")
    mine = Measured(dict.fromkeys((*keys, "score", "ground_s"), 1.0), {})
    assert set(compared(mine)) == {"boost_zero_percent", "boost_collected_per_min", "score"}
