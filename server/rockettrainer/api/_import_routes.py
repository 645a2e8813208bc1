"""Replays from ballchasing.com, and the token that fetches them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from fastapi import APIRouter

from rockettrainer.api._models import Account, JobRef, NewToken
from rockettrainer.api._models import Reference as Wanted
from rockettrainer.api._problems import ProblemError, documented
from rockettrainer.api._services import Ours
from rockettrainer.integrations.ballchasing import (
    BallchasingError,
    Client,
    Fault,
    Reference,
    ReferenceKind,
    forget_token,
    load_token,
    parse_reference,
    save_token,
)

router = APIRouter(prefix="/import", tags=["import"])

_PATIENCE_S: Final = 5.0
"""A page waits no longer for the service's limits."""
_STATUS: Final = {Fault.BAD_REFERENCE: 404, Fault.BAD_TOKEN: 422}
_AT_TOKEN: Final = "Copy your token from ballchasing.com/upload, and save it in the settings."  # noqa: S105
_HINTS: Final = {Fault.NO_TOKEN: _AT_TOKEN, Fault.UNAUTHORISED: _AT_TOKEN}
"""What a page's reader can do; the commands' own hints name commands."""


@router.post("/ballchasing", status_code=202, responses=documented(404, 409))
def ballchasing(services: Ours, wanted: Wanted) -> JobRef:
    """Download replays from ballchasing.com, with your own token, and have them read."""
    with explained():
        reference = _reference(wanted)
        load_token()
    return JobRef(job_id=services.library.fetch(reference).id)


@router.put("/ballchasing/token", status_code=204, responses=documented(409))
def keep_token(given: NewToken) -> None:
    """Keep your token of ballchasing.com, in the system's keyring and nowhere else."""
    with explained():
        save_token(given.token.get_secret_value())


@router.delete("/ballchasing/token", status_code=204, responses=documented(409))
def drop_token() -> None:
    """Take your token out of the system's keyring."""
    with explained():
        forget_token()


@router.get("/ballchasing/account", responses=documented(409))
def account() -> Account:
    """Ask ballchasing.com whose token it is."""
    with explained(), Client(load_token(), patience_s=_PATIENCE_S) as client:
        found = client.ping()
    return Account(name=found.name, type=found.type.value)


def token_state() -> tuple[bool, str | None]:
    """Whether there is a token, and why none can be kept, if that is so."""
    try:
        load_token()
    except BallchasingError as error:
        reason = f"{error.message}. {error.hint}" if error.kind is Fault.NO_KEYRING else None
        return False, reason
    return True, None


@contextmanager
def explained() -> Iterator[None]:
    """Answers with what the service, the keyring or we refuse."""
    try:
        yield
    except BallchasingError as error:
        status, hint = _STATUS.get(error.kind, 409), _HINTS.get(error.kind, error.hint)
        raise ProblemError(status, error.message, kind=error.kind, hint=hint) from error


def _reference(wanted: Wanted) -> Reference:
    value = wanted.value.strip()
    if wanted.what == "id":
        return Reference(ReferenceKind.REPLAY, value.lower())
    if wanted.what == "group" and "/" not in value:
        return Reference(ReferenceKind.GROUP, value.removeprefix("group:"))
    return parse_reference(value)
