"""Moments as text, and back."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Final

from pydantic import BeforeValidator

from rockettrainer.api._problems import ProblemError

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _written(day: object) -> object:
    """Keeps numbers from being taken for days."""
    if isinstance(day, str) and not _DAY.fullmatch(day):
        raise ValueError("a day is written as 2025-08-22")
    return day


Day = Annotated[date, BeforeValidator(_written)]
"""A day of the calendar here."""


def local_time(epoch_s: float) -> str:
    """A moment as the clock here showed it, with the offset from UTC."""
    return datetime.fromtimestamp(epoch_s, UTC).astimezone().isoformat(timespec="seconds")


def since(day: date | None) -> int | None:
    """When a day began here; seconds since 1970."""
    return None if day is None else _midnight(day)


def until(day: date | None) -> int | None:
    """When a day was over here."""
    if day is None or day == date.max:
        return None
    return _midnight(day + timedelta(days=1))


def _midnight(day: date) -> int:
    try:
        return int(datetime.combine(day, time()).astimezone().timestamp())
    except (OverflowError, ValueError, OSError) as error:
        raise ProblemError(422, "there is no such day here", kind="invalid") from error
