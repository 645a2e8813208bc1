"""A record as rows."""

import time
import unicodedata
from typing import Any

from rockettrainer.match import Player, Team
from rockettrainer.storage._record import MatchRecord, known_id
from rockettrainer.storage._values import (
    clean_text,
    info_json,
    plain,
    player_json,
    visible_names,
)

Row = dict[str, Any]


def folded(text: str) -> str:
    """Text as it is searched: without case, and in one spelling of accents and widths."""
    return unicodedata.normalize("NFKC", clean_text(text)).casefold()


def match_row(record: MatchRecord) -> Row:
    """The facts of a match; what identifies it and when it came are not among them."""
    info, frames = record.info, record.frames
    blue, orange = info.score or (None, None)
    names = [info.name or "", *(player.name for player in record.roster)]
    return {
        "source": clean_text(record.source),
        "played_at": record.played_at,
        "name": None if info.name is None else clean_text(info.name),
        "playlist_key": info.playlist.key if info.playlist else None,
        "mode": info.mode.value if info.mode else None,
        "map_code": None if info.map_code is None else clean_text(info.map_code).lower(),
        "team_size": info.team_size,
        "blue_score": blue,
        "orange_score": orange,
        "overtime": info.overtime,
        "forfeit": info.forfeit,
        "duration_s": info.duration_s,
        "analyser": record.analyser,
        "analysed_at": int(time.time()),
        "frames_sha256": frames.sha256 if frames else None,
        "frames_format": frames.format if frames else None,
        "frames_rows": frames.rows if frames else None,
        "frames_bytes": frames.bytes if frames else None,
        "search_text": folded("\n".join(names)),
        "details": {
            "info": info_json(info),
            "visible": visible_names(record.visible),
            "stat_names": plain(record.stat_names),
            "warnings": plain(record.warnings),
        },
    }


def new_match_row(record: MatchRecord) -> Row:
    """The same with what stays when a match is analysed anew."""
    return {
        "match_guid": known_id(record.info.match_guid),
        "replay_id": known_id(record.info.replay_id),
        "pinned": False,
        "imported_at": int(time.time()),
        **match_row(record),
    }


def player_row(player: Player, played_at: int) -> Row:
    """A person or bot."""
    return {
        "account": clean_text(player.id),
        "platform": clean_text(player.platform),
        "name": clean_text(player.name),
        "search_text": folded(player.name),
        "last_played_at": played_at,
        "is_bot": player.is_bot,
    }


def match_player_row(record: MatchRecord, player: Player) -> Row:
    """What a player did in a match, on the scoreboard."""
    line = player.header_stats
    return {
        "name": clean_text(player.name),
        "team": int(player.team),
        "result": _result(record.info.score, player.team),
        "is_recorder": player.name == record.info.recorded_by,
        "score": line.score if line else None,
        "goals": line.goals if line else None,
        "assists": line.assists if line else None,
        "saves": line.saves if line else None,
        "shots": line.shots if line else None,
        "details": player_json(player),
    }


def _result(score: tuple[int, int] | None, team: Team) -> str | None:
    """None for a draw too: matches do not end in one, unless the score was not seen to its end."""
    if score is None or team is Team.NONE or score[0] == score[1]:
        return None
    winner = Team.BLUE if score[0] > score[1] else Team.ORANGE
    return "win" if team is winner else "loss"
