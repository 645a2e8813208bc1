from dataclasses import replace

import pytest

from rockettrainer.storage import REPLAY_BUDGET, Store, open_store
from tests.support.matches import ME, fill, record


def test_the_recorder_is_likely_the_user(store: Store) -> None:
    assert store.guess_me() is None
    fill(store, 5)
    guessed = store.guess_me()
    assert [person.id for person in store.players(limit=1)] == [guessed]
    assert store.players(limit=1)[0].account == ME


def test_who_plays_most_is_the_user_where_nobody_recorded(store: Store) -> None:
    for number in range(4):
        given = record(number)
        store.add_match(replace(given, info=replace(given.info, recorded_by=None)))
    guessed = store.guess_me()
    assert store.players(limit=1)[0].id == guessed
    assert store.players(limit=1)[0].matches == 4


def test_the_user_has_the_accounts_that_were_set(store: Store) -> None:
    fill(store, 3)
    first, second, third = (person.id for person in store.players(limit=3))
    store.set_me([second, third])
    assert store.me() == tuple(sorted((second, third)))
    assert {person.id for person in store.players(limit=2)} == {second, third}
    store.set_me([first])
    assert store.me() == (first,)


def test_an_unknown_account_changes_nothing(store: Store) -> None:
    fill(store, 1)
    someone = store.players()[0].id
    store.set_me([someone])
    with pytest.raises(LookupError, match="999999"):
        store.set_me([999999])
    assert store.me() == (someone,)


def test_people_of_deleted_matches_are_forgotten(store: Store) -> None:
    ids = [store.add_match(record(number)).match_id for number in range(2)]
    everyone = {person.account for person in store.players()}
    assert store.delete_match(ids[1])
    assert not store.delete_match(ids[1])
    left = {person.account for person in store.players()}
    assert left == {player.id for player in record(0).roster}
    assert left < everyone
    assert store.players()[0].last_played_at == record(0).played_at
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM players").scalar() == len(left)


def test_settings_last(url: str, store: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert store.settings.get(REPLAY_BUDGET) is None
    store.settings.put(REPLAY_BUDGET, 5)
    store.settings.put("theme", {"dark": True})
    store.settings.put("theme", {"dark": False})
    store.settings.put("gone", 1)
    store.settings.put("gone", None)
    with open_store(tmp_path_factory.mktemp("other"), url) as again:
        assert again.settings.all() == {REPLAY_BUDGET: 5, "theme": {"dark": False}}
