"""Stored matches in the API's models."""

from math import isfinite
from typing import Final, Literal

from rockettrainer.api._match_models import (
    CarName,
    DetailPlayer,
    DetailTeam,
    FramesInfo,
    MapName,
    MatchDetail,
    MatchEvent,
    MatchSummary,
    Outcome,
    PlaylistName,
    Side,
    SummaryPlayer,
)
from rockettrainer.api._moments import local_time
from rockettrainer.features import Measured
from rockettrainer.library import Facts
from rockettrainer.match import PLAYLISTS, Arena, Team, arena_for, car_for
from rockettrainer.storage import (
    MatchSummary as Line,
)
from rockettrainer.storage import (
    Seat,
    StoredMatch,
    StoredPlayer,
    analyser_version,
)

_BY_KEY: Final = {playlist.key: playlist for playlist in PLAYLISTS.values()}
_SIDES: Final[dict[Team, Side]] = {
    Team.BLUE: "blue",
    Team.ORANGE: "orange",
    Team.NONE: "none",
}


def summary_of(line: Line, facts: Facts) -> MatchSummary:
    """A line of the list."""
    players = [
        SummaryPlayer(
            id=board.account,
            name=seat.name,
            team=_SIDES[seat.team],
            bot=seat.is_bot,
            is_me=seat.is_me,
            score=board.score,
            goals=board.goals,
        )
        for seat, board in zip(line.players, facts.lines, strict=True)
    ]
    return MatchSummary(
        id=line.id,
        name=line.name,
        date=local_time(line.played_at),
        playlist=playlist_name(line.playlist_key),
        map=_map(line.map_code, line.playlist_key),
        team_size=line.team_size,
        score=line.score,
        overtime=line.overtime,
        forfeit=line.forfeit,
        duration_s=finite(line.duration_s),
        result=outcome(line.result),
        my_team=_my_team(line.players),
        players=players,
        source=facts.source,
        warnings_count=facts.warnings,
    )


def detail_of(match: StoredMatch, events: list[MatchEvent]) -> MatchDetail:
    """All of a match."""
    line, info, frames = match.summary, match.info, match.frames
    return MatchDetail(
        id=line.id,
        name=line.name,
        date=local_time(line.played_at),
        playlist=playlist_name(line.playlist_key),
        map=_map_name(info.arena),
        team_size=line.team_size,
        score=line.score,
        overtime=line.overtime,
        forfeit=line.forfeit,
        duration_s=finite(line.duration_s),
        result=outcome(line.result),
        my_team=_my_team(line.players),
        source=match.source,
        warnings_count=len(match.warnings),
        build=info.build_version,
        mode=info.mode,
        sees=[flag.name.lower() for flag in match.visible if flag.name],
        players=[_player(player) for player in match.players],
        teams=[_team("blue", match.teams[0]), _team("orange", match.teams[1])],
        events=events,
        warnings=list(match.warnings),
        analyser=match.analyser,
        outdated=match.analyser != analyser_version(),
        original=any(replay.packed_bytes is not None for replay in match.replays),
        file_name=next((replay.name for replay in match.replays if replay.name), None),
        frames=FramesInfo(
            available=frames is not None,
            count=frames.rows if frames else 0,
            bytes=frames.bytes if frames else 0,
        ),
    )


def playlist_name(key: str | None) -> PlaylistName:
    """A playlist by its key."""
    playlist = _BY_KEY.get(key or "")
    return PlaylistName(key=key, name=playlist.name if playlist else key)


def outcome(result: str | None) -> Outcome | None:
    """A result as the API names it."""
    return {"win": "win", "loss": "loss", None: None}[result]


def finite(value: float | None) -> float | None:
    """The value, if JSON has a word for it."""
    return value if value is not None and isfinite(value) else None


def _map(code: str | None, playlist_key: str | None) -> MapName:
    playlist = _BY_KEY.get(playlist_key or "")
    standard = playlist is not None and playlist.standard_field
    return _map_name(arena_for(code, standard_playlist=standard))


def _map_name(arena: Arena) -> MapName:
    return MapName(code=arena.code or None, name=arena.name)


def _my_team(seats: tuple[Seat, ...]) -> Literal["blue", "orange"] | None:
    mine = next((seat.team for seat in seats if seat.is_me), Team.NONE)
    return {Team.BLUE: "blue", Team.ORANGE: "orange"}.get(mine)  # type: ignore[return-value]


def _player(stored: StoredPlayer) -> DetailPlayer:
    player, car = stored.player, car_for(stored.player.car_body_id)
    board = player.header_stats
    return DetailPlayer(
        id=player.id,
        name=player.name,
        team=_SIDES[player.team],
        bot=player.is_bot,
        is_me=stored.is_me,
        score=board.score if board else None,
        goals=board.goals if board else None,
        car=CarName(
            body_id=player.car_body_id,
            name=car.name if car else None,
            hitbox=car.hitbox if car else None,
        ),
        spans_s=list(player.spans),
        metrics=_values(stored.measured),
        missing=stored.measured.missing,
    )


def _team(name: Literal["blue", "orange"], measured: Measured) -> DetailTeam:
    return DetailTeam(name=name, metrics=_values(measured), missing=measured.missing)


def _values(measured: Measured) -> dict[str, float]:
    return {key: value for key, value in measured.metrics.items() if isfinite(value)}
