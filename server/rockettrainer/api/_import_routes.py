"""Replays from elsewhere."""

from fastapi import APIRouter

from rockettrainer.api._models import JobRef
from rockettrainer.api._models import Reference as Wanted
from rockettrainer.api._problems import ProblemError, documented
from rockettrainer.api._services import Ours
from rockettrainer.integrations.ballchasing import (
    BallchasingError,
    Fault,
    Reference,
    ReferenceKind,
    load_token,
    parse_reference,
)

router = APIRouter(prefix="/import", tags=["import"])


@router.post("/ballchasing", status_code=202, responses=documented(404, 409))
def ballchasing(services: Ours, wanted: Wanted) -> JobRef:
    """Download replays from ballchasing.com, with your own token, and have them read."""
    try:
        reference = _reference(wanted)
        load_token()
    except BallchasingError as error:
        status = 404 if error.kind is Fault.BAD_REFERENCE else 409
        raise ProblemError(
            status, _clean(error.message), kind=error.kind, hint=error.hint
        ) from error
    return JobRef(job_id=services.library.fetch(reference).id)


def has_token() -> bool:
    """Whether there is a token of ballchasing.com."""
    try:
        load_token()
    except BallchasingError:
        return False
    return True


def _reference(wanted: Wanted) -> Reference:
    value = wanted.value.strip()
    if wanted.what == "id":
        return Reference(ReferenceKind.REPLAY, value.lower())
    if wanted.what == "group":
        return Reference(ReferenceKind.GROUP, value)
    return parse_reference(value)


def _clean(text: str) -> str:
    return text.encode(errors="replace").decode()
