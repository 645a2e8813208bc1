"""Bodies are known by id, and an unknown one stays unknown."""

import csv
from collections import Counter
from importlib.resources import files

import pytest

from rockettrainer.match._cars import HITBOXES, Hitbox, car_for, cars


@pytest.mark.parametrize(
    ("body_id", "name", "hitbox"),
    [
        (23, "Octane", Hitbox.OCTANE),
        (4284, "Fennec", Hitbox.OCTANE),
        (403, "Dominus", Hitbox.DOMINUS),
        (803, "Batmobile (2016)", Hitbox.PLANK),
        (22, "Breakout", Hitbox.BREAKOUT),
        (1159, "X-Devil Mk2", Hitbox.HYBRID),
        (30, "Merc", Hitbox.MERC),
        (7052, "Formula 1 2022", Hitbox.PLANK),
    ],
)
def test_well_known_bodies(body_id: int, name: str, hitbox: Hitbox) -> None:
    car = car_for(body_id)

    assert car is not None
    assert (car.id, car.name, car.hitbox) == (body_id, name, hitbox)


@pytest.mark.parametrize("body_id", [None, 0, -1, 999_999])
def test_unknown_body_is_not_guessed(body_id: int | None) -> None:
    assert car_for(body_id) is None


def test_ids_are_unique_and_sorted() -> None:
    table = files("rockettrainer.match").joinpath("cars.csv").read_text(encoding="utf-8")
    ids = [int(row["body_id"]) for row in csv.DictReader(table.splitlines())]

    assert [n for n, times in Counter(ids).items() if times > 1] == []
    assert ids == sorted(ids)
    assert len(cars()) == len(ids)


def test_every_body_tells_a_name_or_a_hitbox() -> None:
    assert all(car.name or car.hitbox for car in cars().values())


def test_names_have_no_stray_blanks() -> None:
    names = [car.name for car in cars().values() if car.name is not None]

    assert all(name == " ".join(name.split()) and name for name in names)


def test_sources_that_contradict_each_other_give_no_hitbox() -> None:
    without = {car.name for car in cars().values() if car.hitbox is None}

    assert without == {"Jeep Wrangler Rubicon"}


def test_every_hitbox_has_a_size_and_bodies() -> None:
    assert set(HITBOXES) == set(Hitbox)
    assert {car.hitbox for car in cars().values()} >= set(Hitbox)


def test_sizes_are_a_cars() -> None:
    for size in HITBOXES.values():
        assert size.length > size.width > size.height
        assert 118.0 <= size.length <= 132.0
        assert 0.0 < size.offset_x < 14.0
        assert 11.0 < size.offset_z < 22.0
