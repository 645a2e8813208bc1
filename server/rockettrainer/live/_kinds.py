"""What a session is of, in words that pages know."""

from enum import StrEnum
from typing import Final

from rockettrainer.match import Phase


class Source(StrEnum):
    """What sees it."""

    PLUGIN = "plugin"
    STATS_API = "stats_api"


class Kind(StrEnum):
    """The kind of play."""

    FREEPLAY = "freeplay"
    CUSTOM_TRAINING = "custom_training"
    BOTS = "bots"
    LAN = "lan"
    REPLAY = "replay"
    ONLINE = "online"


TRAINING: Final = frozenset((Kind.FREEPLAY, Kind.CUSTOM_TRAINING))
"""Play without an opponent: kept as training, not in the list of matches."""

WIRE_KINDS: Final[tuple[Kind | None, ...]] = (
    None,
    Kind.FREEPLAY,
    Kind.CUSTOM_TRAINING,
    Kind.BOTS,
    Kind.LAN,
    Kind.REPLAY,
    Kind.ONLINE,
)
"""By number, as a tick has them."""

PHASES: Final[dict[int, str]] = {
    Phase.UNKNOWN: "none",
    Phase.COUNTDOWN: "countdown",
    Phase.ACTIVE: "active",
    Phase.GOAL: "goal",
    Phase.GOAL_REPLAY: "goal_replay",
    Phase.ENDED: "ended",
    Phase.PAUSED: "paused",
    Phase.WAITING: "waiting",
}
"""Names of the phases."""


class View(StrEnum):
    """How much of the overlay is shown."""

    HIDDEN = "hidden"
    MINI = "mini"
    FULL = "full"
    SUMMARY = "summary"
