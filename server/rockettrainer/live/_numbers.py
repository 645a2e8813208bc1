"""The few numbers that are shown while a game goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite, nan
from typing import Final

import numpy as np

from rockettrainer.features import (
    METRICS,
    Metric,
    States,
    TeamRule,
    Unit,
    absence,
    metric,
    value_now,
)
from rockettrainer.match import MatchInfo, Visible
from rockettrainer.storage import Store

MOST: Final = 4
"""Numbers on the card (five are not read at a glance)."""

SETTING: Final = "live_numbers"
"""Keys that the user chose, the first ones that the source shows are taken."""

PREFERRED: Final = (
    "boost_mean",
    "speed_mean_uu_s",
    "behind_ball_percent",
    "boost_collected_per_min",
    "supersonic_percent",
    "boost_used_per_min",
    "boost_zero_percent",
    "powerslides",
    "score",
    "shots",
    "saves",
    "goals",
)
"""What is shown where nothing was chosen, in this order, as far as the source shows it."""

USUAL_OF: Final = 20
"""Matches of the user's that "usual" is the median of."""
ENOUGH: Final = 5
"""With fewer there is no usual."""

_OF_ALL: Final = frozenset((Unit.COUNT, Unit.POINTS, Unit.SECONDS, Unit.BOOST, Unit.YES_NO))
"""Units of what adds up over a match, unless it is a mean: half a match's cannot be compared with a
whole one's."""

_KEYS: Final = frozenset(each.key for each in METRICS)


def chosen(wanted: Sequence[str], info: MatchInfo, visible: Visible) -> tuple[Metric, ...]:
    """The metrics to show.

    Args:
        wanted: Keys that the user chose; empty for ours.
        info: Facts of the match.
        visible: What the source shows.
    """
    keys = [key for key in (*wanted, *PREFERRED) if key in _KEYS]
    metrics = (metric(key) for key in dict.fromkeys(keys))
    shown = [m for m in metrics if m.value is not None and absence(m, info, visible) is None]
    return tuple(shown[:MOST])


def value_of(shown: Metric, states: States, slot: int) -> float | None:
    """A metric of one seat, as it stands; None where there is no value yet."""
    value = value_now(shown, states, slot) if slot >= 0 else nan
    return value if isfinite(value) else None


def is_rate(shown: Metric) -> bool:
    """Whether the value in the midst of a match compares with that of a whole one."""
    return shown.team is TeamRule.MEAN or shown.unit not in _OF_ALL


@dataclass(frozen=True, slots=True)
class Usual:
    """Medians over the user's last matches."""

    medians: Mapping[str, float]
    spreads: Mapping[str, float]
    """Between the quartiles."""
    matches: Mapping[str, int]
    """How many each is of."""


NO_USUAL: Final = Usual({}, {}, {})


def usual(store: Store, keys: Sequence[str], playlist: str | None) -> Usual:
    """What the user does in an ordinary match.

    Args:
        store: Of matches.
        keys: Of metrics.
        playlist: Only of this one's matches; None for all.
    """
    medians, spreads, counts = {}, {}, {}
    playlists = (playlist,) if playlist else ()
    for key in keys:
        values = store.trend(key, last_n=USUAL_OF, playlists=playlists).values
        if len(values) >= ENOUGH:
            low, middle, high = np.quantile(values, (0.25, 0.5, 0.75)).tolist()
            medians[key], spreads[key], counts[key] = middle, high - low, len(values)
    return Usual(medians, spreads, counts)
