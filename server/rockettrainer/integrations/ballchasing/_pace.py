"""How often the service may be called.

Limits are those of the API's documentation, by account and kind of call. No window of a second or
of an hour ever holds more calls than they allow: calls are counted as they go, for a bucket that
refills while it empties would let through up to twice as many.
"""

import time
from collections import deque
from enum import Enum, StrEnum, auto
from typing import Final, NamedTuple, Protocol


class Clock(Protocol):
    """Steady seconds, and how to wait for them to pass."""

    def now(self) -> float:
        """Seconds since some moment."""
        ...

    def sleep(self, seconds: float) -> None:
        """Waits."""
        ...


class SystemClock:
    """The computer's clock."""

    def now(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Waits."""
        time.sleep(seconds)


class Tier(StrEnum):
    """An account's type; patrons may call more often."""

    REGULAR = "regular"
    GOLD = "gold"
    DIAMOND = "diamond"
    CHAMPION = "champion"
    GC = "gc"


class Endpoint(Enum):
    """Calls that share a limit."""

    LIST = auto()
    """Lists of replays or groups."""
    ITEM = auto()
    """One replay's facts, one group's."""
    FILE = auto()
    UPLOAD = auto()
    PING = auto()


class Limit(NamedTuple):
    """How many calls; None for any number."""

    per_second: int
    per_hour: int | None


_UNDOCUMENTED: Final = dict.fromkeys(Tier, Limit(1, None))
"""Uploads and pings have no published limit; one a second is gentle."""

LIMITS: Final = {
    Endpoint.LIST: {
        Tier.REGULAR: Limit(2, 500),
        Tier.GOLD: Limit(2, 1000),
        Tier.DIAMOND: Limit(4, 2000),
        Tier.CHAMPION: Limit(8, None),
        Tier.GC: Limit(16, None),
    },
    Endpoint.ITEM: {
        Tier.REGULAR: Limit(2, 1000),
        Tier.GOLD: Limit(2, 2000),
        Tier.DIAMOND: Limit(4, 5000),
        Tier.CHAMPION: Limit(8, None),
        Tier.GC: Limit(16, None),
    },
    Endpoint.FILE: {
        Tier.REGULAR: Limit(1, 200),
        Tier.GOLD: Limit(2, 400),
        Tier.DIAMOND: Limit(2, 1000),
        Tier.CHAMPION: Limit(2, 2000),
        Tier.GC: Limit(2, None),
    },
    Endpoint.UPLOAD: _UNDOCUMENTED,
    Endpoint.PING: _UNDOCUMENTED,
}

HOUR_S: Final = 3600.0
_MARGIN_S: Final = 0.05
"""Calls that leave a second apart may arrive a little closer."""


class Pace:
    """Says how long a call has to wait. The lowest tier's limits hold until `tier` is known."""

    def __init__(self, clock: Clock) -> None:
        self.tier = Tier.REGULAR
        self._clock = clock
        self._sent: dict[Endpoint, deque[float]] = {endpoint: deque() for endpoint in Endpoint}

    def delay_s(self, endpoint: Endpoint) -> float:
        """Seconds until a call may go."""
        limit, sent, now = LIMITS[endpoint][self.tier], self._sent[endpoint], self._clock.now()
        delay = 0.0
        for count, window_s in ((limit.per_second, 1.0), (limit.per_hour, HOUR_S)):
            if count is not None and len(sent) >= count:
                delay = max(delay, sent[-count] + window_s + _MARGIN_S - now)
        return delay

    def count(self, endpoint: Endpoint) -> None:
        """Notes that a call goes now."""
        sent, now = self._sent[endpoint], self._clock.now()
        while sent and now - sent[0] > HOUR_S + _MARGIN_S:
            sent.popleft()
        sent.append(now)

    def cool_down_s(self, endpoint: Endpoint) -> float:
        """How long to wait after a refusal that does not say: one call's share of the hour."""
        per_hour = LIMITS[endpoint][self.tier].per_hour
        return HOUR_S / per_hour if per_hour else 1.0
