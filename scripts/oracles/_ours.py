"""Our values for the subjects of a game."""

from dataclasses import dataclass

from rockettrainer.features import METRICS, Analysis, Family, Measured, Metric, analyse
from rockettrainer.match import Roster, Team
from rockettrainer.sources import read_replay
from scripts.oracles._games import SIDES, Game, Subject, Values


@dataclass(frozen=True, slots=True)
class Ours:
    """Values of one subject, both ways of counting."""

    physical: Values
    """As we hold right."""
    their_way: Values
    """As ballchasing counts, where that differs; else the same."""


def _by_place(*, their_way: bool) -> dict[str, Metric]:
    """The metric of each place; of two, the one whose family `their_way` asks for."""

    def last(metric: Metric) -> bool:
        return (metric.family is Family.BALLCHASING) is their_way

    return {
        metric.ballchasing: metric for metric in sorted(METRICS, key=last) if metric.ballchasing
    }


_PHYSICAL = _by_place(their_way=False)
_THEIR_WAY = _by_place(their_way=True)

COUNTED_TWICE = frozenset(
    place for place, metric in _THEIR_WAY.items() if _PHYSICAL[place] is not metric
)
"""Places for which there are two metrics."""


def ours(game: Game) -> list[Ours | None]:
    """Values of the players, then of the teams; None for one we did not see."""
    match = read_replay(game.replay)
    analysis = analyse(match)
    players = [_player(player, match.roster, analysis) for player in game.players]
    return [*players, *(_values(team) for team in analysis.teams)]


def _player(player: Subject, roster: Roster, analysis: Analysis) -> Ours | None:
    team = Team(SIDES.index(player.side))
    account = (player.platform, player.account)
    slots = [slot for slot in range(len(roster)) if roster[slot].team is team]
    for slot in slots:
        if (roster[slot].platform, roster[slot].platform_id) == account:
            return _values(analysis.players[slot])
    for slot in slots:
        if roster[slot].name == player.name:
            return _values(analysis.players[slot])
    return None


def _values(row: Measured) -> Ours:
    return Ours(_read(row, _PHYSICAL), _read(row, _THEIR_WAY))


def _read(row: Measured, places: dict[str, Metric]) -> Values:
    """Values by place; the site writes 0 for what is undefined."""
    values = {}
    for place, metric in places.items():
        if metric.key in row.metrics:
            values[place] = row.metrics[metric.key]
        elif row.missing.get(metric.key) == metric.undefined:
            values[place] = 0.0
    return values
