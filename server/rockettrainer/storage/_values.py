"""Facts of a match as JSON, and back exactly."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from math import isfinite
from typing import Any

from sqlalchemy import RowMapping

from rockettrainer.match import Camera, HeaderStats, MatchInfo, Player, Team, Visible

Json = dict[str, Any]


def clean_text(text: str) -> str:
    """Text as every database takes it; names come from files that anyone can write."""
    return text.replace("\x00", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode()


def plain(value: Any) -> Any:  # noqa: ANN401 (JSON is any of many types)
    """A value as JSON may hold it: clean text, numbers that are not finite as words."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    if isinstance(value, Mapping):
        return {clean_text(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def info_json(info: MatchInfo) -> Json:
    """All facts of a match."""
    result: Json = plain(asdict(info))
    return result


def info_of(stored: Json) -> MatchInfo:
    """The facts again; those that this version does not know are left out."""
    known = {item.name for item in fields(MatchInfo)}
    values = {name: value for name, value in stored.items() if name in known}
    if (score := values.get("score")) is not None:
        values["score"] = (score[0], score[1])
    if (duration := values.get("duration_s")) is not None:
        values["duration_s"] = float(duration)
    return MatchInfo(**values)


def player_json(player: Player) -> Json:
    """What of a player has no column."""
    result: Json = plain(
        {
            "platform_id": player.platform_id,
            "header_stats": player.header_stats is not None,
            "car_body_id": player.car_body_id,
            "camera": None if player.camera is None else asdict(player.camera),
            "steering_sensitivity": player.steering_sensitivity,
            "spans": player.spans,
        }
    )
    return result


def player_of(row: RowMapping) -> Player:
    """The player again, from a row of ``match_players`` joined with ``players``."""
    details: Json = row["details"]
    steering = details["steering_sensitivity"]
    return Player(
        id=row["account"],
        platform=row["platform"],
        platform_id=details["platform_id"],
        name=row["name"],
        team=Team(row["team"]),
        is_bot=row["is_bot"],
        header_stats=_line(row) if details["header_stats"] else None,
        car_body_id=details["car_body_id"],
        camera=_camera(details["camera"]),
        steering_sensitivity=None if steering is None else float(steering),
        spans=tuple((float(join), float(leave)) for join, leave in details["spans"]),
    )


def visible_names(visible: Visible) -> list[str]:
    """What a source saw, by name: numbers of flags change when one is added."""
    return [flag.name.lower() for flag in visible if flag.name]


def visible_of(names: list[str]) -> Visible:
    """What a source saw."""
    seen = Visible.NOTHING
    for name in names:
        seen |= Visible.__members__.get(name.upper(), Visible.NOTHING)
    return seen


def _line(row: RowMapping) -> HeaderStats:
    return HeaderStats(row["score"], row["goals"], row["assists"], row["saves"], row["shots"])


def _camera(stored: Json | None) -> Camera | None:
    if stored is None:
        return None
    values: Json = {name: None if v is None else float(v) for name, v in stored.items()}
    return Camera(**values)
