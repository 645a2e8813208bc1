"""What an answer's status means."""

import json
from email.utils import parsedate_to_datetime
from typing import Final

import httpx

from rockettrainer.integrations.ballchasing._errors import BallchasingError, Fault

_REFUSALS: Final = {
    401: (Fault.UNAUTHORISED, "ballchasing.com does not know this token"),
    403: (Fault.FORBIDDEN, "ballchasing.com does not show this to you"),
    404: (Fault.NOT_FOUND, "ballchasing.com has nothing there"),
    413: (Fault.TOO_LARGE, "the file is too large for ballchasing.com"),
}


def may_pass(response: httpx.Response) -> BallchasingError | None:
    """The fault of an answer that may be another the next time."""
    if response.status_code == httpx.codes.TOO_MANY_REQUESTS:
        message = "ballchasing.com asks for a pause: too many calls with this token"
        wait_s = _retry_after_s(response)
        return BallchasingError(Fault.RATE_LIMITED, message, retry_after_s=wait_s)
    if response.is_server_error:
        message = f"ballchasing.com has trouble ({response.status_code})"
        return BallchasingError(Fault.UNAVAILABLE, message)
    return None


def refusal(response: httpx.Response, content: bytes) -> BallchasingError:
    """The fault of an answer that stays as it is."""
    status = response.status_code
    if status in _REFUSALS:
        kind, message = _REFUSALS[status]
    elif response.is_client_error:
        kind, message = Fault.REFUSED, f"ballchasing.com refuses ({status})"
    else:
        kind, message = Fault.BAD_ANSWER, f"ballchasing.com answers in no way we know ({status})"
    return BallchasingError(kind, message + _their_words(response, content))


def _their_words(response: httpx.Response, content: bytes) -> str:
    """What the service says is wrong; never the token, should that be part of it."""
    try:
        said = json.loads(content)["error"]
    except (ValueError, RecursionError, KeyError, TypeError):
        return ""
    if not isinstance(said, str) or response.request.headers["authorization"] in said:
        return ""
    plain = "".join(sign for sign in said if sign.isprintable())
    return f": {plain[:200]}" if plain else ""


def _retry_after_s(response: httpx.Response) -> float | None:
    """What ``Retry-After`` says: seconds, or a date, which is compared with the service's own."""
    value = response.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdecimal() and len(value) < 10:
        return float(value)
    try:
        until = parsedate_to_datetime(value)
        return max(0.0, (until - parsedate_to_datetime(response.headers["date"])).total_seconds())
    except (ValueError, TypeError, KeyError):
        return None
