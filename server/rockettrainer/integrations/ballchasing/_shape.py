"""Our analysis in the shape of ballchasing.com's replay JSON, so that its tools can read ours.

The shape is that of the API's ``GET /replays/{id}``. What only the site can know (its id, link,
uploader, visibility, ranks) is left out.
"""

from collections import defaultdict
from typing import Any

from rockettrainer.features import METRICS, Analysis, Family, Measured, Metric, Unit
from rockettrainer.match import Camera, Match, Player, Team, car_for

_FLOATS = frozenset(("boost.bcpm", "boost.avg_amount"))
_WHOLE_UNITS = (Unit.COUNT, Unit.POINTS, Unit.UU, Unit.UU_S, Unit.BOOST, Unit.BOOST_MIN)


def metric_for(place: str) -> Metric:
    """The metric that stands at a place of ballchasing's JSON, as ``boost.bpm``.

    Where a subject is measured twice, ours and as ballchasing counts, it is the latter.

    Raises:
        KeyError: Nothing stands there.
    """
    return _BY_PLACE[place]


_BY_PLACE = {
    metric.ballchasing: metric
    for metric in sorted(METRICS, key=lambda metric: metric.family is Family.BALLCHASING)
    if metric.ballchasing is not None
}


def replay_json(match: Match, analysis: Analysis) -> dict[str, Any]:
    """An analysed replay in ballchasing's shape."""
    info, playlist = match.info, match.info.playlist
    facts = {
        "rocket_league_id": info.replay_id,
        "match_guid": info.match_guid,
        "title": info.name,
        "recorder": info.recorded_by,
        "map_code": info.map_code.lower() if info.map_code else None,
        "map_name": info.arena.name,
        "match_type": info.match_type,
        "team_size": info.team_size,
        "playlist_id": playlist.key if playlist else None,
        "playlist_name": playlist.name if playlist else None,
        "duration": None if info.duration_s is None else int(info.duration_s),
        "overtime": info.overtime,
        "date": info.date.replace(" ", "T") if info.date else None,
        "date_has_timezone": False,
        "server": _known({"name": info.server_name, "region": info.server_region}) or None,
    }
    return {
        "status": "ok",
        **_known(facts),
        "blue": _team(Team.BLUE, match, analysis),
        "orange": _team(Team.ORANGE, match, analysis),
    }


def _team(team: Team, match: Match, analysis: Analysis) -> dict[str, Any]:
    pairs = zip(match.roster, analysis.players, strict=True)
    return {
        "color": team.name.lower(),
        "players": [_player(player, row) for player, row in pairs if player.team is team],
        "stats": _stats(analysis.teams[team]),
    }


def _player(player: Player, row: Measured) -> dict[str, Any]:
    car = car_for(player.car_body_id)
    stats = _stats(row)
    facts = {
        "start_time": player.spans[0][0] if player.spans else None,
        "end_time": player.spans[-1][1] if player.spans else None,
        "name": player.name,
        "id": {"platform": player.platform, "id": player.platform_id},
        "mvp": stats.get("core", {}).get("mvp") or None,
        "car_id": player.car_body_id,
        "car_name": car.name if car else None,
        "camera": _camera(player.camera) if player.camera else None,
        "steering_sensitivity": player.steering_sensitivity,
    }
    return {**_known(facts), "stats": stats}


def _camera(camera: Camera) -> dict[str, float]:
    return _known({name: getattr(camera, name) for name in Camera.__dataclass_fields__})


def _stats(row: Measured) -> dict[str, dict[str, float]]:
    """Values by ballchasing's family and field; one that it always gives is 0 where undefined."""
    stats: dict[str, dict[str, float]] = defaultdict(dict)
    for place, metric in _BY_PLACE.items():
        family, name = place.split(".")
        if metric.key in row.metrics:
            stats[family][name] = _as_they_write(place, metric, row.metrics[metric.key])
        elif row.missing.get(metric.key) == metric.undefined:
            stats[family][name] = 0
    return dict(stats)


def _as_they_write(place: str, metric: Metric, value: float) -> float:
    if metric.unit is Unit.YES_NO:
        return bool(value)
    if place in _FLOATS or metric.unit not in _WHOLE_UNITS:
        return round(value, 2)
    return int(value)


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value is not None}
