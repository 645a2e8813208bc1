"""A match that was seen live, and its replay: one match, with what either shows.

The replay's analysis wins, for it is of the whole match and can be made again. What a replay cannot
show, such as the stick, stays as it was seen live.
"""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, func, update

from rockettrainer.features import METRICS, Analysis, Measured
from rockettrainer.match import Roster, Visible
from rockettrainer.storage._detail import StoredMatch
from rockettrainer.storage._record import MatchRecord, known_id
from rockettrainer.storage._tables import matches
from rockettrainer.storage._values import clean_text

REPLAY = "replay"
LIVE = "live"


def merged(stored: StoredMatch, record: MatchRecord) -> MatchRecord | None:
    """One record of a match that is stored and comes again from another source.

    Args:
        stored: What is there.
        record: What comes.

    Returns:
        What to put in its place; None if what is there stays.
    """
    if (stored.source, record.source) == (LIVE, REPLAY):
        return completed(record, record_of(stored))
    if (stored.source, record.source) == (REPLAY, LIVE):
        return completed(record_of(stored), record)
    return None


def completed(record: MatchRecord, other: MatchRecord) -> MatchRecord:
    """A record with the metrics that only another one's source could see.

    Args:
        record: That wins wherever it has seen something.
        other: Of the same match.
    """
    if not other.visible & ~record.visible:
        return record
    rows = zip(other.roster, other.analysis.players, strict=True)
    by_account = {clean_text(player.id): measured for player, measured in rows}
    players = tuple(
        _completed(measured, by_account.get(clean_text(player.id)), record.visible)
        for player, measured in zip(record.roster, record.analysis.players, strict=True)
    )
    blue, orange = (
        _completed(mine, theirs, record.visible)
        for mine, theirs in zip(record.analysis.teams, other.analysis.teams, strict=True)
    )
    visible = record.visible | other.visible
    return replace(record, analysis=Analysis(players, (blue, orange)), visible=visible)


def record_of(stored: StoredMatch) -> MatchRecord:
    """A stored match as a record again."""
    return MatchRecord(
        info=stored.info,
        roster=Roster(tuple(player.player for player in stored.players)),
        visible=stored.visible,
        analysis=Analysis(tuple(player.measured for player in stored.players), stored.teams),
        analyser=stored.analyser,
        played_at=stored.summary.played_at,
        source=stored.source,
        frames=stored.frames,
        stat_names=stored.stat_names,
        warnings=stored.warnings,
    )


def note_identity(connection: Connection, match_id: int, record: MatchRecord) -> None:
    """Gives a match the ids that it was stored without."""
    ids = {
        "match_guid": known_id(record.info.match_guid),
        "replay_id": known_id(record.info.replay_id),
    }
    values = {name: func.coalesce(matches.c[name], value) for name, value in ids.items() if value}
    if values:
        connection.execute(update(matches).where(matches.c.id == match_id).values(values))


def _completed(measured: Measured, other: Measured | None, visible: Visible) -> Measured:
    more: Mapping[str, float] = {} if other is None else other.metrics
    unseen = {m.key for m in METRICS if m.needs not in visible}
    added = {key: value for key, value in more.items() if key in unseen}
    missing = {key: why for key, why in measured.missing.items() if key not in added}
    return Measured(measured.metrics | added, missing)
