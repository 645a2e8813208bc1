"""Jobs and news in the API's models."""

from collections.abc import Mapping
from typing import Any

from rockettrainer.api._models import JobInfo, JobProgress
from rockettrainer.api._moments import local_time
from rockettrainer.jobs import Job
from rockettrainer.library import (
    FETCH,
    SEND,
    ImportProgress,
    JobNews,
    MatchAdded,
    MatchChanged,
    MatchDeleted,
    News,
    name_of,
)


def job_info(job: Job, progress: tuple[float, str] | None) -> JobInfo:
    """A job.

    Args:
        job: The job.
        progress: How far it is, and with what, if that is known.
    """
    error, result = job.error, job.result or {}
    return JobInfo(
        id=job.id,
        kind=job.kind,
        key=job.key,
        name=job.key if job.kind == FETCH else name_of(job),
        state=job.state.value,
        progress=JobProgress(done=progress[0], total=1, text=progress[1]) if progress else None,
        attempts=job.attempts,
        error=error.message if error else None,
        error_kind=error.kind if error else None,
        hint=(error.hint or None) if error else None,
        match_id=result.get("match_id", job.args.get("match_id")),
        link=result.get("link"),
        outcome=_outcome(job.kind, result),
        created=local_time(job.created_at),
        updated=local_time(job.finished_at or job.started_at or job.created_at),
    )


def _outcome(kind: str, result: Mapping[str, Any]) -> str | None:
    if kind == FETCH and result:
        lost = f", {result['lost']} could not be had" if result["lost"] else ""
        return f"{result['files'] or 'no new'} downloaded{lost}"
    if kind == SEND and result.get("duplicate"):
        return "was there before, and is as visible as it was"
    return None


def message_of(news: News) -> dict[str, Any]:
    """What the WebSocket says of it."""
    match news:
        case JobNews(job, fraction, text):
            progress = None if fraction is None else (fraction, text)
            return {"type": "job", "job": job_info(job, progress).model_dump(mode="json")}
        case MatchAdded(match_id):
            return {"type": "match_added", "match_id": match_id}
        case MatchChanged(match_id):
            return {"type": "match_changed", "match_id": match_id}
        case MatchDeleted(match_id):
            return {"type": "match_deleted", "match_id": match_id}
        case ImportProgress(done, total, failed):
            return {"type": "import_progress", "done": done, "total": total, "failed": failed}
