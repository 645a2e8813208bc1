import math
from dataclasses import replace

import pytest

from rockettrainer.features import Analysis, Measured
from rockettrainer.match import Camera, MatchInfo, Player, Roster, Team, Visible
from rockettrainer.storage import MatchRecord, Store, played_at
from tests.support.matches import ME, record


def _stored_as(store: Store, given: MatchRecord) -> MatchRecord:
    """What comes out after a record went in."""
    found = store.match(store.add_match(given).match_id)
    assert found is not None
    return replace(
        given,
        info=found.info,
        roster=Roster(tuple(seat.player for seat in found.players)),
        visible=found.visible,
        analysis=Analysis(tuple(seat.measured for seat in found.players), found.teams),
        analyser=found.analyser,
        played_at=found.summary.played_at,
        source=found.source,
        stat_names=found.stat_names,
        warnings=found.warnings,
    )


@pytest.mark.parametrize("number", range(10))
def test_what_goes_in_comes_out(store: Store, number: int) -> None:
    assert _stored_as(store, record(number)) == record(number)


def test_the_unknown_stays_unknown(store: Store) -> None:
    empty = Measured({}, {})
    given = MatchRecord(
        info=MatchInfo(),
        roster=Roster(()),
        visible=Visible.NOTHING,
        analysis=Analysis((), (empty, empty)),
        analyser="",
        played_at=0,
    )
    assert _stored_as(store, given) == given
    line = store.matches().matches[0]
    assert (line.score, line.result, line.playlist_key, line.players) == (None, None, None, ())


def test_every_number_is_stored_exactly(store: Store) -> None:
    values = [0.1, -0.0, 5e-324, 1.7976931348623157e308, math.inf, -math.inf, 1 / 3]
    measured = Measured({f"odd_{n}": value for n, value in enumerate(values)}, {"none": "why"})
    given = record(0)
    rows = (measured, *given.analysis.players[1:])
    given = replace(given, analysis=replace(given.analysis, players=rows))
    assert _stored_as(store, given) == given


def test_names_that_anyone_can_write_do_no_harm(store: Store) -> None:
    names = ["\x00nul", "a\ud800b", "'; DROP TABLE matches; --", "100%_\\", "🚀" * 200, ""]
    people = tuple(
        Player(id=f"steam:{n}", platform="steam", platform_id=str(n), name=name, team=Team.BLUE)
        for n, name in enumerate(names)
    )
    given = replace(
        record(0),
        roster=Roster(people),
        analysis=replace(record(0).analysis, players=(Measured({}, {}),) * len(people)),
        info=replace(record(0).info, name="\x00\ud800", replay_id="\x00", server_name="\x00"),
    )
    stored = _stored_as(store, given)
    assert [p.name for p in stored.roster] == ["\ufffdnul", "a?b", *names[2:]]
    assert stored.info.name == "\ufffd?"


def test_camera_settings_that_are_no_numbers_do_no_harm(store: Store) -> None:
    camera = Camera(math.nan, math.inf, -math.inf, 1.0, 2.0, 3.0, None)
    given = record(0)
    me = replace(given.roster[0], camera=camera, spans=((0.0, math.inf),))
    given = replace(given, roster=Roster((me, *given.roster.players[1:])))
    stored = _stored_as(store, given).roster[0]
    assert stored.camera is not None
    assert math.isnan(stored.camera.fov)
    assert (stored.camera.height, stored.camera.pitch) == (math.inf, -math.inf)
    assert stored.spans == ((0.0, math.inf),)


def test_bots_of_one_name_in_both_teams_are_two_seats(store: Store) -> None:
    bots = tuple(
        Player(
            id="bot:Sultan", platform="bot", platform_id="", name="Sultan", team=team, is_bot=True
        )
        for team in (Team.BLUE, Team.ORANGE)
    )
    given = replace(
        record(0),
        roster=Roster(bots),
        analysis=replace(record(0).analysis, players=record(0).analysis.players[:2]),
    )
    assert _stored_as(store, given) == given


@pytest.mark.parametrize(
    ("info", "moment"),
    [
        (MatchInfo(start_epoch=1_700_000_000, date="2020-01-01 00:00:00"), 1_700_000_000),
        (MatchInfo(start_epoch=3), 1_800_000_000),
        (MatchInfo(start_epoch=2**62, date="not a date"), 1_800_000_000),
        (MatchInfo(date="0001-01-01 00:00:00"), 1_800_000_000),
        (MatchInfo(), 1_800_000_000),
    ],
)
def test_a_match_is_played_when_it_says_if_that_can_be(info: MatchInfo, moment: int) -> None:
    assert played_at(info, now=1_800_000_000.0) == moment


def test_a_name_is_the_latest_one(store: Store) -> None:
    late = record(5)
    renamed = replace(late.roster[0], name="New name")
    late = replace(late, roster=Roster((renamed, *late.roster.players[1:])))
    for given in (record(3), late, record(4)):
        store.add_match(given)
    me = next(person for person in store.players() if person.account == ME)
    assert (me.name, me.matches, me.last_played_at) == ("New name", 3, late.played_at)
    assert store.players(text="NEW NAME") == (me,)
