"""Maps are recognised; nothing is called standard without a reason."""

import csv
import json
import os
from pathlib import Path

import numpy as np
import pytest

from rockettrainer.match import _field as field
from rockettrainer.match._arenas import ARENAS, Arena, ArenaKind, GoalMouth, Rings, arena_for

REPLAYS = Path(
    os.environ.get("ROCKETTRAINER_REPLAYS", Path(__file__).parents[2] / "../shared/replays")
)
WITH_PADS = [arena for arena in ARENAS.values() if arena.pads is not None and arena.pads.size]


def test_codes_are_lower_case_and_names_are_given() -> None:
    assert all(code == code.lower() == arena.code for code, arena in ARENAS.items())
    assert all(arena.name for arena in ARENAS.values())
    assert len({arena.name for arena in ARENAS.values()}) == len(ARENAS)


@pytest.mark.parametrize(
    ("code", "name", "kind"),
    [
        ("Stadium_P", "DFH Stadium", ArenaKind.STANDARD),
        ("cs_p", "Champions Field", ArenaKind.STANDARD),
        ("Outlaw_Oasis_P", "Deadeye Canyon (Oasis)", ArenaKind.STANDARD),
        ("NeoTokyo_Standard_P", "Neo Tokyo", ArenaKind.STANDARD),
        ("NeoTokyo_P", "Tokyo Underpass", ArenaKind.ALTERNATE),
        ("wasteland_s_p", "Wasteland", ArenaKind.STANDARD),
        ("Wasteland_P", "Badlands", ArenaKind.ALTERNATE),
        ("HoopsStadium_P", "Dunk House", ArenaKind.HOOPS),
        ("ShatterShot_P", "Core 707", ArenaKind.DROPSHOT),
        ("Labs_Holyfield_Space_P", "Force Field", ArenaKind.LABS),
    ],
)
def test_well_known_maps(code: str, name: str, kind: ArenaKind) -> None:
    arena = arena_for(code)

    assert (arena.name, arena.kind, arena.assumed) == (name, kind, False)


def test_standard_maps_share_the_standard_field() -> None:
    for arena in ARENAS.values():
        if arena.kind is ArenaKind.STANDARD:
            assert arena.pads is field.STANDARD_PADS
            assert (arena.half_length_uu, arena.half_width_uu) == (
                field.HALF_LENGTH_UU,
                field.HALF_WIDTH_UU,
            )
            assert arena.goals == GoalMouth()


def test_other_fields_are_never_given_the_standard_one() -> None:
    for arena in ARENAS.values():
        if arena.kind is not ArenaKind.STANDARD:
            assert arena.half_length_uu != field.HALF_LENGTH_UU
            assert arena.pads is not field.STANDARD_PADS


@pytest.mark.parametrize("arena", WITH_PADS, ids=lambda arena: arena.code)
def test_pads_are_sorted_symmetric_and_inside(arena: Arena) -> None:
    assert arena.pads is not None
    pads = arena.pads
    rows = {tuple(row) for row in pads}

    assert len(rows) == len(pads)
    assert {(-x + 0.0, -y + 0.0, z, big) for x, y, z, big in rows} == rows
    assert np.lexsort((pads[:, 0], pads[:, 1])).tolist() == list(range(len(pads)))
    assert np.abs(pads[:, 0]).max() < (arena.half_width_uu or np.inf)
    assert np.abs(pads[:, 1]).max() < (arena.half_length_uu or np.inf)


@pytest.mark.parametrize(
    ("code", "pads", "big"),
    [
        ("hoopsstadium_p", 20, 6),
        ("throwbackstadium_p", 44, 8),
        ("arc_p", 34, 8),
        ("neotokyo_p", 44, 6),
        ("wasteland_p", 34, 6),
        ("labs_4v4_arena15_retro_p", 44, 10),
        ("shattershot_p", 0, 0),
    ],
)
def test_number_of_pads(code: str, pads: int, big: int) -> None:
    table = ARENAS[code].pads

    assert table is not None
    assert (len(table), table[:, 3].sum()) == (pads, big)


def test_modes_without_goals_in_the_walls() -> None:
    assert isinstance(ARENAS["hoopsstadium_p"].goals, Rings)
    assert ARENAS["shattershot_p"].goals is None


def test_an_unlisted_map_is_standard_only_by_its_playlist() -> None:
    assumed = arena_for("Moon_P", standard_playlist=True)
    unknown = arena_for("Moon_P")

    assert (assumed.kind, assumed.assumed, assumed.name) == (ArenaKind.STANDARD, True, "Moon_P")
    assert (unknown.kind, unknown.assumed) == (ArenaKind.UNKNOWN, False)
    assert (unknown.pads, unknown.half_length_uu, unknown.goals) == (None, None, None)


def test_a_listed_map_is_not_overruled_by_its_playlist() -> None:
    assert arena_for("Wasteland_P", standard_playlist=True).kind is ArenaKind.ALTERNATE


def test_a_source_without_a_map_name() -> None:
    assert arena_for(None).kind is ArenaKind.UNKNOWN


def test_every_map_of_the_corpus_is_known() -> None:
    index = REPLAYS / "index.csv"
    if not index.exists():
        pytest.skip("no replay corpus: set ROCKETTRAINER_REPLAYS")
    with index.open(newline="", encoding="utf-8") as rows:
        codes = {row["map"] for row in csv.DictReader(rows)} - {""}

    assert codes
    assert {code for code in codes if arena_for(code).kind is ArenaKind.UNKNOWN} == set()


def test_names_are_those_of_ballchasing() -> None:
    answers = sorted((REPLAYS.parent / "oracles" / "ballchasing").glob("*.json"))
    if not answers:
        pytest.skip("no ballchasing answers beside the replay corpus")
    for answer in answers:
        match = json.loads(answer.read_text(encoding="utf-8"))
        assert arena_for(match["map_code"]).name == match["map_name"]
