"""From the bytes of one object to what it tells."""

import json
from typing import Any, Final, Never

import msgspec

from rockettrainer.sources.stats_api._events import EVENTS, Event, Unknown

_CP1250: Final = {
    0xDC00 + byte: bytes([byte]).decode("cp1250", "replace") for byte in range(0x80, 0x100)
}
"""Bytes that are no UTF-8, as Python stands in for them, read as Central European Windows text."""


class _Envelope(msgspec.Struct):
    Event: str
    Data: msgspec.Raw = msgspec.Raw(b"{}")


_ENVELOPE: Final = msgspec.json.Decoder(_Envelope)
_DECODERS: Final = {event.__name__: msgspec.json.Decoder(event, strict=False) for event in EVENTS}
_NO_DATA: Final = frozenset((b"", b"null"))
_BAD: Final = (msgspec.MsgspecError, ValueError, RecursionError)


class Reader:
    """Reads objects, and counts those that tell nothing.

    Attributes:
        read_count: Objects that told something.
        unknown: Of these, events that are not documented.
        malformed: Objects that are no event, or one without what it needs.
    """

    def __init__(self) -> None:
        self.read_count = 0
        self.unknown = 0
        self.malformed = 0

    def read(self, raw: bytes) -> Event | None:
        """Reads an object.

        Args:
            raw: Its bytes: JSON, mostly in UTF-8.

        Returns:
            What it tells; None if that cannot be told.
        """
        event = _read(raw)
        self.read_count += event is not None
        self.unknown += isinstance(event, Unknown)
        self.malformed += event is None
        return event


def _read(raw: bytes) -> Event | None:
    try:
        return _event(raw)
    except _BAD:
        pass
    try:
        return _event(_tidied(raw))
    except _BAD:
        return None


def _event(raw: bytes) -> Event:
    envelope = _ENVELOPE.decode(raw)
    data = bytes(envelope.Data)
    if data.startswith(b'"'):
        data = msgspec.json.decode(data, type=str).encode()
    decoder = _DECODERS.get(envelope.Event)
    if decoder is None:
        return Unknown(name=envelope.Event)
    return decoder.decode(b"{}" if data in _NO_DATA else data)


def _tidied(raw: bytes) -> bytes:
    """The same object in proper UTF-8: names come in old code pages, and cut in two."""
    value = _loads(raw.decode("utf-8", "surrogateescape").translate(_CP1250))
    if isinstance(value, dict) and isinstance(data := value.get("Data"), str) and data:
        value["Data"] = _loads(data)
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def _loads(text: str) -> Any:  # noqa: ANN401 (JSON is any of many types)
    return json.loads(text, strict=False, parse_constant=_refuse)


def _refuse(constant: str) -> Never:
    raise ValueError(f"{constant} is no number")
