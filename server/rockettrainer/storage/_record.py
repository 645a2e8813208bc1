"""A match on its way into the store."""

import hashlib
import re
import time
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self

from rockettrainer import __version__
from rockettrainer.features import METRICS, Analysis
from rockettrainer.match import Match, MatchInfo, Roster, Visible
from rockettrainer.storage._blobs import FrameFile, ReplayFile
from rockettrainer.storage._values import clean_text

_RELEASE: Final = 1_420_070_400
"""2015-01-01: the game came out that year; what claims to be older has a broken date."""

_NO_ID: Final = re.compile(r"[0-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRecord:
    """All that is stored of a match; the frames are in their file already."""

    info: MatchInfo
    roster: Roster
    visible: Visible
    analysis: Analysis
    analyser: str
    """Which version of the metrics the analysis is by: see `analyser_version`."""
    played_at: int
    """Seconds since 1970, UTC."""
    source: str = "replay"
    """What made the match: ``replay``, ``live``, ``simulation``."""
    replay: ReplayFile | None = None
    frames: FrameFile | None = None
    stat_names: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        match: Match,
        analysis: Analysis,
        *,
        replay: ReplayFile | None = None,
        frames: FrameFile | None = None,
        source: str = "replay",
    ) -> Self:
        """The record of a match, analysed by this version."""
        return cls(
            info=match.info,
            roster=match.roster,
            visible=match.visible,
            analysis=analysis,
            analyser=analyser_version(),
            played_at=played_at(match.info),
            source=source,
            replay=replay,
            frames=frames,
            stat_names=match.stat_names,
            warnings=match.warnings,
        )


def analyser_version() -> str:
    """Name of the present metrics: another one means that matches can be analysed anew."""
    parts = [f"{m.key}|{m.unit}|{m.definition}|{m.source}" for m in METRICS]
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return f"{__version__}-{digest[:12]}"


def played_at(info: MatchInfo, now: float | None = None) -> int:
    """When a match was played.

    Older replays only say the local time of who recorded them; it is taken for the local time
    here, for most replays were recorded on the machine that reads them.

    Args:
        info: Facts of the match.
        now: Stands in where the match says nothing; the present by default.
    """
    latest = (time.time() if now is None else now) + 86_400
    for moment in (info.start_epoch, _local(info.date)):
        if moment is not None and _RELEASE <= moment <= latest:
            return moment
    return int(latest) - 86_400


def known_id(identity: str | None) -> str | None:
    """A match's or replay's id; None for the zeros that some have in its place."""
    return None if identity is None or _NO_ID.fullmatch(identity) else clean_text(identity)


def _local(date: str | None) -> int | None:
    try:
        moment = datetime.strptime(date or "", "%Y-%m-%d %H:%M:%S")  # noqa: DTZ007 (local time)
        return int(moment.timestamp())
    except (ValueError, OverflowError, OSError):
        return None
