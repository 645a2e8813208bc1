"""Text messages of the plugin, read and checked; ``docs/plugin-protocol.md`` lists them."""

from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from rockettrainer.sources.plugin._errors import Flaw, PluginError
from rockettrainer.sources.plugin._events import GameEvent

LARGEST_TEXT: Final = 16 << 10
PROTOCOL: Final = 1

Count = Annotated[int, Meta(ge=0, le=2**63 - 1)]
Short = Annotated[str, Meta(max_length=256)]


class Hello(Struct, frozen=True, tag="hello"):
    """The first message: who the plugin is, and which events it still holds."""

    protocol: int
    layout: int
    header_size: int
    player_size: int
    plugin: Short
    game: Short
    instance: Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$")]
    first_event: Count
    last_event: Count


class Result(Struct, frozen=True, tag="result"):
    """What became of a command."""

    id: Annotated[str, Meta(min_length=1, max_length=64)]
    status: Annotated[str, Meta(pattern="^(done|refused|cancelled)$")]
    reason: Annotated[str, Meta(max_length=1024)] = ""


class _Kind(Struct):
    type: Annotated[str, Meta(max_length=32)]


class _Numbered(Struct, tag="event"):
    n: Annotated[int, Meta(ge=1, le=2**63 - 1)]


Message = Hello | Result | GameEvent

_KIND: Final = msgspec.json.Decoder(_Kind)
_NUMBERED: Final = msgspec.json.Decoder(_Numbered)
_DECODERS: Final[dict[str, msgspec.json.Decoder[Message]]] = {
    "hello": msgspec.json.Decoder(Hello),
    "event": msgspec.json.Decoder(GameEvent),
    "result": msgspec.json.Decoder(Result),
}


def read_message(text: str | bytes) -> Message:
    """Reads a text message.

    Args:
        text: As it came.

    Raises:
        PluginError: It is too long, no JSON, of no known kind, or a field is not as described.
    """
    if len(text) > LARGEST_TEXT:
        raise PluginError(Flaw.TOO_LARGE, f"a text message has more than {LARGEST_TEXT} bytes")
    try:
        kind = _KIND.decode(text).type
        if kind in _DECODERS:
            return _DECODERS[kind].decode(text)
    except msgspec.ValidationError as error:
        raise PluginError(Flaw.BAD_FIELD, str(error)) from error
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise PluginError(Flaw.NOT_JSON, str(error)) from error
    raise PluginError(Flaw.UNKNOWN_MESSAGE, f"no message is of the kind {kind!r}")


def event_number(text: str | bytes) -> int | None:
    """The number of an event that `read_message` refuses; None if it is none, or has none."""
    try:
        return _NUMBERED.decode(text).n
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None
