import numpy as np

from rockettrainer.features import accumulate, measure
from rockettrainer.match import EventKind, Events, MatchInfo, Visible, no_events
from tests.features.conftest import drive


def _demolitions(*pairs: tuple[int, int]) -> Events:
    count = len(pairs)
    return no_events()._replace(
        kind=np.full(count, EventKind.DEMOLITION, np.uint8),
        frame=np.arange(count, dtype=np.int32),
        time_s=np.zeros(count),
        player=np.array([attacker for attacker, _ in pairs], np.int16),
        other=np.array([victim for _, victim in pairs], np.int16),
        detail=np.full(count, -1, np.int32),
        value=np.full(count, np.nan, np.float32),
        position=np.zeros((count, 3), np.float32),
    )


def test_a_demolition_has_an_attacker_and_a_victim() -> None:
    events = _demolitions((0, 1), (0, 1), (-1, 0))
    states = accumulate(drive(10, 2), events, [0, 1], 5120.0)
    analysis = measure(states, MatchInfo(), Visible.REPLAY)
    counts = [
        (row.metrics["demolitions_inflicted"], row.metrics["demolitions_taken"])
        for row in analysis.players
    ]
    assert counts == [(2, 1), (0, 2)]
    assert analysis.teams[0].metrics["demolitions_inflicted"] == 2
