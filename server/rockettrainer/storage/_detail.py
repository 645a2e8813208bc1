"""All that is stored of one match."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from rockettrainer.features import Measured
from rockettrainer.match import MatchInfo, Player, Visible
from rockettrainer.storage._blobs import FrameFile, ReplayFile
from rockettrainer.storage._listing import MatchSummary, seats_of, summary
from rockettrainer.storage._tables import (
    match_players,
    matches,
    player_stats,
    players,
    replays,
    team_stats,
)
from rockettrainer.storage._values import info_of, player_of, visible_of
from rockettrainer.storage._vectors import Vocabulary


@dataclass(frozen=True, slots=True)
class StoredPlayer:
    """A player of a match, with all metrics."""

    player_id: int
    player: Player
    measured: Measured
    is_me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMatch:
    """A match without its frames."""

    summary: MatchSummary
    info: MatchInfo
    visible: Visible
    players: tuple[StoredPlayer, ...]
    """By slot."""
    teams: tuple[Measured, Measured]
    """Blue and orange."""
    source: str
    analyser: str
    analysed_at: int
    imported_at: int
    frames: FrameFile | None
    replays: tuple[ReplayFile, ...]
    """Files that the match came from; the first is the one that was analysed first."""
    stat_names: tuple[str, ...]
    warnings: tuple[str, ...]


def read_match(
    connection: Connection, match_id: int, user_id: int, vocabulary: Vocabulary
) -> StoredMatch | None:
    """A match, or None if there is none of that number."""
    row = connection.execute(select(matches).where(matches.c.id == match_id)).one_or_none()
    if row is None:
        return None
    seats = seats_of(connection, [match_id], user_id).get(match_id, [])
    frames = None
    if row.frames_sha256 is not None:
        frames = FrameFile(row.frames_sha256, row.frames_format, row.frames_rows, row.frames_bytes)
    return StoredMatch(
        summary=summary(row, seats),
        info=info_of(row.details["info"]),
        visible=visible_of(row.details["visible"]),
        players=_players(connection, match_id, user_id, vocabulary),
        teams=_teams(connection, match_id, vocabulary),
        source=row.source,
        analyser=row.analyser,
        analysed_at=row.analysed_at,
        imported_at=row.imported_at,
        frames=frames,
        replays=_replays(connection, match_id),
        stat_names=tuple(row.details["stat_names"]),
        warnings=tuple(row.details["warnings"]),
    )


def _players(
    connection: Connection, match_id: int, user_id: int, vocabulary: Vocabulary
) -> tuple[StoredPlayer, ...]:
    who = (players.c.account, players.c.platform, players.c.is_bot, players.c.user_id)
    query = (
        select(match_players, *who, player_stats.c.vector, player_stats.c.missing)
        .select_from(match_players)
        .join(players, players.c.id == match_players.c.player_id)
        .join(
            player_stats,
            (player_stats.c.match_id == match_players.c.match_id)
            & (player_stats.c.slot == match_players.c.slot),
        )
        .where(match_players.c.match_id == match_id)
        .order_by(match_players.c.slot)
    )
    return tuple(
        StoredPlayer(
            row["player_id"],
            player_of(row),
            vocabulary.measured(connection, row["vector"], row["missing"]),
            row["user_id"] == user_id,
        )
        for row in connection.execute(query).mappings().all()
    )


def _teams(
    connection: Connection, match_id: int, vocabulary: Vocabulary
) -> tuple[Measured, Measured]:
    query = select(team_stats).where(team_stats.c.match_id == match_id).order_by(team_stats.c.team)
    blue, orange = connection.execute(query).all()
    return (
        vocabulary.measured(connection, blue.vector, blue.missing),
        vocabulary.measured(connection, orange.vector, orange.missing),
    )


def _replays(connection: Connection, match_id: int) -> tuple[ReplayFile, ...]:
    known = replays.c
    query = select(known.sha256, known.file_bytes, known.packed_bytes, known.file_name)
    ordered = query.where(known.match_id == match_id).order_by(known.imported_at, known.sha256)
    return tuple(ReplayFile(*row) for row in connection.execute(ordered))
