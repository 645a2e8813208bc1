"""What server and worker say to each other: JSON and nothing else.

A worker reads what strangers made. Were it taken over, it could send what it likes; so nothing of
it is ever unpickled, and nothing endless is read.
"""

import json
from typing import Final, Literal, Protocol, TypedDict

from rockettrainer.jobs._job import Json

MOST_BYTES: Final = 8 << 20
"""Longest message that is read."""


class Sender(Protocol):
    """The end of a pipe that bytes go into; its class differs between systems."""

    def send_bytes(self, buf: bytes) -> None:
        """Sends one message."""


class Receiver(Protocol):
    """The end of a pipe that bytes come out of."""

    def recv_bytes(self, maxlength: int | None = None) -> bytes:
        """Waits for one message."""
        ...


class Order(TypedDict):
    """Server to worker: do this job."""

    function: str
    args: Json
    job_id: int
    key: str
    attempt: int
    memory_bytes: int


class Report(TypedDict, total=False):
    """Worker to server."""

    type: Literal["ready", "progress", "done", "failed"]
    fraction: float
    message: str
    result: Json | None
    kind: str
    hint: str
    detail: str
    retry: bool


def send(pipe: Sender, message: Order | Report) -> None:
    """Sends a message.

    Raises:
        TypeError, ValueError: It is no plain JSON.
        OSError: Nobody is there.
    """
    pipe.send_bytes(json.dumps(message, allow_nan=False).encode())


def receive(pipe: Receiver) -> Json:
    """Waits for the next message.

    Raises:
        EOFError, OSError: Nobody is there.
        ValueError: It is no JSON object.
    """
    message = json.loads(pipe.recv_bytes(MOST_BYTES), parse_constant=_refuse)
    if not isinstance(message, dict):
        raise ValueError("the message is no JSON object")  # noqa: TRY004 (data, not an argument)
    return message


def _refuse(name: str) -> float:
    raise ValueError(f"{name} is no JSON")
