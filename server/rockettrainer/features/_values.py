"""How values are read out of a state."""

from collections.abc import Callable
from dataclasses import dataclass
from math import nan

import numpy as np

from rockettrainer.features._accumulator import State
from rockettrainer.match import F64, AnyArray

Value = Callable[[State], F64]


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of some fields of every player."""

    fields: tuple[str, ...]

    def __call__(self, state: State) -> F64:
        """Of all slots."""
        records = state.players
        result: F64 = records[self.fields[0]].astype(np.float64)
        for name in self.fields[1:]:
            result += records[name]
        return result

    def of(self, state: State, slot: int) -> float:
        """Of one slot: NumPy takes as long for one as for all, and ten times as long as this."""
        found = 0.0
        for name in self.fields:
            found += state.players[name].item(slot)
        return found


@dataclass(frozen=True, slots=True)
class Ratio:
    """A sum of fields over another, times ``scale``; NaN where there is nothing below."""

    top: Sum
    bottom: Sum
    scale: float

    def __call__(self, state: State) -> F64:
        """Of all slots."""
        return over(self.top(state), self.bottom(state)) * self.scale

    def of(self, state: State, slot: int) -> float:
        """Of one slot."""
        bottom = self.bottom.of(state, slot)
        return self.top.of(state, slot) / bottom * self.scale if bottom > 0 else nan


def total(*fields: str) -> Sum:
    """The sum of some fields of every player."""
    return Sum(fields)


def ratio(top: tuple[str, ...], bottom: tuple[str, ...], scale: float = 1.0) -> Ratio:
    """A sum of fields over another, times ``scale``; NaN where there is nothing below."""
    return Ratio(Sum(top), Sum(bottom), scale)


def share(part: str, *whole: str) -> Ratio:
    """A field in percent of a sum of fields."""
    return ratio((part,), whole, 100.0)


def team_total(field: str) -> Value:
    """A field of both teams."""
    return lambda state: state.teams[field].astype(np.float64)


def quarter_s(quarter: int) -> Value:
    """Seconds in a quarter of the boost tank: 0 is the lowest."""
    return lambda state: _quarter(state, quarter)


def quarter_percent(quarter: int) -> Value:
    """The same in percent of all quarters."""
    return lambda state: (
        over(_quarter(state, quarter), state.players["quarters_s"].sum(axis=1)) * 100.0
    )


def over(top: AnyArray, bottom: AnyArray) -> F64:
    """A quotient; NaN, and no warning, where there is nothing below."""
    result = np.full(len(top), np.nan)
    np.divide(top, bottom, out=result, where=np.asarray(bottom) > 0)
    return result


def _quarter(state: State, quarter: int) -> F64:
    return np.asarray(state.players["quarters_s"][:, quarter], np.float64)
