"""An analysis as JSON."""

from pathlib import Path
from typing import Any

from rockettrainer.features import Analysis, Measured
from rockettrainer.match import Match, Player, Team, car_for


def analysis_json(path: Path, match: Match, analysis: Analysis) -> dict[str, Any]:
    """The shape of ``--format json``.

    Args:
        path: The replay.
        match: What was read.
        analysis: What was measured.
    """
    pairs = zip(match.roster, analysis.players, strict=True)
    return {
        "match": _match(path, match),
        "players": [_player(player, measured) for player, measured in pairs],
        "teams": [
            {"name": team.name.lower(), **_measured(analysis.teams[team])}
            for team in (Team.BLUE, Team.ORANGE)
        ],
        "warnings": list(match.warnings),
    }


def _match(path: Path, match: Match) -> dict[str, Any]:
    info, playlist = match.info, match.info.playlist
    return {
        "file": str(path),
        "replay_id": info.replay_id,
        "guid": info.match_guid,
        "name": info.name,
        "date": info.date,
        "build": info.build_version,
        "playlist": {
            "id": info.playlist_id,
            "key": playlist.key if playlist else None,
            "name": playlist.name if playlist else None,
        },
        "mode": info.mode,
        "map": {"code": info.map_code, "name": info.arena.name, "kind": info.arena.kind},
        "team_size": info.team_size,
        "score": list(info.score) if info.score else None,
        "overtime": info.overtime,
        "forfeit": info.forfeit,
        "duration_s": info.duration_s,
        "sees": [flag.name.lower() for flag in match.visible if flag.name],
        "frames": match.frames.size,
    }


def _player(player: Player, measured: Measured) -> dict[str, Any]:
    car = car_for(player.car_body_id)
    return {
        "id": player.id,
        "name": player.name,
        "team": player.team.name.lower(),
        "bot": player.is_bot,
        "car": {
            "body_id": player.car_body_id,
            "name": car.name if car else None,
            "hitbox": car.hitbox if car else None,
        },
        "spans_s": [list(span) for span in player.spans],
        **_measured(measured),
    }


def _measured(measured: Measured) -> dict[str, Any]:
    return {"metrics": measured.metrics, "missing": measured.missing}
