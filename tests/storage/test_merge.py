"""A match seen live and its replay are one match, whichever comes first."""

from dataclasses import replace

import pytest

from rockettrainer.features import METRICS, Measured
from rockettrainer.match import Visible
from rockettrainer.storage import MatchRecord, Store
from tests.support.matches import record

ONLY_LIVE = next(m.key for m in METRICS if m.needs not in Visible.REPLAY)
SEEN = next(m.key for m in METRICS if m.needs in Visible.SCOREBOARD)


def both(*, guid: bool) -> tuple[MatchRecord, MatchRecord]:
    """A match as it was seen live, and as its replay has it."""
    whole = record(7)
    gone = {ONLY_LIVE: "this source does not show: controls"}
    rows = [replace(row, metrics=row.metrics | {SEEN: 1.0}, missing=gone) for row in _rows(whole)]
    for row in rows:
        row.metrics.pop(ONLY_LIVE, None)
    replayed = _with(whole, rows)
    seen = [replace(r, metrics=r.metrics | {SEEN: 2.0, ONLY_LIVE: 9.0}) for r in _rows(whole)]
    info = replace(whole.info, replay_id=None)
    live = replace(_with(whole, seen), source="live", visible=Visible.LIVE, info=info)
    if not guid:
        live = replace(live, info=replace(info, match_guid=None), played_at=live.played_at + 90)
    return live, replayed


def _rows(made: MatchRecord) -> list[Measured]:
    return [*made.analysis.players, *made.analysis.teams]


def _with(made: MatchRecord, rows: list[Measured]) -> MatchRecord:
    teams = (rows[-2], rows[-1])
    return replace(made, analysis=replace(made.analysis, players=tuple(rows[:-2]), teams=teams))


@pytest.mark.parametrize("guid", [True, False])
@pytest.mark.parametrize("live_first", [True, False])
def test_one_match_with_what_either_shows(store: Store, *, guid: bool, live_first: bool) -> None:
    pair = both(guid=guid)
    first, second = pair if live_first else pair[::-1]
    added, met = store.add_match(first), store.add_match(second)
    assert (met.match_id, met.new, store.count()) == (added.match_id, False, 1)
    found = store.match(added.match_id)
    assert found is not None
    assert found.source == "replay"
    for player in found.players:
        assert (player.measured.metrics[SEEN], player.measured.metrics[ONLY_LIVE]) == (1.0, 9.0)
        assert ONLY_LIVE not in player.measured.missing
    assert store.replace_match(added.match_id, pair[1])
    again = store.match(added.match_id)
    assert again is not None
    assert again.players[0].measured.metrics[ONLY_LIVE] == 9.0


def test_another_score_is_another_match(store: Store) -> None:
    live, replayed = both(guid=False)
    score = (live.info.score or (0, 0))[::-1]
    store.add_match(replace(live, info=replace(live.info, score=score)))
    store.add_match(replayed)
    assert store.count() == 2
