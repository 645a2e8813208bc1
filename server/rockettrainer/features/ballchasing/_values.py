"""How these metrics are read out of the state: rounded down, where ballchasing does so."""

import numpy as np

from rockettrainer.features._accumulator import State
from rockettrainer.features._values import Value, over
from rockettrainer.features.ballchasing._boost import STEPS
from rockettrainer.match import CAR_MAX_SPEED_UU_S, F64

_TINY = 1e-9
"""Sums of whole steps may end a hair under a whole number."""


def percents(field: str) -> Value:
    """A sum of steps as whole percents of a tank."""
    return lambda state: _whole(state.players[field] / STEPS)


def of_pads(field: str, size: int) -> Value:
    """A sum of steps from big (1) or small (0) pads, alike."""
    return lambda state: _whole(state.players[field][:, size] / STEPS)


def of_all_pads(field: str) -> Value:
    """The same from both sizes: each is rounded down before."""
    small, big = of_pads(field, 0), of_pads(field, 1)
    return lambda state: small(state) + big(state)


def used_per_min(state: State) -> F64:
    """Falls for each minute between reports."""
    falls = state.players["falls"] / STEPS
    return _whole(60.0 * over(falls, state.players["quarters_s"].sum(axis=1)))


def collected_per_min(state: State) -> F64:
    """Rises for each minute of live play."""
    return 60.0 * over(of_all_pads("rises")(state), state.players["live_s"])


def mean(state: State) -> F64:
    """Mean of all reports."""
    return over(state.players["reports_sum"], state.players["reports"]) / STEPS


def live_percent(field: str) -> Value:
    """A time in percent of live play."""
    return lambda state: 100.0 * over(state.players[field], state.players["live_s"])


def part(field: str, index: int) -> Value:
    """One part of a field: seconds in a band, or a number of small (0) or big (1) pads."""
    return lambda state: state.players[field][:, index].astype(np.float64)


def band_percent(field: str, band: int) -> Value:
    """The same in percent of all its bands."""
    return lambda state: (
        100.0 * over(state.players[field][:, band], state.players[field].sum(axis=1))
    )


def rank_percent(rank: int) -> Value:
    """Seconds of a rank in percent of live play."""
    return lambda state: 100.0 * over(state.players["rank_s"][:, rank], state.players["live_s"])


def mean_of(sums: str, counts: str) -> Value:
    """A sum over reports for each of them."""
    return lambda state: over(state.players[sums], state.players[counts])


def speed_percent(state: State) -> F64:
    """Mean speed in whole uu/s, in percent of the fastest."""
    return 100.0 * _whole(mean_of("speed_sum", "poses")(state)) / CAR_MAX_SPEED_UU_S


def possession_distance(side: int) -> Value:
    """Mean distance to the ball in own (0) or their (1) possessions."""
    return lambda state: over(
        state.players["possession_sum"][:, side], state.players["possession_poses"][:, side]
    )


def mate_distance(state: State) -> F64:
    """Mean over teammates of the mean distance to each."""
    counts, sums = state.pairs["ticks"], state.pairs["ticks_uu"]
    means = np.divide(sums, counts, out=np.zeros_like(sums), where=counts > 0)
    return over(means.sum(axis=1), (counts > 0).sum(axis=1))


def ball_side_s(state: State) -> F64:
    """Time of the ball in each team's half; NaN for both where it was never reported."""
    match = state.teams[0]
    return np.where(match["ball_s"] > 0.0, state.teams["side_s"], np.nan)


def _whole(values: F64) -> F64:
    return np.floor(values + _TINY)
