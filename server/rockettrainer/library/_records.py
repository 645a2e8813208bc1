"""A match on its way from a worker to the server, as text.

A worker reads what strangers made, so the server takes nothing from it but JSON, and looks at every
field of that.
"""

from typing import Final

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from rockettrainer.storage import MatchRecord

_RECORD: Final = TypeAdapter(MatchRecord)


def record_text(record: MatchRecord) -> str:
    """The record as JSON; numbers that are not finite are written as such."""
    return to_json(record, inf_nan_mode="constants").decode()


def record_of(text: object) -> MatchRecord:
    """The record again.

    Raises:
        ValueError: That is not the text of a record.
    """
    if not isinstance(text, str):
        raise ValueError("the worker gave no match")  # noqa: TRY004 (data, not an argument)
    try:
        return _RECORD.validate_json(text)
    except ValidationError as error:
        raise ValueError(f"the worker gave no match: {error}") from error
