"""What is told of a session once it is over."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Final, Literal

from msgspec import Struct

from rockettrainer.features import METRICS, Better, Measured, Metric
from rockettrainer.live._kinds import TRAINING, Kind, Source
from rockettrainer.live._numbers import Usual, is_rate
from rockettrainer.live._session import Session
from rockettrainer.live._show import Me, unseen
from rockettrainer.match import Match, Team

MOST: Final = 3
"""Strengths, and leaks."""
_NOTABLE: Final = 0.75
"""Spreads off the median: about as far as one match in four is on either side."""
_LEAST_SPREAD: Final = 0.05
"""Of the median, for who always plays the same."""

_KEYS: Final = frozenset(shown.key for shown in METRICS)
_TOLD_BY_A_RATE: Final = frozenset(
    key for key in _KEYS if {f"{key}_per_min", f"{key.removesuffix('_s')}_percent"} & _KEYS
)
"""Sums whose share or rate is a metric, too. A sum grows with the match, and matches differ."""

Outcome = Literal["win", "loss"]


class Finding(Struct, frozen=True):
    """A number that stands out."""

    key: str
    name: str
    value: float
    unit: str
    usual: float | None
    usual_matches: int
    text: str


class GoalLine(Struct, frozen=True):
    """A goal; `time_s` is of play."""

    time_s: float
    team: int
    player: str | None


class Summary(Struct, frozen=True):
    """The session that ended last."""

    session: str
    match_id: int | None
    source: Source
    kind: Kind | None
    result: Outcome | None
    score: tuple[int, int] | None
    me: Me | None
    headline: str
    strengths: tuple[Finding, ...]
    leaks: tuple[Finding, ...]
    goals: tuple[GoalLine, ...]
    unseen: tuple[str, ...]
    partial: bool
    matches: int


@dataclass(frozen=True, slots=True)
class Course:
    """A session that is over, measured."""

    session: Session
    match: Match
    mine: Measured
    """The user's metrics; empty where it is not known who that is."""
    partial: bool
    """Whether some of it was missed."""


def compared(mine: Measured) -> tuple[str, ...]:
    """Keys of the metrics that can be called better or worse, each thing once."""
    shown = (m for m in METRICS if m.key in mine.metrics and m.key not in _TOLD_BY_A_RATE)
    return tuple(m.key for m in shown if m.better is not Better.NEITHER)


def summary_of(course: Course, usual: Usual, match_id: int | None, matches: int) -> Summary:
    """Tells of a session.

    Args:
        course: The session.
        usual: What is usual, of the metrics in `compared`.
        match_id: Of the stored match; None for none.
        matches: How many matches are stored by now.
    """
    session, info = course.session, course.match.info
    ranked = sorted(_findings(course, usual), key=lambda found: -abs(found[0]))
    strengths = [finding for off, finding in ranked if off > 0][:MOST]
    leaks = [finding for off, finding in ranked if off < 0][:MOST]
    result = _result(session, info.score)
    return Summary(
        session=session.key,
        match_id=match_id,
        source=session.source,
        kind=session.kind,
        result=result,
        score=info.score,
        me=_me(session),
        headline=_headline(course, result, [finding for _, finding in ranked[:1]]),
        strengths=tuple(strengths),
        leaks=tuple(leaks),
        goals=tuple(_goal(session, number) for number in range(len(session.goals))),
        unseen=unseen(session.recorder.sees(session.me)),
        partial=course.partial,
        matches=matches,
    )


def _findings(course: Course, usual: Usual) -> list[tuple[float, Finding]]:
    """Numbers that stand out, each with how far: above 0 to the better."""
    found = []
    for shown in METRICS:
        value, median = course.mine.metrics.get(shown.key), usual.medians.get(shown.key)
        if value is None or median is None or (course.partial and not is_rate(shown)):
            continue
        spread = max(usual.spreads[shown.key], abs(median) * _LEAST_SPREAD)
        if spread > 0.0 and abs(value - median) / spread >= _NOTABLE:
            off = (value - median) / spread * (1 if shown.better is Better.HIGHER else -1)
            found.append((off, _finding(shown, value, median, usual.matches[shown.key])))
    return found


def _finding(shown: Metric, value: float, median: float, matches: int) -> Finding:
    unit = f" {shown.unit}" if shown.unit else ""
    told, usually = (f"{number:,.1f}".removesuffix(".0") for number in (value, median))
    text = f"{shown.name} {told}{unit}, usually {usually}{unit} ({matches} matches)"
    return Finding(shown.key, shown.name, value, shown.unit, median, matches, text)


def _headline(course: Course, result: Outcome | None, most: Sequence[Finding]) -> str:
    score = course.match.info.score
    word = {"win": "Won", "loss": "Lost", None: "Played"}[result]
    parts = [word if score is None else f"{word} {max(score)}:{min(score)}"]
    if course.session.kind in TRAINING:
        parts = [f"{course.session.active_s / 60.0:.0f} minutes of training"]
    return ". ".join((*parts, *(finding.text for finding in most)))


def _result(session: Session, score: tuple[int, int] | None) -> Outcome | None:
    team = session.recorder.seats.player(session.me).team if session.me >= 0 else Team.NONE
    if score is None or score[0] == score[1] or team is Team.NONE or not session.is_match:
        return None
    return "win" if (score[0] > score[1]) is (team is Team.BLUE) else "loss"


def _me(session: Session) -> Me | None:
    if session.me < 0:
        return None
    player = session.recorder.seats.player(session.me)
    return Me(player.name, int(player.team))


def _goal(session: Session, number: int) -> GoalLine:
    scored = session.goals[number]
    name = session.recorder.seats.player(scored.slot).name if scored.slot >= 0 else None
    time_s = scored.time_s if isfinite(scored.time_s) else 0.0
    return GoalLine(round(time_s, 1), scored.team, name)
