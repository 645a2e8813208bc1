from dataclasses import replace

from rockettrainer.features import METRICS, Measured
from rockettrainer.match import Roster
from rockettrainer.storage import Store, analyser_version
from tests.support.matches import METRIC, fill, match, record


def test_the_name_of_the_analyser_is_that_of_the_metrics() -> None:
    assert analyser_version() == analyser_version()
    assert len(METRICS) > 0


def test_matches_of_other_analysers_are_found(store: Store) -> None:
    fill(store, 3)
    ids = [line.id for line in store.matches().matches]
    assert store.outdated("test-2") == tuple(ids)
    assert store.outdated("test-2", limit=1) == (ids[0],)
    assert store.replace_match(ids[1], replace(record(1), analyser="test-2"))
    assert store.outdated("test-2") == (ids[0], ids[2])
    assert store.outdated("test-1") == (ids[1],)


def test_an_analysis_replaces_the_former_one(store: Store) -> None:
    added = store.add_match(record(1))
    store.pin_match(added.match_id, pinned=True)
    newer = record(1)
    rows = (Measured({METRIC: 4.0}, {}), *newer.analysis.players[1:])
    newer = replace(
        newer,
        analyser="test-2",
        roster=Roster((newer.roster[0], *record(7).roster.players[1:])),
        analysis=replace(newer.analysis, players=rows),
    )
    assert store.replace_match(added.match_id, newer)
    found = store.match(added.match_id)
    assert found is not None
    assert (found.analyser, found.summary.pinned) == ("test-2", True)
    assert found.players[0].measured == rows[0]
    assert [seat.player for seat in found.players] == list(newer.roster)
    assert {person.account for person in store.players()} == {p.id for p in newer.roster}
    assert not store.replace_match(12345, newer)


def test_frames_of_a_former_analysis_go(store: Store) -> None:
    old = store.files.write_frames(match(1))
    new = store.files.write_frames(match(2))
    added = store.add_match(replace(record(1), frames=old))
    store.replace_match(added.match_id, replace(record(1), frames=new))
    assert not store.files.frames.has(old.sha256)
    assert store.files.frames.has(new.sha256)
    store.delete_match(added.match_id)
    assert not store.files.frames.has(new.sha256)
