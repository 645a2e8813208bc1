"""Playlists carry ballchasing's keys, and modes say what they spoil."""

from collections import Counter

import pytest

from rockettrainer.match._playlists import (
    _PLAYLISTS,
    BALL_MODES,
    MODES,
    PLAYLISTS,
    Aspect,
    Mode,
    mode_for,
    playlist_for,
)

BALLCHASING_KEYS = {
    "unranked-duels", "unranked-doubles", "unranked-standard", "unranked-chaos", "private",
    "season", "offline", "ranked-duels", "ranked-doubles", "ranked-solo-standard",
    "ranked-standard", "snowday", "rocketlabs", "hoops", "rumble", "tournament", "dropshot",
    "ranked-hoops", "ranked-rumble", "ranked-dropshot", "ranked-snowday", "dropshot-rumble",
    "heatseeker", "gridiron", "spooky-cube",
}  # fmt: skip


def test_ids_are_unique() -> None:
    assert [n for n, times in Counter(p.id for p in _PLAYLISTS).items() if times > 1] == []
    assert len(PLAYLISTS) == len(_PLAYLISTS)


def test_names_are_unique_but_for_rocket_labs() -> None:
    repeated = {n for n, times in Counter(p.name for p in _PLAYLISTS).items() if times > 1}

    assert repeated == {"Rocket Labs"}


def test_ballchasings_keys_are_all_used() -> None:
    assert {p.key for p in _PLAYLISTS} >= BALLCHASING_KEYS


@pytest.mark.parametrize(
    ("playlist_id", "key", "team_size", "ranked"),
    [
        (1, "unranked-duels", 1, False),
        (10, "ranked-duels", 1, True),
        (11, "ranked-doubles", 2, True),
        (13, "ranked-standard", 3, True),
        (27, "ranked-hoops", 2, True),
        (61, "ranked-quads", 4, True),
        (6, "private", None, False),
        (22, "tournament", None, False),
    ],
)
def test_well_known_playlists(
    playlist_id: int, key: str, team_size: int | None, ranked: bool
) -> None:
    playlist = PLAYLISTS[playlist_id]

    assert (playlist.key, playlist.team_size, playlist.ranked) == (key, team_size, ranked)


def test_ranked_keys_and_flags_agree() -> None:
    for playlist in _PLAYLISTS:
        assert playlist.key.startswith("ranked-") <= playlist.ranked
        assert playlist.ranked <= playlist.key.startswith(("ranked-", "tournament"))


def test_only_soccar_playlists_promise_a_standard_field() -> None:
    standard = {p.id for p in _PLAYLISTS if p.standard_field}

    assert standard == {1, 2, 3, 10, 11, 12, 13}
    assert all(PLAYLISTS[n].mode is Mode.SOCCAR for n in standard)


@pytest.mark.parametrize(
    ("match_type", "key"),
    [
        ("Private", "private"),
        ("Offline", "offline"),
        ("FTE", "offline"),
        ("Lan", "lan"),
        ("Tournament", "tournament"),
        ("Training", "training"),
        ("Season", "season"),
    ],
)
def test_header_stands_in_for_a_missing_number(match_type: str, key: str) -> None:
    playlist = playlist_for(None, match_type)

    assert playlist is not None
    assert playlist.key == key


@pytest.mark.parametrize(
    ("playlist_id", "match_type"), [(None, "Online"), (None, None), (9999, "Private")]
)
def test_what_is_not_known_is_not_guessed(playlist_id: int | None, match_type: str | None) -> None:
    assert playlist_for(playlist_id, match_type) is None


@pytest.mark.parametrize(
    ("playlist_id", "ball", "mode"),
    [
        (11, "Archetypes.Ball.Ball_Default", Mode.SOCCAR),
        (1, "Archetypes.Ball.Ball_WorldCup", Mode.SOCCAR),
        (28, "Archetypes.Ball.Ball_Default", Mode.RUMBLE),
        (34, "Archetypes.Ball.Ball_God", Mode.HEATSEEKER),
        (34, "Archetypes.Ball.CubeBall", Mode.MUTATED),
        (6, "Archetypes.Ball.Ball_BasketBall", Mode.HOOPS),
        (6, "Archetypes.Ball.Ball_Basketball", Mode.HOOPS),
        (6, "Ball_Puck", Mode.SNOWDAY),
        (6, "Archetypes.Ball.Ball_NeverSeen", Mode.MUTATED),
        (9999, "Archetypes.Ball.Ball_Breakout", Mode.DROPSHOT),
        (6, None, None),
    ],
)
def test_mode_comes_from_playlist_then_ball(
    playlist_id: int, ball: str | None, mode: Mode | None
) -> None:
    assert mode_for(playlist_for(playlist_id), ball) is mode


def test_every_mode_has_facts() -> None:
    assert set(MODES) == set(Mode)
    assert all(mode in MODES for mode in BALL_MODES.values())
    assert {p.mode for p in _PLAYLISTS} - {None} <= set(Mode)


def test_everything_holds_in_soccar_and_nothing_in_knockout() -> None:
    assert all(MODES[Mode.SOCCAR].why_not(aspect) is None for aspect in Aspect)
    assert all(MODES[Mode.KNOCKOUT].why_not(aspect) for aspect in Aspect)


@pytest.mark.parametrize("mode", [Mode.HEATSEEKER, Mode.DROPSHOT, Mode.SPLIT_SHOT, Mode.GRIDIRON])
def test_boost_is_not_measured_where_it_is_free(mode: Mode) -> None:
    assert MODES[mode].why_not(Aspect.BOOST)
