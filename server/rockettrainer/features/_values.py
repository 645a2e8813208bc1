"""How values are read out of a state."""

from collections.abc import Callable

import numpy as np

from rockettrainer.features._accumulator import State
from rockettrainer.match import F64, AnyArray

Value = Callable[[State], F64]


def total(*fields: str) -> Value:
    """The sum of some fields of every player."""
    return lambda state: _sum(state.players, fields)


def ratio(top: tuple[str, ...], bottom: tuple[str, ...], scale: float = 1.0) -> Value:
    """A sum of fields over another, times ``scale``; NaN where there is nothing below."""
    return lambda state: over(_sum(state.players, top), _sum(state.players, bottom)) * scale


def share(part: str, *whole: str) -> Value:
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


def _sum(records: AnyArray, fields: tuple[str, ...]) -> F64:
    result: F64 = records[fields[0]].astype(np.float64)
    for name in fields[1:]:
        result += records[name]
    return result
