"""The four ways the game has reported a demolition."""

from __future__ import annotations

from dataclasses import dataclass

from ._bits import BitWriter
from ._space import write_vector
from ._values import NO_ACTOR, Value, link
from .dialect import DemolitionAttribute, Dialect
from .script import Vector


@dataclass(frozen=True)
class DemolitionReport:
    """Who hit whom, by actor; speeds are told in whole uu/s."""

    victim: int
    attacker: int = NO_ACTOR
    attacker_player: int = NO_ACTOR
    attacker_velocity: Vector = (0.0, 0.0, 0.0)
    victim_velocity: Vector = (0.0, 0.0, 0.0)

    def packed(self, attribute: DemolitionAttribute) -> Value:
        """The report in one of its four forms."""

        def write(bits: BitWriter, dialect: Dialect) -> None:
            for part in self._parts(attribute):
                part(bits, dialect)
            write_vector(bits, self.attacker_velocity, 1.0, dialect)
            write_vector(bits, self.victim_velocity, 1.0, dialect)

        return write

    def _parts(self, attribute: DemolitionAttribute) -> tuple[Value, ...]:
        cars = (link(self.attacker), link(self.victim))
        if attribute is DemolitionAttribute.PLAIN:
            return cars
        if attribute is DemolitionAttribute.EXTENDED:
            alone = self.attacker == NO_ACTOR
            return (
                link(self.attacker_player),
                link(NO_ACTOR),
                lambda bits, _: bits.flag(alone),
                link(NO_ACTOR),
                *cars,
            )
        return (link(NO_ACTOR), *cars)
