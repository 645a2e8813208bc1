"""Everything else that the API shows."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field, SecretStr

from rockettrainer.api._match_models import Outcome, PlaylistName


class Code(BaseModel):
    """From a one-time link."""

    code: str = Field(min_length=8, max_length=128, examples=["q3Zk0i3rVJm1y0eX2nJ1bWcU8w6aL5tR"])


class Token(BaseModel):
    """To be sent with every request, as `Authorization: Bearer …`."""

    token: str


class Link(BaseModel):
    """A one-time link that opens the page."""

    url: str = Field(
        examples=["http://127.0.0.1:8787/#/start?code=q3Zk0i3rVJm1y0eX2nJ1bWcU8w6aL5tR"]
    )
    expires_s: float


class StoreInfo(BaseModel):
    """What is stored."""

    matches: int
    replays_bytes: int = Field(description="Of kept replays, compressed.")
    frames_bytes: int


class Me(BaseModel):
    """Your accounts."""

    ids: list[str] = Field(examples=[["steam:76561198000000001"]])
    names: list[str] = Field(examples=[["Ann"]])
    guessed: bool = Field(description="Whether you have not said so yourself.")


class Info(BaseModel):
    """The program and its data."""

    version: str
    analyser: str = Field(description="Version of the metrics.", examples=["0.1.0-f370ecabf51e"])
    home: str = Field(description="The data folder.")
    store: StoreInfo
    replay_folders: list[str]
    watching: bool
    me: Me | None


class MetricInfo(BaseModel):
    """A metric, as the registry declares it."""

    key: str
    name: str
    family: str
    skill: str
    unit: str
    low: float
    high: float | None = Field(description="Null if nothing bounds it.")
    better: Literal["higher", "lower", "neither"]
    definition: str
    source: str
    team: str = Field(description="How a team's value comes about.")
    ballchasing: str | None = Field(description="Its place in ballchasing.com's JSON.")


class Uploaded(BaseModel):
    """What becomes of an upload."""

    job_id: int | None = Field(description="That reads it; null if the match is known already.")
    replay_sha256: str
    match_id: int | None = Field(description="If the match is known already.")


class JobProgress(BaseModel):
    """How far a job is."""

    done: float
    total: float
    text: str


class JobInfo(BaseModel):
    """A piece of work."""

    id: int
    kind: str = Field(examples=["import"])
    key: str
    name: str | None = Field(description="Of the file, or what was asked for.")
    state: Literal["ready", "leased", "done", "dead", "cancelled"]
    progress: JobProgress | None
    attempts: int
    error: str | None = Field(description="Why it failed, for a person.")
    error_kind: str | None = Field(description="The same, for programs.", examples=["truncated"])
    hint: str | None = Field(description="What to do about it.")
    match_id: int | None = Field(description="That came of it, or that it is about.")
    link: str | None = Field(description="To what was uploaded.")
    outcome: str | None = Field(description="What else is to be said of the result.")
    created: str = Field(examples=["2025-08-22T06:27:50+02:00"])
    updated: str


class Reference(BaseModel):
    """Something on ballchasing.com."""

    what: Literal["id", "link", "player", "group"]
    value: str = Field(
        min_length=1,
        max_length=2000,
        examples=["6b9f1d0e-3c5a-4a0e-9d55-1f2a3b4c5d6e"],
        description="A replay's id, a link, a player as steam:76561198000000001, a group's id.",
    )


class NewToken(BaseModel):
    """A token of ballchasing.com; it is never shown again."""

    token: SecretStr = Field(min_length=1, max_length=1000)


class Account(BaseModel):
    """Whose token of ballchasing.com it is."""

    name: str | None
    type: str = Field(description="How much it may ask for.", examples=["regular"])


class Share(BaseModel):
    """Who may see an upload."""

    visibility: Literal["private", "unlisted", "public"] = Field(
        "private", description="Only you, whoever has the link, or everybody."
    )


class JobRef(BaseModel):
    """A job that was queued."""

    job_id: int


class Candidate(BaseModel):
    """Someone you may be."""

    id: str
    name: str
    matches: int
    recorded: int = Field(description="Of these, recorded by that person.")
    last_seen: str
    is_me: bool


class MyAccounts(BaseModel):
    """Which accounts are yours."""

    player_ids: list[Annotated[str, Field(min_length=1, max_length=200)]] = Field(
        max_length=20, examples=[["steam:76561198000000001"]]
    )


class PlaylistRecord(PlaylistName):
    """How you fared in a playlist."""

    matches: int
    wins: int
    losses: int


class Stats(BaseModel):
    """How you fare."""

    matches: int
    wins: int
    losses: int
    streak: int = Field(description="Matches won in a row; negative for those lost.")
    last: int = Field(description="Matches that the averages are over, at most.")
    averages: dict[str, float] = Field(description="By metric.")
    by_playlist: list[PlaylistRecord]


class ProgressPoint(BaseModel):
    """A metric in a match."""

    match_id: int
    date: str
    value: float
    result: Outcome | None


class Progress(BaseModel):
    """A metric over your last matches, the earliest first."""

    metric: str
    points: list[ProgressPoint]
    rolling_median: list[float] = Field(description="Of each match and those before it.")
    window: int = Field(description="Matches that a median is over.")


class AppSettings(BaseModel):
    """What you have chosen."""

    replay_budget_bytes: int = Field(description="Room for originals.", examples=[5_368_709_120])
    frames_budget_bytes: int = Field(description="Room for frames.", examples=[5_368_709_120])
    game_folders: list[str] = Field(description="That are watched because the game has them.")
    watched_folders: list[str] = Field(description="Beside the game's own.")
    ballchasing_token: bool = Field(description="Whether a token of ballchasing.com is there.")
    ballchasing_trouble: str | None = Field(description="Why none can be kept here.")


Folder = Annotated[str, Field(min_length=1, max_length=1000)]


class NewSettings(BaseModel):
    """What to choose anew; what is left out stays."""

    replay_budget_bytes: int | None = Field(None, ge=0, le=2**50, strict=True)
    frames_budget_bytes: int | None = Field(None, ge=0, le=2**50, strict=True)
    watched_folders: list[Folder] | None = Field(None, max_length=20)
