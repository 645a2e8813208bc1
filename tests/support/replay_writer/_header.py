"""The header: version, and a list of named properties."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from ._bytes import integer, listing, long_integer, real, text
from .dialect import Dialect
from .events import Goal
from .script import Account, MatchFacts, MatchScript, Platform, Player, Scoreline

_PLATFORM_NAMES = {
    Platform.SPLIT_SCREEN: "OnlinePlatform_Unknown",
    Platform.STEAM: "OnlinePlatform_Steam",
    Platform.PLAYSTATION: "OnlinePlatform_PS4",
    Platform.XBOX: "OnlinePlatform_Dingo",
    Platform.SWITCH: "OnlinePlatform_NNX",
    Platform.PSYNET: "OnlinePlatform_PsyNet",
    Platform.EPIC: "OnlinePlatform_Epic",
}


class Properties:
    """A list of properties under construction."""

    def __init__(self) -> None:
        self._packed = bytearray()

    def whole(self, name: str, value: int) -> Self:
        """Adds an integer."""
        return self._add(name, "IntProperty", integer(value))

    def real(self, name: str, value: float) -> Self:
        """Adds a float."""
        return self._add(name, "FloatProperty", real(value))

    def text(self, name: str, value: str) -> Self:
        """Adds a text."""
        return self._add(name, "StrProperty", text(value))

    def name(self, name: str, value: str) -> Self:
        """Adds a name, which is a text from the game's own vocabulary."""
        return self._add(name, "NameProperty", text(value))

    def flag(self, name: str, *, on: bool) -> Self:
        """Adds a yes or no."""
        # Its byte is not counted as part of the property's size.
        return self._add(name, "BoolProperty", bytes([on]), size=0)

    def long(self, name: str, value: int) -> Self:
        """Adds a 64-bit integer."""
        return self._add(name, "QWordProperty", long_integer(value))

    def platform(self, value: Platform) -> Self:
        """Adds where an account lives."""
        packed = text("OnlinePlatform") + text(_PLATFORM_NAMES[value])
        return self._add("Platform", "ByteProperty", packed)

    def array(self, name: str, entries: Iterable[Properties]) -> Self:
        """Adds a list of lists of properties."""
        return self._add(name, "ArrayProperty", listing(entry.packed() for entry in entries))

    def structure(self, name: str, kind: str, fields: Properties) -> Self:
        """Adds a list of properties as one."""
        return self._add(name, "StructProperty", text(kind) + fields.packed())

    def packed(self) -> bytes:
        """The list with its closing entry."""
        return bytes(self._packed) + text("None")

    def _add(self, name: str, kind: str, value: bytes, size: int | None = None) -> Self:
        declared = len(value) if size is None else size
        self._packed += text(name) + text(kind) + integer(declared) + integer(0) + value
        return self


def packed_header(script: MatchScript, dialect: Dialect) -> bytes:
    """The header section's content."""
    major, minor = dialect.version
    versions = integer(major) + integer(minor)
    if dialect.net_version is not None:
        versions += integer(dialect.net_version)
    return versions + text("TAGame.Replay_Soccar_TA") + _properties(script, dialect).packed()


def goals_of(script: MatchScript) -> list[tuple[int, Goal]]:
    """The goals of a script with the frames they fall in."""
    return [
        (frame, event)
        for frame, moment in enumerate(script.moments)
        for event in moment.events
        if isinstance(event, Goal)
    ]


def _properties(script: MatchScript, dialect: Dialect) -> Properties:
    facts, goals = script.facts, goals_of(script)
    properties = Properties().whole("TeamSize", facts.team_size)
    _add_outcome(properties, facts, [goal.scorer.team for _, goal in goals])
    properties.array("Goals", (_goal(frame, goal) for frame, goal in goals))
    listed = [(player, player.header) for player in script.roster]
    lines = [_player_line(player, line) for player, line in listed if line is not None]
    if lines:
        properties.array("PlayerStats", lines)
    _add_facts(properties, facts)
    properties.text("BuildVersion", dialect.build).real("RecordFPS", facts.record_fps)
    properties.real("KeyframeDelay", 10.0).whole("MaxChannels", dialect.channels)
    return properties.whole("NumFrames", len(script.moments))


def _add_outcome(properties: Properties, facts: MatchFacts, scored: list[int]) -> None:
    score = facts.score or (scored.count(0), scored.count(1))
    for team, goals in enumerate(score):
        # A team that has not scored is not mentioned.
        if goals:
            properties.whole(f"Team{team}Score", goals)
    if facts.unfair_team_size is not None:
        properties.whole("UnfairTeamSize", facts.unfair_team_size)
    if facts.seconds_played is not None:
        properties.real("TotalSecondsPlayed", facts.seconds_played)
    if facts.start_epoch is not None:
        properties.long("MatchStartEpoch", facts.start_epoch)
    if facts.forfeit:
        properties.flag("bForfeit", on=True)


def _add_facts(properties: Properties, facts: MatchFacts) -> None:
    texts = {"Id": facts.replay_id, "Date": facts.date, "MatchGUID": facts.match_guid}
    texts |= {"ReplayName": facts.name, "PlayerName": facts.recorded_by}
    for name, value in texts.items():
        if value:
            properties.text(name, value)
    properties.name("MapName", facts.map_code).name("MatchType", facts.match_type)


def _goal(frame: int, goal: Goal) -> Properties:
    properties = Properties().whole("frame", frame).text("PlayerName", goal.scorer.name)
    return properties.whole("PlayerTeam", goal.scorer.team)


def _player_line(player: Player, line: Scoreline) -> Properties:
    account = player.account or Account(Platform.SPLIT_SCREEN)
    properties = Properties().text("Name", player.name).platform(account.platform)
    properties.long("OnlineID", account.number).whole("Team", player.team)
    properties.whole("Score", line.score).whole("Goals", line.goals)
    properties.whole("Assists", line.assists).whole("Saves", line.saves)
    properties.whole("Shots", line.shots).flag("bBot", on=player.account is None)
    fields = Properties().long("Uid", account.number).text("EpicAccountId", _epic_id(account))
    return properties.structure("PlayerID", "UniqueNetId", fields.platform(account.platform))


def _epic_id(account: Account) -> str:
    return account.text if account.platform is Platform.EPIC else ""
