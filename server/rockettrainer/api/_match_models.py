"""Matches, as the API shows them."""

from typing import Literal

from pydantic import BaseModel, Field

Side = Literal["blue", "orange", "none"]
Outcome = Literal["win", "loss"]
EventName = Literal[
    "goal",
    "demolition",
    "big_pad",
    "small_pad",
    "shot",
    "save",
    "assist",
    "kickoff",
    "overtime",
    "touch",
]


class PlaylistName(BaseModel):
    """A playlist; null if the source does not say which."""

    key: str | None = Field(examples=["ranked-doubles"])
    name: str | None = Field(examples=["Ranked Doubles"])


class MapName(BaseModel):
    """A map."""

    code: str | None = Field(description="Null if it is not known.", examples=["cs_p"])
    name: str = Field(examples=["Champions Field"])


class SummaryPlayer(BaseModel):
    """A player in a list. Names are whatever people chose: show them as text, never as markup."""

    id: str = Field(description="Platform and account.", examples=["steam:76561198000000001"])
    name: str = Field(examples=["Ann"])
    team: Side
    bot: bool
    is_me: bool
    score: int | None = Field(description="Null if the scoreboard does not list the player.")
    goals: int | None


class MatchSummary(BaseModel):
    """A line of the list of matches. Null where the source does not say."""

    id: int = Field(examples=[1])
    name: str | None = Field(description="Given by who saved the replay.", examples=["Great save"])
    date: str = Field(description="Local time.", examples=["2025-08-22T06:27:50+02:00"])
    playlist: PlaylistName
    map: MapName
    team_size: int | None = Field(examples=[2])
    score: tuple[int, int] | None = Field(description="Blue and orange.", examples=[[3, 1]])
    overtime: bool | None
    forfeit: bool | None
    duration_s: float | None = Field(examples=[312.4])
    result: Outcome | None = Field(description="For you; null if it is not known, or not yours.")
    my_team: Literal["blue", "orange"] | None
    players: list[SummaryPlayer]
    source: str = Field(description="What made the match.", examples=["replay"])
    warnings_count: int


class MatchPage(BaseModel):
    """Some matches, the latest first."""

    items: list[MatchSummary]
    next_cursor: str | None = Field(description="Of the page that follows; null on the last.")
    total_estimate: int = Field(description="Matches on all pages.")


class CarName(BaseModel):
    """A car; null what is not known of it."""

    body_id: int | None = Field(examples=[23])
    name: str | None = Field(examples=["Octane"])
    hitbox: str | None = Field(examples=["Octane"])


class DetailPlayer(BaseModel):
    """A player with all metrics: each is either in `metrics` or, with a reason, in `missing`."""

    id: str = Field(examples=["steam:76561198000000001"])
    name: str = Field(examples=["Ann"])
    team: Side
    bot: bool
    is_me: bool
    score: int | None
    goals: int | None
    car: CarName
    spans_s: list[tuple[float, float]] = Field(description="Recording time of each stay.")
    metrics: dict[str, float] = Field(examples=[{"boost_collected": 1834.0}])
    missing: dict[str, str] = Field(examples=[{"drop_shots": "the mode has none"}])


class DetailTeam(BaseModel):
    """A team's metrics."""

    name: Literal["blue", "orange"]
    metrics: dict[str, float]
    missing: dict[str, str]


class MatchEvent(BaseModel):
    """Something that happened at one moment."""

    kind: EventName
    time_s: float = Field(description="Since the recording began.")
    match_s: float = Field(description="Seconds of play before it; all breaks are cut out.")
    player: str | None = Field(description="Id of who did it.")
    other: str | None = Field(description="Id of whom it was done to.")
    detail: int | None = Field(
        description="Goal, touch: the team, 0 is blue. Pads: the pad's place in the map's table."
    )
    value: float | None = Field(
        description="Pads: boost before, 0 to 100. Touch: change of the ball's speed, uu/s."
    )
    position: tuple[float, float, float] | None = Field(description="Where, uu.")


class FramesInfo(BaseModel):
    """What there is of frames."""

    available: bool
    count: int
    bytes: int


class MatchDetail(BaseModel):
    """All of a match but its frames."""

    id: int
    name: str | None
    date: str
    playlist: PlaylistName
    map: MapName
    team_size: int | None
    score: tuple[int, int] | None
    overtime: bool | None
    forfeit: bool | None
    duration_s: float | None
    result: Outcome | None
    my_team: Literal["blue", "orange"] | None
    source: str
    warnings_count: int
    build: str | None = Field(description="Of the game.", examples=["250811.43331.492665"])
    mode: str | None = Field(description="Rules that it was played by.", examples=["soccar"])
    sees: list[str] = Field(description="What the source shows.", examples=[["positions"]])
    players: list[DetailPlayer]
    teams: list[DetailTeam]
    events: list[MatchEvent]
    warnings: list[str] = Field(description="What to know of this recording.")
    analyser: str = Field(description="Version of the metrics.", examples=["0.1.0-f370ecabf51e"])
    outdated: bool = Field(description="Whether this version of the program measures otherwise.")
    original: bool = Field(description="Whether the replay itself is kept.")
    file_name: str | None = Field(description="Of the replay when it was handed in.")
    frames: FramesInfo


class SeriesPlayer(BaseModel):
    """A player's columns, those that were asked for; null where unknown."""

    id: str
    boost: list[float | None] | None = Field(None, description="0 to 100.")
    speed_uu_s: list[float | None] | None = None
    height_uu: list[float | None] | None = None
    ball_distance_uu: list[float | None] | None = None
    score: list[float | None] | None = None


class MatchSeries(BaseModel):
    """Columns over time, at even moments."""

    hz: float
    time_s: list[float] = Field(description="Since the recording began.")
    match_s: list[float]
    players: list[SeriesPlayer]
    team_score: list[tuple[float | None, float | None]] = Field(description="Blue and orange.")


class MatchHeatmap(BaseModel):
    """Seconds in each square of the field while the ball was in play."""

    x_edges: list[float] = Field(description="uu; one more than there are squares.")
    y_edges: list[float] = Field(description="uu, along the field; blue's goal comes first.")
    seconds: list[list[float]] = Field(description="By x, then by y.")
