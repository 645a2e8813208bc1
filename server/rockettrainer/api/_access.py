"""Who may ask: whoever has the token, which is handed out by one-time codes."""

import secrets
import time
from collections.abc import Callable
from threading import Lock
from typing import Final

CODE_S: Final = 120.0
"""For which a code is good."""
_CODES: Final = 16
"""Codes at a time; more than that and the oldest is void."""


class Access:
    """The token of one run of the server, and the codes that are exchanged for it.

    Args:
        clock: Steady seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.token = secrets.token_urlsafe(32)
        self._clock = clock
        self._codes: dict[str, float] = {}
        self._lock = Lock()

    def knows(self, token: str) -> bool:
        """Whether that is the token; takes as long whatever is wrong with it."""
        return secrets.compare_digest(token.encode(), self.token.encode())

    def new_code(self) -> str:
        """A code that can be exchanged once, soon."""
        code = secrets.token_urlsafe(24)
        with self._lock:
            while len(self._codes) >= _CODES:
                del self._codes[next(iter(self._codes))]
            self._codes[code] = self._clock() + CODE_S
        return code

    def redeem(self, code: str) -> str | None:
        """The token for a code; None if it was used, is too old, or never was."""
        with self._lock:
            until = self._codes.pop(code, None)
        return None if until is None or self._clock() > until else self.token
