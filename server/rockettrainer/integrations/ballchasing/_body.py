"""The body of an answer, bounded in size and time."""

from typing import Final

import httpx

from rockettrainer.integrations.ballchasing._errors import BallchasingError, Fault
from rockettrainer.integrations.ballchasing._pace import Clock

MAX_ERROR_BYTES: Final = 16 * 1024
_DEADLINE_S: Final = 600.0
"""For one body, however steadily it drips."""


class CutOffError(Exception):
    """The body ends early, or never does."""


def read_body(response: httpx.Response, max_bytes: int, clock: Clock) -> bytes:
    """Reads a body; that of an answer without success only if it is small.

    Raises:
        CutOffError: It is not whole.
        BallchasingError: It is too large, or packed in a way that we did not ask for.
    """
    if response.headers.get("content-encoding", "identity") not in ("identity", "gzip"):
        raise BallchasingError(Fault.BAD_ANSWER, "the answer is packed in a way not asked for")
    if response.is_success:
        return _bounded(response, max_bytes, clock)
    if response.is_server_error:
        return b""
    try:
        return _bounded(response, MAX_ERROR_BYTES, clock)
    except BallchasingError:
        return b""  # the status says enough


def _bounded(response: httpx.Response, max_bytes: int, clock: Clock) -> bytes:
    announced = _announced(response)
    if announced is not None and announced > max_bytes:
        raise _too_large(max_bytes)
    content, deadline = bytearray(), clock.now() + _DEADLINE_S
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > max_bytes:
            raise _too_large(max_bytes)
        if clock.now() > deadline:
            raise CutOffError
    if "content-encoding" not in response.headers and announced not in (None, len(content)):
        raise CutOffError
    return bytes(content)


def _announced(response: httpx.Response) -> int | None:
    length = response.headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdecimal() and len(length) < 20 else None


def _too_large(max_bytes: int) -> BallchasingError:
    return BallchasingError(Fault.TOO_LARGE, f"the answer has more than {max_bytes >> 20} MB")
