"""Whatever is raised while a request is answered, as a problem."""

from typing import Any, Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from rockettrainer.api._problems import Fault, ProblemError, problem_response, readable
from rockettrainer.jobs import NoSuchJob, NotAllowed
from rockettrainer.storage import StoreError, Trouble

_STATUS: Final = {
    Trouble.FULL_DISK: 507,
    Trouble.LOCKED: 503,
    Trouble.UNREACHABLE: 503,
    Trouble.NOT_FOUND: 404,
}


def handle_failures(app: FastAPI) -> None:
    """Has an app answer every failure in the one shape."""
    app.add_exception_handler(ProblemError, _problem)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(StoreError, _store)
    for busy in (OperationalError, PoolTimeout):
        app.add_exception_handler(busy, _busy)
    app.add_exception_handler(NoSuchJob, _no_job)
    app.add_exception_handler(NotAllowed, _not_allowed)
    app.add_exception_handler(Exception, _unforeseen)


def _problem(request: Request, error: Any) -> Response:  # noqa: ANN401 (registered for its type)
    return problem_response(
        request.url.path, error.status, error.detail, kind=error.kind, hint=error.hint
    )


def _invalid(request: Request, error: Any) -> Response:  # noqa: ANN401 (as above)
    # What was sent is not repeated: it may be anything, secrets and unpaired surrogates included.
    faults = [
        Fault(
            where=readable(".".join(map(str, one["loc"]))),
            message=readable(one["msg"]),
            kind=one["type"],
        )
        for one in error.errors()
    ]
    return problem_response(
        request.url.path, 422, "the request is not as described", kind="invalid", errors=faults
    )


def _http(request: Request, error: Any) -> Response:  # noqa: ANN401 (as above)
    headers = dict(error.headers or {})
    if error.status_code == 405:
        headers["Allow"] = ", ".join(_methods(request)) or headers.get("Allow", "")
    return problem_response(request.url.path, error.status_code, str(error.detail), headers=headers)


def _store(request: Request, error: Any) -> Response:  # noqa: ANN401 (as above)
    status = _STATUS.get(error.kind, 500)
    headers = {"Retry-After": "2"} if status == 503 else None
    return problem_response(
        request.url.path, status, error.message, kind=error.kind, hint=error.hint, headers=headers
    )


def _busy(request: Request, _error: Exception) -> Response:
    detail, hint = "the data is in use by another program", "Try again in a moment."
    headers = {"Retry-After": "2"}
    return problem_response(
        request.url.path, 503, detail, kind="locked", hint=hint, headers=headers
    )


def _no_job(request: Request, error: Exception) -> Response:
    return problem_response(request.url.path, 404, str(error))


def _not_allowed(request: Request, error: Exception) -> Response:
    return problem_response(request.url.path, 409, str(error), kind="not-allowed")


def _unforeseen(request: Request, _error: Exception) -> Response:
    hint = "The log says more; please report it."
    return problem_response(request.url.path, 500, "something went wrong here", hint=hint)


def _methods(request: Request) -> list[str]:
    """What a path can be asked for. A framework that stops at the first route names too few."""
    path, described = request.url.path, request.app.openapi()["paths"]
    if path in described:
        return sorted(map(str.upper, described[path]))
    fitting = (route for route in described if compile_path(route)[0].match(path))
    return sorted({method.upper() for route in fitting for method in described[route]})
