"""Matches: list, page, upload, deletion."""

from typing import Annotated

from fastapi import APIRouter, Query, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

from rockettrainer.api._import_routes import explained
from rockettrainer.api._match_models import MatchDetail, MatchPage, Outcome
from rockettrainer.api._models import JobRef, Share, Uploaded
from rockettrainer.api._moments import Day, since, until
from rockettrainer.api._problems import ProblemError, documented
from rockettrainer.api._services import Match, MatchId, Ours, no_match
from rockettrainer.api._show_events import events_of
from rockettrainer.api._show_match import detail_of, summary_of
from rockettrainer.integrations.ballchasing import Visibility, load_token
from rockettrainer.library import facts_of
from rockettrainer.sources import LARGEST_REPLAY_BYTES
from rockettrainer.storage import MatchFilter, Result

router = APIRouter(prefix="/replays", tags=["replays"])

Text = Annotated[str | None, Query(max_length=200)]


@router.post("/upload", status_code=202, responses=documented(413))
def upload(services: Ours, file: UploadFile) -> Uploaded:
    """Keep a replay and have it read.

    It is safe once this answers. `match_id` is set, and there is no job, if it is known already.
    """
    content = file.file.read(LARGEST_REPLAY_BYTES + 1)
    if len(content) > LARGEST_REPLAY_BYTES:
        raise ProblemError(
            413, f"a replay has {LARGEST_REPLAY_BYTES >> 20} MiB at most", kind="too-large"
        )
    submitted = services.library.upload(content, file.filename)
    return Uploaded(
        job_id=submitted.job.id if submitted.job else None,
        replay_sha256=submitted.sha256,
        match_id=submitted.match_id,
    )


@router.get("/recent")
def recent(
    services: Ours,
    cursor: Annotated[
        str | None, Query(max_length=100, description="`next_cursor` of the page before.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 25,
    playlist: Annotated[Text, Query(description="A playlist's key.")] = None,
    result: Annotated[Outcome | None, Query(description="For you.")] = None,
    from_: Annotated[Day | None, Query(alias="from", description="First day.")] = None,
    to: Annotated[Day | None, Query(description="Last day.")] = None,
    map_: Annotated[Text, Query(alias="map", description="A map's code.")] = None,
    q: Annotated[Text, Query(description="Words in the match's or a player's name.")] = None,
) -> MatchPage:
    """List matches, the latest first."""
    wanted = MatchFilter(
        playlists=(playlist,) if playlist else (),
        maps=(map_,) if map_ else (),
        result=Result(result) if result else None,
        since=since(from_),
        before=until(to),
        text=q or "",
    )
    store = services.library.store
    try:
        page = store.matches(wanted, cursor or None, limit)
    except ValueError as error:
        raise ProblemError(422, str(error), kind="invalid-cursor") from error
    facts = facts_of(store, [line.id for line in page.matches])
    return MatchPage(
        items=[summary_of(line, facts[line.id]) for line in page.matches if line.id in facts],
        next_cursor=page.next,
        total_estimate=store.count(wanted),
    )


@router.api_route("/upload", methods=["GET", "DELETE"], include_in_schema=False)
@router.api_route("/recent", methods=["DELETE"], include_in_schema=False)
def no_number() -> None:
    """Keeps these words from being taken for a match's number."""
    raise HTTPException(405)


@router.get("/{match_id}", responses=documented(404))
def detail(services: Ours, match: Match) -> MatchDetail:
    """Show a match: players and teams with all metrics, events, warnings."""
    if match.frames is None:
        return detail_of(match, [])
    frames, events = services.frames.read(match.frames.sha256)
    ids = [stored.player.id for stored in match.players]
    return detail_of(match, events_of(frames, events, ids))


@router.delete("/{match_id}", status_code=204, responses=documented(404))
def delete(services: Ours, match_id: MatchId) -> None:
    """Delete a match and its files. The game's own replay stays where it is."""
    if not services.library.delete_match(match_id):
        raise no_match(match_id)


@router.post("/{match_id}/reanalyse", status_code=202, responses=documented(404, 409))
def reanalyse(services: Ours, match: Match) -> JobRef:
    """Measure a match anew, from its replay."""
    job = services.library.reanalyse(match.summary.id)
    if job is None:
        raise _no_original()
    return JobRef(job_id=job.id)


@router.post("/{match_id}/ballchasing", status_code=202, responses=documented(404, 409))
def share(services: Ours, match: Match, wanted: Share) -> JobRef:
    """Upload a match's replay to ballchasing.com. Only you see it there, unless you say so."""
    with explained():
        load_token()
    job = services.library.send(match.summary.id, Visibility(wanted.visibility))
    if job is None:
        raise _no_original()
    return JobRef(job_id=job.id)


@router.get(
    "/{match_id}/file",
    response_class=Response,
    responses={
        200: {
            "description": "The replay as the game wrote it.",
            "content": {
                "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
            },
        },
        **documented(404),
    },
)
def original(services: Ours, match: Match) -> Response:
    """Download the replay."""
    kept = [replay for replay in match.replays if replay.packed_bytes is not None]
    if not kept:
        raise ProblemError(404, "the replay is not kept any more", kind="no-original")
    content = services.library.store.files.read_replay(kept[0].sha256)
    # The name is ours: one from the file could be anything.
    disposition = f'attachment; filename="{kept[0].sha256[:16]}.replay"'
    return Response(
        content, media_type="application/octet-stream", headers={"Content-Disposition": disposition}
    )


def _no_original() -> ProblemError:
    hint = "Upload the replay again."
    return ProblemError(409, "the replay is not kept any more", kind="no-original", hint=hint)
