"""Car bodies and their hitboxes.

Sources:

* Body ids and names: rocketleagueapi/items and RLBotGUI, both read from the game; later ones
  from subtr-actor.
* Hitbox of each body: subtr-actor's tables. 86 bodies agree with a list made independently; on
  the two Formula 1 cars that list says Dominus. A body on which the tables contradict each
  other has none here. Psyclops has a box of its own in RocketSim, 0.13 uu from Octane's.
* Sizes and offsets: RLBot wiki and HalfwayDead's measurements, offsets RocketSim. RocketSim's
  own boxes are 2.5 uu larger along each axis, which it says fits the cars' inertia better.
"""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final


class Hitbox(StrEnum):
    """The six shapes cars collide with; every body uses one."""

    OCTANE = "Octane"
    DOMINUS = "Dominus"
    PLANK = "Plank"
    BREAKOUT = "Breakout"
    HYBRID = "Hybrid"
    MERC = "Merc"


@dataclass(frozen=True, slots=True)
class HitboxSize:
    """A box in the car's frame, x forward; in uu."""

    length: float
    width: float
    height: float
    offset_x: float
    """How far the box's centre lies before the car's position."""
    offset_z: float
    """How far it lies above it."""


HITBOXES: Final = {
    Hitbox.OCTANE: HitboxSize(118.0074, 84.19941, 36.15907, 13.87566, 20.75499),
    Hitbox.DOMINUS: HitboxSize(127.9268, 83.27995, 31.3, 9.0, 15.75),
    Hitbox.PLANK: HitboxSize(128.8198, 84.67036, 29.3944, 9.00857, 12.0942),
    Hitbox.BREAKOUT: HitboxSize(131.4924, 80.521, 30.3, 12.5, 11.75),
    Hitbox.HYBRID: HitboxSize(127.0192, 82.18787, 34.15907, 13.87566, 20.75499),
    Hitbox.MERC: HitboxSize(120.72, 76.71, 41.66, 11.37566, 21.50499),
}


@dataclass(frozen=True, slots=True)
class Car:
    """A car body."""

    id: int
    """Product id, as loadouts name it."""
    name: str | None
    """None for recent bodies whose hitbox is known and whose name is not."""
    hitbox: Hitbox | None


@cache
def cars() -> dict[int, Car]:
    """Return every known body by its id."""
    table = files(__package__).joinpath("cars.csv").read_text(encoding="utf-8")
    return {car.id: car for car in map(_car, csv.DictReader(table.splitlines()))}


def car_for(body_id: int | None) -> Car | None:
    """Look a body up; None if it is not known, and never a guess."""
    return None if body_id is None else cars().get(body_id)


def _car(row: dict[str, str]) -> Car:
    hitbox = Hitbox(row["hitbox"]) if row["hitbox"] else None
    return Car(int(row["body_id"]), row["name"] or None, hitbox)
