"""The figures of subtr-actor for the subjects of a game, in ballchasing's units."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

from scripts.oracles._games import SIDES, Game, Subject, Values
from scripts.oracles._subtr_fields import FIELDS, PERCENT

INSTALLED = find_spec("subtr_actor") is not None

_PER_PLAYER = sorted({field.module for field in FIELDS.values()})
_PER_TEAM = ["ball_half", "possession"]
_TEAMS = ("zero", "one")

Stats = Mapping[str, Any]


def subtr(game: Game) -> list[Values | None]:
    """Values of the players, then of the teams; None for a player whom it does not list."""
    import subtr_actor  # noqa: PLC0415 (the group `oracles` may be absent)

    summed = subtr_actor.get_summed_stats(str(game.replay), [*_PER_PLAYER, *_PER_TEAM])
    modules = summed["modules"]
    sides = [
        [(row, _values(modules, row)) for row in summed["replay_meta"][f"team_{team}"]]
        for team in _TEAMS
    ]
    players = [_find(player, sides[SIDES.index(player.side)]) for player in game.players]
    return [*players, *(_team(modules, side, sides[side]) for side in range(2))]


def _find(player: Subject, rows: list[tuple[Stats, Values]]) -> Values | None:
    for row, values in rows:
        if player.account is not None and player.account in row["remote_id"].values():
            return values
    return next((values for row, values in rows if row["name"] == player.name), None)


def _values(modules: Stats, row: Stats) -> Values:
    stats = {name: _stats(modules[name], row["remote_id"]) for name in _PER_PLAYER}
    return {place: field.read(stats) for place, field in FIELDS.items()}


def _stats(module: Stats, remote_id: Stats) -> Stats:
    rows = (row["stats"] for row in module["player_stats"] if row["player_id"] == remote_id)
    found: Stats = next(rows, {})
    return found


def _team(modules: Stats, side: int, rows: list[tuple[Stats, Values]]) -> Values:
    """The site sums its players' values for a team, so these are summed, too."""
    team = {place: sum(values[place] for _, values in rows) for place in FIELDS}
    shots = team["core.shots"]
    team["core.shooting_percentage"] = PERCENT * team["core.goals"] / shots if shots else 0.0
    possession, half = (modules[name]["stats"] for name in reversed(_PER_TEAM))
    team["ball.possession_time"] = possession[f"team_{_TEAMS[side]}_time"]
    team["ball.time_in_side"] = half[f"team_{_TEAMS[side]}_side_time"]
    return team
