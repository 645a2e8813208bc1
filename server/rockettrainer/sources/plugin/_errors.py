"""What can be wrong with what a plugin sends."""

from enum import StrEnum


class Flaw(StrEnum):
    """The kind of a `PluginError`: a word that programs can rely on."""

    TOO_LARGE = "too_large"
    NOT_JSON = "not_json"
    UNKNOWN_MESSAGE = "unknown_message"
    BAD_FIELD = "bad_field"
    BAD_TICK = "bad_tick"
    OTHER_PROTOCOL = "other_protocol"


class PluginError(Exception):
    """A message is refused; nothing of it is used."""

    def __init__(self, kind: Flaw, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
