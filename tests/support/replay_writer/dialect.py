"""Which of the game's formats a replay is written in, and how coarse that format is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BoostAttribute(StrEnum):
    """The attribute that carries a car's boost."""

    OLD = "ReplicatedBoostAmount"
    NEW = "ReplicatedBoost"


class DemolitionAttribute(StrEnum):
    """The attribute that reports a demolition."""

    PLAIN = "ReplicatedDemolish"
    CUSTOM_FX = "ReplicatedDemolish_CustomFX"
    GOAL_EXPLOSION = "ReplicatedDemolishGoalExplosion"
    EXTENDED = "ReplicatedDemolishExtended"


class PickupAttribute(StrEnum):
    """The attribute that reports a collected boost pad."""

    OLD = "ReplicatedPickupData"
    NEW = "NewReplicatedPickupData"


@dataclass(frozen=True)
class Quantum:
    """The smallest steps a format can tell apart.

    Attributes:
        position: Step of a position, in uu.
        velocity: Step of a velocity, in uu/s.
        angular_velocity: Step of an angular velocity, in rad/s.
        rotation: Step of a quaternion's component.
    """

    position: float
    velocity: float
    angular_velocity: float
    rotation: float


# Rotations: three components in 18 bits over 2/√2, or three angles in 16 bits over a turn (half
# an angle's step is what it moves a quaternion by).
_MODERN = Quantum(0.01, 0.01, 1e-4, 2**0.5 / (2**18 - 1))
_ANGLES = Quantum(0.01, 0.01, 1e-4, 3.15 / 2**16)
_WHOLE_UNITS = Quantum(1.0, 0.1, 1e-3, 3.15 / 2**16)

# Network version: file version (major, minor) and a build that wrote it.
_VERSIONS: dict[int | None, tuple[tuple[int, int], str]] = {
    None: ((868, 11), "160513.59355.132594"),
    0: ((868, 18), "170622.61291.163525"),
    5: ((868, 20), "180315.66224.188644"),
    8: ((868, 23), "180820.43599.205456"),
    10: ((868, 32), "250909.54128.495700"),
    11: ((868, 32), "260316.80791.512269"),
    12: ((868, 34), "260701.10000.530000"),
}


@dataclass(frozen=True)
class Dialect:
    """One of the formats the game has used.

    Attributes:
        net_version: The network version in the file's header; None for files older than it.
        boost: Which attribute carries boost.
        demolition: Which attribute reports demolitions.
        pickup: Which attribute reports collected pads.
    """

    net_version: int | None = 11
    boost: BoostAttribute = BoostAttribute.NEW
    demolition: DemolitionAttribute = DemolitionAttribute.EXTENDED
    pickup: PickupAttribute = PickupAttribute.NEW

    @property
    def network(self) -> int:
        """The network version as a number; files without one count as 0."""
        return self.net_version or 0

    @property
    def version(self) -> tuple[int, int]:
        """Major and minor file version."""
        return _VERSIONS[self.net_version][0]

    @property
    def build(self) -> str:
        """The build that writes such files."""
        return _VERSIONS[self.net_version][1]

    @property
    def channels(self) -> int:
        """How many actors may live at once."""
        return 2047 if self.network >= 11 else 1023

    @property
    def has_quaternions(self) -> bool:
        """Whether a rotation is a quaternion, or else three angles."""
        return self.network >= 7

    @property
    def quantum(self) -> Quantum:
        """How coarse this format is."""
        if self.network < 5:
            return _WHOLE_UNITS
        return _MODERN if self.has_quaternions else _ANGLES
