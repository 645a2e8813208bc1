"""How far values lie from the truth."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deviation:
    """Errors of one field over players or teams, in the field's unit."""

    n: int
    mae: float
    """Mean absolute error."""
    bias: float
    """Mean error: positive where the value is too great."""
    worst: float
    """Greatest absolute error."""
    relative: float
    """Sum of absolute errors in percent of the sum of the truth; infinite where that is 0."""

    @classmethod
    def of(cls, pairs: Sequence[tuple[float, float]]) -> "Deviation | None":
        """Errors of pairs of truth and value; None without any."""
        if not pairs:
            return None
        errors = [value - truth for truth, value in pairs]
        absolute = sum(abs(error) for error in errors)
        total = sum(abs(truth) for truth, _ in pairs)
        return cls(
            n=len(pairs),
            mae=absolute / len(pairs),
            bias=sum(errors) / len(pairs),
            worst=max(abs(error) for error in errors),
            relative=100.0 * absolute / total if total else 0.0 if not absolute else float("inf"),
        )
