"""What goes to the terminal: text that cannot steer it, and what went wrong."""

import sys
import unicodedata
from typing import Final

FAILED: Final = 2
"""Exit status of a command that could not do what was asked."""


def plain(text: str) -> str:
    """Text of strangers, such as names, without what would steer the terminal."""
    return "".join(sign if _is_shown(sign) else "\N{REPLACEMENT CHARACTER}" for sign in text)


def complain(text: str) -> int:
    """Says what went wrong, in one line; gives the exit status."""
    sys.stderr.write(f"error: {plain(text)}\n")
    return FAILED


def _is_shown(sign: str) -> bool:
    return sign.isprintable() or unicodedata.category(sign) == "Zs"
