"""Hot keys as a player writes them: ``F9``, ``Ctrl+Alt+O``."""

import re
from dataclasses import dataclass
from typing import Final, Protocol

MODIFIERS: Final = ("Ctrl", "Alt", "Shift", "Win")
_NAME: Final = re.compile(r"[A-Z0-9]|F([1-9]|1[0-9]|2[0-4])")
_CASES: Final = {name.casefold(): name for name in MODIFIERS}


class BadKey(ValueError):  # noqa: N818 (it names the key)
    """No hot key is written like that."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key that works whatever window has the keyboard."""

    name: str
    """``F1`` to ``F24``, or a letter or digit, which needs a modifier beside Shift."""
    modifiers: tuple[str, ...] = ()
    """Of `MODIFIERS`, in that order."""

    def __str__(self) -> str:
        return "+".join((*self.modifiers, self.name))


def parse_key(text: str) -> Key:
    """The key that is meant.

    Raises:
        BadKey: It is none, or one that would be taken from typing.
    """
    *before, last = (part.strip() for part in text.split("+"))
    name = last.upper()
    found = {_CASES.get(part.casefold(), part) for part in before}
    if _NAME.fullmatch(name) is None or not found <= set(MODIFIERS):
        raise BadKey(f"{text!r} is no hot key: write it like F9 or Ctrl+Alt+O")
    if len(name) == 1 and not found - {"Shift"}:
        raise BadKey(f"{text!r} would be taken from typing: add Ctrl or Alt")
    return Key(name, tuple(modifier for modifier in MODIFIERS if modifier in found))


class HotKeys(Protocol):
    """Keys that are heard until they are let go."""

    refused: tuple[str, ...]
    """What was asked for and cannot be had, each with the reason."""

    def stop(self) -> None:
        """Lets go of all."""
