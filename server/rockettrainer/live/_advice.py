"""One line of advice, from a few rules over live numbers and what is usual.

A rule looks at one metric of the user's. It speaks when the value is off the user's own median by
the rule's part of it, to the worse side, after a minute of play. It says both numbers; it claims
nothing about why, and nothing about how sure it is. Of several rules the one that is off farthest,
in parts of its own limit, speaks. The limits are our choice: a quarter to a half off the median of
one's own last matches is what a player can notice and change within a match.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

ENOUGH_S: Final = 60.0
"""Of play, before anything is said."""


@dataclass(frozen=True, slots=True)
class Rule:
    """When to speak of a metric, and what to say."""

    key: str
    """Of the metric."""
    above: bool
    """Whether more than usual is the trouble; else less."""
    off: float
    """Part of the usual value by which it must be off."""
    text: str
    """With ``{value}`` and ``{usual}``."""

    def strength(self, value: float, usual: float) -> float:
        """How far off, in parts of the limit; the rule speaks from 1 on."""
        if usual <= 0.0:
            return 0.0
        off = (value - usual) / usual
        return (off if self.above else -off) / self.off


@dataclass(frozen=True, slots=True)
class Advice:
    """What to say."""

    key: str
    text: str


RULES: Final = (
    Rule(
        "boost_zero_percent",
        above=True,
        off=0.5,
        text="Empty tank {value} % of the time, usually {usual} %: take small pads on the way.",
    ),
    Rule(
        "boost_collected_per_min",
        above=False,
        off=0.25,
        text="Boost taken: {value} a minute, usually {usual}. Drive over more pads.",
    ),
    Rule(
        "boost_full_percent",
        above=True,
        off=0.5,
        text="Full tank {value} % of the time, usually {usual} %: spend it.",
    ),
    Rule(
        "speed_mean_uu_s",
        above=False,
        off=0.1,
        text="Mean speed {value} uu/s, usually {usual}. Keep moving.",
    ),
    Rule(
        "behind_ball_percent",
        above=False,
        off=0.15,
        text="Behind the ball {value} % of the time, usually {usual} %: rotate back sooner.",
    ),
    Rule(
        "defensive_third_percent",
        above=True,
        off=0.25,
        text="In your own third {value} % of the time, usually {usual} %: step up.",
    ),
    Rule(
        "ball_distance_mean_uu",
        above=True,
        off=0.15,
        text="{value} uu from the ball, usually {usual}. Come closer to the play.",
    ),
    Rule(
        "mate_distance_mean_uu",
        above=False,
        off=0.15,
        text="{value} uu from your mates, usually {usual}. Leave more room between you.",
    ),
)

KEYS: Final = tuple(rule.key for rule in RULES)
"""Metrics that the rules look at."""


def advise(
    values: Mapping[str, float], usual: Mapping[str, float], active_s: float
) -> Advice | None:
    """The line to show; None for none.

    Args:
        values: Of the user's metrics, as they stand.
        usual: Medians of the same.
        active_s: Seconds of play so far.
    """
    if active_s < ENOUGH_S:
        return None
    known = [rule for rule in RULES if rule.key in values and rule.key in usual]
    ranked = {rule: rule.strength(values[rule.key], usual[rule.key]) for rule in known}
    loudest = max(ranked, key=lambda rule: ranked[rule], default=None)
    if loudest is None or ranked[loudest] < 1.0:
        return None
    value, before = values[loudest.key], usual[loudest.key]
    return Advice(loudest.key, loudest.text.format(value=f"{value:.0f}", usual=f"{before:.0f}"))
