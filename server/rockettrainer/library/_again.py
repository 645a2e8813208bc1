"""Jobs that are wanted once more."""

from rockettrainer.jobs import Job, JobQueue, NotAllowed, State

WAITING = (State.READY, State.LEASED)
"""A job that is still to be done."""


def once_more(queue: JobQueue, job: Job) -> Job:
    """The job, made ready again if it has ended."""
    if job.state in WAITING:
        return job
    try:
        return queue.retry(job.id)
    except NotAllowed:  # somebody else has made it ready, just now
        return queue.job(job.id)
