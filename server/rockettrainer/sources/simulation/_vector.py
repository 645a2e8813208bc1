"""Plain vectors: for a few operations on three numbers, quicker than arrays."""

from dataclasses import dataclass
from math import atan2, sqrt


@dataclass(slots=True)
class Vector:
    """Three numbers along x, y and z. Never changed once made."""

    x: float
    y: float
    z: float = 0.0

    def __add__(self, other: "Vector") -> "Vector":
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: "Vector") -> "Vector":
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor: float) -> "Vector":
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other: "Vector") -> float:
        """How far this reaches along a unit vector."""
        return self.x * other.x + self.y * other.y + self.z * other.z

    @property
    def length(self) -> float:
        """Length."""
        return sqrt(self.dot(self))

    @property
    def flat(self) -> "Vector":
        """The same seen from above."""
        return Vector(self.x, self.y)

    @property
    def unit(self) -> "Vector":
        """Its direction; along x where it has none."""
        length = self.length
        return self * (1.0 / length) if length > 1e-6 else Vector(1.0, 0.0)

    @property
    def heading(self) -> float:
        """Its direction seen from above, radians from x towards y."""
        return atan2(self.y, self.x)


UP = Vector(0.0, 0.0, 1.0)
