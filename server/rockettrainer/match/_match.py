"""A match: whatever was seen of a game, on one clock."""

from dataclasses import dataclass, field
from functools import cached_property

from rockettrainer.match._arenas import Arena, arena_for
from rockettrainer.match._events import Events
from rockettrainer.match._frames import Frames
from rockettrainer.match._playlists import MODES, Aspect, Mode, Playlist, mode_for, playlist_for
from rockettrainer.match._roster import Roster
from rockettrainer.match._visible import Visible


@dataclass(frozen=True, kw_only=True)
class MatchInfo:
    """Facts about a match as a whole; None where the source does not say."""

    replay_id: str | None = None
    match_guid: str | None = None
    name: str | None = None
    recorded_by: str | None = None
    date: str | None = None
    """Local time of the recorder, ``YYYY-MM-DD HH:MM:SS``."""
    start_epoch: int | None = None
    """Seconds since 1970 at kickoff, by the game's server."""
    build_version: str | None = None
    map_code: str | None = None
    match_type: str | None = None
    playlist_id: int | None = None
    team_size: int | None = None
    score: tuple[int, int] | None = None
    """Goals of blue and orange."""
    overtime: bool | None = None
    forfeit: bool | None = None
    duration_s: float | None = None
    """Seconds from the first kickoff to the end, goal replays left out."""
    server_name: str | None = None
    server_region: str | None = None
    ball_archetype: str | None = None

    @cached_property
    def playlist(self) -> Playlist | None:
        """The playlist, None if unknown."""
        return playlist_for(self.playlist_id, self.match_type)

    @cached_property
    def arena(self) -> Arena:
        """The arena; its kind says when nothing is known of it."""
        playlist = self.playlist
        return arena_for(
            self.map_code, standard_playlist=playlist is not None and playlist.standard_field
        )

    @cached_property
    def mode(self) -> Mode | None:
        """The rules played by, None if unknown."""
        return mode_for(self.playlist, self.ball_archetype)

    def why_not(self, aspect: Aspect) -> str | None:
        """Why an aspect of soccar does not hold in this match; None if it does."""
        return None if self.mode is None else MODES[self.mode].why_not(aspect)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a source saw of a game. Everything after the sources is the same code for all."""

    info: MatchInfo
    roster: Roster
    visible: Visible
    """What is seen of everybody."""
    frames: Frames
    events: Events
    also_visible: tuple[Visible, ...] = ()
    """What is seen of each slot beyond that; empty where it is nothing."""
    stat_names: tuple[str, ...] = ()
    """Names of the `EventKind.STAT` events, by their detail."""
    warnings: tuple[str, ...] = field(default=())
    """What a person should know of this source, in plain sentences."""

    @property
    def teams(self) -> tuple[int, ...]:
        """Team of each slot: 0 blue, 1 orange, -1 unknown."""
        return tuple(int(player.team) for player in self.roster)
