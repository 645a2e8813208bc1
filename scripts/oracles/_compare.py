"""Every field of every subject: truth, ours, theirs."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scripts.oracles._deviation import Deviation
from scripts.oracles._games import Game, Subject, Values, games
from scripts.oracles._ours import COUNTED_TWICE, Ours, ours
from scripts.oracles._subtr import INSTALLED, subtr
from scripts.oracles._tolerances import Tolerance, tolerance_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldError:
    """One field of players or teams over some games."""

    place: str
    """In ballchasing's JSON, as ``boost.bpm``; of a team with ``team.`` before it."""
    n: int
    """Values of the truth."""
    truth_mean: float
    ours: Deviation | None
    """Of the figure that we hold right; None if there is none."""
    their_way: Deviation | None
    """Of the figure counted as ballchasing does, which may be the same."""
    counted_twice: bool
    """Whether `their_way` is a metric of its own."""
    subtr: Deviation | None
    """Of subtr-actor; None where it has no such figure or is not installed."""
    tolerance: Tolerance | None
    players: float
    """Players summed up in one value, in the mean."""

    @property
    def complete(self) -> bool:
        """Whether we gave a value wherever the truth has one."""
        return self.their_way is not None and self.their_way.n == self.n

    @property
    def within_tolerance(self) -> bool:
        """Whether the errors are allowed; a field without tolerance has no limit."""
        if self.their_way is None or not self.complete:
            return False
        return self.tolerance is None or self.tolerance.allows(self.their_way, self.players)

    @property
    def no_worse_than_subtr(self) -> bool:
        """Whether the mean error is at most subtr-actor's, where that is known."""
        if self.subtr is None or self.their_way is None:
            return True
        return self.their_way.mae <= self.subtr.mae

    @property
    def passes(self) -> bool:
        """Whether all that is required holds."""
        return self.within_tolerance and self.no_worse_than_subtr


class _Row(NamedTuple):
    """A subject with everybody's values."""

    subject: Subject
    ours: Ours | None
    subtr: Values | None


def compare(*, with_subtr: bool = INSTALLED) -> list[FieldError]:
    """Errors over all games; none where their folder is absent.

    Args:
        with_subtr: Whether to run subtr-actor as well, which takes some seconds a game.
    """
    return [error for _, errors in compare_by_game(with_subtr=with_subtr)[-1:] for error in errors]


def compare_by_game(*, with_subtr: bool = INSTALLED) -> list[tuple[str, list[FieldError]]]:
    """Errors of each game by its name, and of all together at the end."""
    by_game = [(game.name, _rows(game, with_subtr=with_subtr)) for game in games()]
    every = [row for _, rows in by_game for row in rows]
    return [(name, _errors(rows)) for name, rows in (*by_game, ("all games", every))]


def _rows(game: Game, *, with_subtr: bool) -> list[_Row]:
    theirs = subtr(game) if with_subtr else [None] * len(game.subjects)
    return list(map(_Row, game.subjects, ours(game), theirs))


def _errors(rows: Sequence[_Row]) -> list[FieldError]:
    """Players' fields, then teams', in the order in which the truth lists them."""
    fields: dict[tuple[bool, str], list[_Row]] = defaultdict(list)
    for row in rows:
        for place in row.subject.values:
            fields[row.subject.is_team, place].append(row)
    return [_error(place, fields[team, place]) for team, place in sorted(fields, key=_teams_last)]


def _teams_last(field: tuple[bool, str]) -> bool:
    return field[0]


def _error(place: str, rows: Sequence[_Row]) -> FieldError:
    truth = [row.subject.values[place] for row in rows]
    return FieldError(
        place=f"team.{place}" if rows[0].subject.is_team else place,
        n=len(rows),
        truth_mean=sum(truth) / len(truth),
        ours=_deviation(place, truth, [row.ours.physical if row.ours else None for row in rows]),
        their_way=_deviation(
            place, truth, [row.ours.their_way if row.ours else None for row in rows]
        ),
        counted_twice=place in COUNTED_TWICE,
        subtr=_deviation(place, truth, [row.subtr for row in rows]),
        tolerance=tolerance_of(place),
        players=max(sum(row.subject.players for row in rows) / len(rows), 1.0),
    )


def _deviation(
    place: str, truth: Sequence[float], values: Sequence[Values | None]
) -> Deviation | None:
    pairs = zip(truth, values, strict=True)
    return Deviation.of([(true, row[place]) for true, row in pairs if row and place in row])
