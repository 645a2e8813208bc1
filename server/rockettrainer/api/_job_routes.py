"""Work that waits, runs or failed."""

from typing import Annotated

from fastapi import APIRouter, Query

from rockettrainer.api._models import JobInfo
from rockettrainer.api._problems import documented
from rockettrainer.api._services import JobId, Ours
from rockettrainer.api._show_job import job_info
from rockettrainer.jobs import JobFilter, State

router = APIRouter(prefix="/jobs", tags=["jobs"])


@router.get("")
def jobs(
    services: Ours,
    state: Annotated[list[State] | None, Query(description="Only these.")] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> list[JobInfo]:
    """List jobs, newest first."""
    library = services.library
    wanted = JobFilter(frozenset(state or ()), limit=limit)
    return [job_info(job, library.progress(job.id)) for job in library.queue.jobs(wanted)]


@router.post("/{job_id}/retry", responses=documented(404, 409))
def retry(services: Ours, job_id: JobId) -> JobInfo:
    """Do a job again that has ended."""
    return job_info(services.library.retry(job_id), None)


@router.post("/{job_id}/cancel", responses=documented(404, 409))
def cancel(services: Ours, job_id: JobId) -> JobInfo:
    """End a job that waits or runs."""
    return job_info(services.library.cancel(job_id), None)
