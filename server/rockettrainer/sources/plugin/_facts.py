"""Facts of the match and players out of events."""

from typing import Final

from rockettrainer.match import MatchInfo, Player, Team
from rockettrainer.sources.plugin._events import PlayerSeated, SessionStarted

_SIDES: Final = {0: Team.BLUE, 1: Team.ORANGE}


def info_of(started: SessionStarted) -> MatchInfo:
    """What is known of a match when it begins."""
    return MatchInfo(
        match_guid=started.match_guid or None,
        start_epoch=started.started_at or None,
        map_code=started.map or None,
        match_type=started.match_type or None,
        playlist_id=_known(started.playlist_id),
        team_size=_known(started.team_size),
    )


def player_of(seated: PlayerSeated) -> Player:
    """Who sits down."""
    platform, _, account = seated.id.partition(":")
    return Player(
        id=seated.id,
        platform=platform,
        platform_id=account,
        name=seated.name,
        team=_SIDES.get(-1 if seated.team is None else seated.team, Team.NONE),
        is_bot=seated.is_bot,
    )


def _known(number: int | None) -> int | None:
    return None if number is None or number < 0 else number
