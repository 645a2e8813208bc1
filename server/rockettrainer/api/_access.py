"""Who may ask for what: whoever has a token that is good for it."""

import json
import re
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import Final

from rockettrainer.home import write_atomic

CODE_S: Final = 120.0
"""For which a code is good."""
_CODES: Final = 16
"""Codes at a time; more than that and the oldest is void."""
_KEPT: Final = "tokens.json"
_PLUGIN_FILE: Final = "plugin.json"
_TOKEN: Final = re.compile(r"[\w-]{43}", re.ASCII)


class Scope(StrEnum):
    """What a token is good for."""

    PAGE = "page"
    """Everything but being a plugin. Of one run of the server, and handed out by codes."""
    VIEW = "view"
    """To look on at what is live. Kept, so that the overlay's address stays good."""
    PLUGIN = "plugin"
    """To be the plugin, and nothing else. Kept, and written where the plugin finds it."""


class Access:
    """The tokens, and the codes that are exchanged for the page's.

    Args:
        home: The data folder, which keeps the lasting tokens; None for none that last.
        clock: Steady seconds.
    """

    def __init__(
        self, home: Path | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.token = _new_token()
        kept = {} if home is None else _kept(home)
        self.view_token = kept.get(Scope.VIEW) or _new_token()
        self.plugin_token = kept.get(Scope.PLUGIN) or _new_token()
        self._clock = clock
        self._codes: dict[str, float] = {}
        self._lock = Lock()
        if home is not None:
            tokens = {Scope.VIEW: self.view_token, Scope.PLUGIN: self.plugin_token}
            write_atomic(home / _KEPT, json.dumps(tokens).encode(), private=True)

    def scope_of(self, token: str) -> Scope | None:
        """What a token is good for; None for one that is wrong.

        It takes as long whatever is wrong with it.
        """
        found = None
        for scope, known in (
            (Scope.PAGE, self.token),
            (Scope.VIEW, self.view_token),
            (Scope.PLUGIN, self.plugin_token),
        ):
            if secrets.compare_digest(token.encode(), known.encode()):
                found = scope
        return found

    def tell_plugin(self, home: Path, port: int) -> None:
        """Leaves port and token where the plugin looks for them."""
        told = json.dumps({"port": port, "token": self.plugin_token})
        write_atomic(home / _PLUGIN_FILE, told.encode(), private=True)

    def new_code(self) -> str:
        """A code that can be exchanged once, soon."""
        code = secrets.token_urlsafe(24)
        with self._lock:
            while len(self._codes) >= _CODES:
                del self._codes[next(iter(self._codes))]
            self._codes[code] = self._clock() + CODE_S
        return code

    def redeem(self, code: str) -> str | None:
        """The page's token for a code; None if it was used, is too old, or never was."""
        with self._lock:
            until = self._codes.pop(code, None)
        return None if until is None or self._clock() > until else self.token


def _new_token() -> str:
    return secrets.token_urlsafe(32)


def _kept(home: Path) -> dict[str, str]:
    """Tokens of earlier runs, as far as they are what they should be."""
    with suppress(OSError, ValueError):
        found = json.loads((home / _KEPT).read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return {key: str(token) for key, token in found.items() if _TOKEN.fullmatch(str(token))}
    return {}
