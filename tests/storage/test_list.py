from collections.abc import Callable

import pytest

from rockettrainer.storage import EVERYTHING, MatchFilter, MatchSummary, Result, Store
from tests.support.matches import FIRST_PLAYED_AT, ME, fill, record

COUNT = 60


@pytest.fixture(name="full")
def _full(store: Store) -> Store:
    fill(store, COUNT)
    store.set_me([person.id for person in store.players() if person.account == ME])
    return store


def _walk(store: Store, wanted: MatchFilter = EVERYTHING, limit: int = 7) -> list[MatchSummary]:
    found: list[MatchSummary] = []
    page = store.matches(wanted, limit=limit)
    found += page.matches
    while page.next:
        page = store.matches(wanted, page.next, limit)
        found += page.matches
    return found


def _named(line: MatchSummary, word: str) -> bool:
    names = [line.name or "", *(seat.name for seat in line.players)]
    return any(word.casefold() in name.casefold() for name in names)


MIDDLE = FIRST_PLAYED_AT + 600 * 30

FILTERS: list[tuple[MatchFilter, Callable[[MatchSummary], bool]]] = [
    (EVERYTHING, lambda _: True),
    (MatchFilter(playlists=("private",)), lambda m: m.playlist_key == "private"),
    (
        MatchFilter(playlists=("ranked-doubles", "ranked-standard")),
        lambda m: m.playlist_key in ("ranked-doubles", "ranked-standard"),
    ),
    (MatchFilter(maps=("CS_P",)), lambda m: m.map_code == "cs_p"),
    (MatchFilter(result=Result.WIN), lambda m: m.result is Result.WIN),
    (MatchFilter(result=Result.LOSS), lambda m: m.result is Result.LOSS),
    (MatchFilter(mine=True), lambda m: any(seat.is_me for seat in m.players)),
    (MatchFilter(since=MIDDLE), lambda m: m.played_at >= MIDDLE),
    (MatchFilter(before=MIDDLE), lambda m: m.played_at < MIDDLE),
    (MatchFilter(text="SULTAN"), lambda m: _named(m, "sultan")),
    (MatchFilter(text="match 1"), lambda m: _named(m, "match") and _named(m, "1")),
    (MatchFilter(text="100%"), lambda _: False),
    (MatchFilter(text="m_tch"), lambda _: False),
    (MatchFilter(text="champions FIELD"), lambda m: m.map_code == "cs_p"),
    (MatchFilter(text="beach_"), lambda m: m.map_code == "beach_p"),
    (
        MatchFilter(text="aquadome match 1"),
        lambda m: m.map_code == "underwater_p" and _named(m, "1"),
    ),
    (
        MatchFilter(text="player 19", result=Result.WIN, before=MIDDLE),
        lambda m: _named(m, "19") and m.result is Result.WIN and m.played_at < MIDDLE,
    ),
]


def test_filters_keep_what_they_say(full: Store) -> None:
    everything = _walk(full)
    assert len(everything) == COUNT
    for wanted, keeps in FILTERS:
        expected = [line for line in everything if keeps(line)]
        assert _walk(full, wanted) == expected, wanted
        assert full.count(wanted) == len(expected), wanted
    assert full.count(MatchFilter(result=Result.WIN)) not in (0, COUNT)


def test_a_list_is_by_date_the_latest_first(full: Store) -> None:
    moments = [line.played_at for line in _walk(full)]
    assert moments == sorted(moments, reverse=True)


def test_lines_say_what_was_stored(full: Store) -> None:
    line = full.matches(limit=1).matches[0]
    given = record(COUNT - 1)
    assert line.name == given.info.name
    assert line.score == given.info.score
    assert line.mode == given.info.mode
    assert [seat.name for seat in line.players] == [player.name for player in given.roster]
    assert [seat.is_me for seat in line.players] == [True, *[False] * 5]


def test_pages_stay_when_matches_come_and_go(full: Store) -> None:
    first = full.matches(limit=10)
    full.add_match(record(COUNT + 1))
    full.delete_match(first.matches[-1].id)
    second = full.matches(cursor=first.next, limit=10)
    numbers = [line.name for line in (*first.matches, *second.matches)]
    assert numbers == [f"Match {n}" for n in range(COUNT - 1, COUNT - 21, -1)]


def test_matches_of_one_moment_are_all_listed(store: Store) -> None:
    for number in range(9):
        store.add_match(record(number))
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE matches SET played_at = 5")
    assert len({line.id for line in _walk(store, limit=2)}) == 9


@pytest.mark.parametrize("cursor", ["", "x", "!!!", "MTIz", "é", "OTk5OTk5OTk5OTk5OTk5OTk5OTk6MQ"])
def test_a_wrong_cursor_is_refused(store: Store, cursor: str) -> None:
    with pytest.raises(ValueError, match="cursor"):
        store.matches(cursor=cursor)


def test_names_are_found_in_any_case_and_width(store: Store) -> None:
    given = record(1)
    store.add_match(given)
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE matches SET search_text = 'strasse'")
    for text in ("STRASSE", "straße", "\N{FULLWIDTH LATIN SMALL LETTER S}trasse"):
        assert store.count(MatchFilter(text=text)) == 1
