"""What a player pastes: an id, a link, somebody's account."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import unquote, urlsplit

from rockettrainer.integrations.ballchasing._errors import BallchasingError, Fault


class ReferenceKind(StrEnum):
    """What a `Reference` names."""

    REPLAY = "replay"
    GROUP = "group"
    PLAYER = "player"


@dataclass(frozen=True, slots=True)
class Reference:
    """Something on the service."""

    kind: ReferenceKind
    value: str
    """The id; of a player with the platform, as ``steam:76561190000000000``."""

    def __post_init__(self) -> None:
        if not _PATTERNS[self.kind].fullmatch(self.value):
            raise _unclear(self.value)


REPLAY_ID: Final = r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
GROUP_ID: Final = r"^[\w~-][\w.~-]{0,127}$"
_PLAYER_ID: Final = (
    r"^(steam:[0-9]{17}|epic:[0-9a-f]{32}|(ps4|xbox|switch|psynet):[A-Za-z0-9_. -]{1,64})$"
)
_PATTERNS: Final = {
    ReferenceKind.REPLAY: re.compile(REPLAY_ID),
    ReferenceKind.GROUP: re.compile(GROUP_ID),
    ReferenceKind.PLAYER: re.compile(_PLAYER_ID),
}
_LINK: Final = re.compile(r"^(https?://)?(www\.)?ballchasing\.com/+", re.IGNORECASE)
_MAX_LENGTH: Final = 2000


def parse_reference(text: str) -> Reference:
    """Reads an id, a link to a replay, group or player, ``group:ID`` or ``steam:ID``.

    Raises:
        BallchasingError: It is none of these.
    """
    text = text.strip()
    if len(text) > _MAX_LENGTH:
        raise _unclear(text)
    if _LINK.match(text):
        return _from_link(text)
    kind, colon, value = text.partition(":")
    if not colon:
        return Reference(ReferenceKind.REPLAY, text.lower())
    if kind.lower() == ReferenceKind.GROUP:
        return Reference(ReferenceKind.GROUP, value.strip())
    return _player(kind, value)


def _from_link(text: str) -> Reference:
    path = urlsplit(_LINK.sub("/", text, count=1)).path
    match [unquote(part) for part in path.split("/") if part]:
        case ["replay", value, *_] | ["api", "replays", value, *_]:
            return Reference(ReferenceKind.REPLAY, value.lower())
        case ["group", value, *_] | ["api", "groups", value, *_]:
            return Reference(ReferenceKind.GROUP, value)
        case ["player", platform, value, *_]:
            return _player(platform, value)
    raise _unclear(text)


def _player(platform: str, value: str) -> Reference:
    platform, value = platform.strip().lower(), value.strip()
    if platform == "epic":
        value = value.lower()
    return Reference(ReferenceKind.PLAYER, f"{platform}:{value}")


def _unclear(text: str) -> BallchasingError:
    shown = "".join(sign if sign.isprintable() else "?" for sign in text[:80])
    return BallchasingError(Fault.BAD_REFERENCE, f"{shown!r} names nothing on ballchasing.com")
