"""Views of a match's frames."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from rockettrainer.api._match_models import MatchHeatmap, MatchSeries, SeriesPlayer
from rockettrainer.api._problems import ProblemError, documented
from rockettrainer.api._services import Match, Ours, Services
from rockettrainer.api._show_events import listed
from rockettrainer.library import COLUMNS, LAYOUT, heatmap, series, viewer_file
from rockettrainer.match import Events, Frames
from rockettrainer.storage import StoredMatch

router = APIRouter(prefix="/replays", tags=["replays"])

_SHORT = {"speed": "speed_uu_s", "height": "height_uu", "ball_distance": "ball_distance_uu"}
_NAME = f"({'|'.join((*_SHORT, *COLUMNS))})"
_COLUMNS = f"^{_NAME}(,{_NAME})*$"
_BINARY = {"schema": {"type": "string", "format": "binary"}}


@router.get("/{match_id}/series", responses=documented(404))
def series_of(
    services: Ours,
    match: Match,
    columns: Annotated[
        str,
        Query(
            max_length=200,
            pattern=_COLUMNS,
            description="Of boost, speed, height, ball_distance, score; comma between.",
            examples=["boost,speed"],
        ),
    ] = "boost,speed",
    hz: Annotated[float, Query(ge=0.1, le=30, description="Moments a second.")] = 4,
) -> MatchSeries:
    """Show columns over time, at even moments."""
    names = _columns(columns)
    frames, _ = _frames(services, match)
    found = series(frames, names, hz)
    return MatchSeries(
        hz=hz,
        time_s=found.time_s.round(3).tolist(),
        match_s=found.match_s.round(3).tolist(),
        players=[
            SeriesPlayer(
                id=stored.player.id,
                **{name: listed(column[:, slot], 1) for name, column in found.columns.items()},
            )
            for slot, stored in enumerate(match.players)
        ],
        team_score=[(row[0], row[1]) for row in zip(*map(listed, found.team_score.T), strict=True)],
    )


@router.get("/{match_id}/heatmap", responses=documented(404))
def heatmap_of(
    services: Ours,
    match: Match,
    player: Annotated[
        str, Query(max_length=200, description="A player's id, or ball.", examples=["ball"])
    ] = "ball",
    bins: Annotated[int, Query(ge=4, le=200, description="Squares along the field.")] = 48,
) -> MatchHeatmap:
    """Show where time was spent while the ball was in play."""
    slot = _slot(match, player)
    frames, _ = _frames(services, match)
    found = heatmap(frames, match.info.arena, slot, bins)
    return MatchHeatmap(
        x_edges=found.x_edges.round(1).tolist(),
        y_edges=found.y_edges.round(1).tolist(),
        seconds=found.seconds.round(3).tolist(),
    )


@router.get(
    "/{match_id}/frames",
    response_class=Response,
    responses={
        200: {
            "description": LAYOUT,
            "content": {"application/octet-stream": _BINARY},
        },
        **documented(404),
    },
)
def frames_of(services: Ours, match: Match) -> Response:
    """Give the frames to a viewer, as a compact binary."""
    frames, _ = _frames(services, match)
    content = viewer_file(frames, [stored.player.id for stored in match.players])
    return Response(content, media_type="application/octet-stream")


def _frames(services: Services, match: StoredMatch) -> tuple[Frames, Events]:
    if match.frames is None:
        raise ProblemError(404, "of this match there are no frames", kind="no-frames")
    return services.frames.read(match.frames.sha256)


def _columns(text: str) -> list[str]:
    return list(dict.fromkeys(_SHORT.get(name, name) for name in text.split(",")))


def _slot(match: StoredMatch, player: str) -> int | None:
    if player == "ball":
        return None
    for slot, stored in enumerate(match.players):
        if stored.player.id == player:
            return slot
    raise ProblemError(404, "there is no such player in this match", kind="no-player")
