"""What ballchasing.com refuses, as the failure of a job."""

from typing import Final

from rockettrainer.integrations.ballchasing import BallchasingError, Fault
from rockettrainer.jobs import JobFailure

_PASSING: Final = (Fault.RATE_LIMITED, Fault.UNAVAILABLE)


def failure(error: BallchasingError) -> JobFailure:
    """The same failure; one that may pass is tried again."""
    return JobFailure(error.kind, error.message, error.hint, retry=error.kind in _PASSING)
