"""Errors in one shape: problem details, RFC 9457."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

MEDIA_TYPE: Final = "application/problem+json"
_KINDS: Final = "urn:rockettrainer:problem:"


class Fault(BaseModel):
    """One thing that is wrong with a request."""

    where: str = Field(description="Place in the request.", examples=["query.limit"])
    message: str = Field(examples=["Input should be less than or equal to 100"])
    kind: str = Field(description="A word for programs.", examples=["less_than_equal"])


class Problem(BaseModel):
    """Why a request was not answered as asked (RFC 9457)."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "urn:rockettrainer:problem:not-found",
                    "title": "Not Found",
                    "status": 404,
                    "detail": "there is no match 7",
                    "instance": "/api/v1/replays/7",
                    "hint": "It may have been deleted.",
                }
            ]
        }
    )

    type: str = Field(description="The kind of problem, for programs.")
    title: str
    status: int
    detail: str = Field(description="What is wrong, for a person.")
    instance: str = Field(description="Path of the request.")
    hint: str | None = Field(None, description="What to do.")
    errors: list[Fault] | None = Field(None, description="Each thing wrong with the request.")


class ProblemError(Exception):
    """Raised where a request cannot be answered.

    Args:
        status: Of HTTP.
        detail: What is wrong, for a person.
        kind: A word for programs; by default that of the status.
        hint: What to do.
    """

    def __init__(
        self, status: int, detail: str, *, kind: str | None = None, hint: str | None = None
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.kind = kind
        self.hint = hint


def problem_response(
    path: str,
    status: int,
    detail: str,
    *,
    kind: str | None = None,
    hint: str | None = None,
    errors: list[Fault] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """An answer that is a problem."""
    title = HTTPStatus(status).phrase
    word = kind or title.lower().replace(" ", "-")
    problem = Problem(
        type=f"{_KINDS}{word.replace('_', '-')}",
        title=title,
        status=status,
        detail=readable(detail),
        instance=path,
        hint=hint,
        errors=errors,
    )
    text = problem.model_dump_json(exclude_none=True)
    return Response(text, status, dict(headers or {}), MEDIA_TYPE)


def readable(text: str) -> str:
    """Text as UTF-8 has it: what was sent may hold halves of signs."""
    return text.encode(errors="replace").decode()


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Errors of a route, for its description."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {"description": HTTPStatus(status).phrase, "content": content}
        for status in statuses
    }
