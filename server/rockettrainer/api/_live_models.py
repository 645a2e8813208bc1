"""What is live, in the API's models."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

Code = Annotated[str, Field(min_length=1, max_length=64, examples=["A503-264C-A7EB-D282"])]
Plain = Annotated[str, Field(min_length=1, max_length=120)]


class LiveNow(BaseModel):
    """The last panel and state, as the WebSocket sends them."""

    panel: dict[str, object]
    state: dict[str, object]


class OverlayAddress(BaseModel):
    """Where the overlay is; the address holds a key that is good for looking on."""

    url: str = Field(examples=["http://127.0.0.1:8787/overlay.html#key=…"])


class LiveMe(BaseModel):
    """You, in a session."""

    name: str
    team: int


class Finding(BaseModel):
    """A number that stands out from what is usual for you."""

    key: str
    name: str
    value: float
    unit: str
    usual: float | None = Field(description="Median of your last matches.")
    usual_matches: int
    text: str


class LiveGoal(BaseModel):
    """A goal."""

    time_s: float = Field(description="Seconds of play.")
    team: int
    player: str | None


class LiveSummary(BaseModel):
    """A session that is over."""

    session: str
    match_id: int | None = Field(description="Null where it is no match to keep.")
    source: Literal["plugin", "stats_api"]
    kind: str | None
    result: Literal["win", "loss"] | None
    score: tuple[int, int] | None
    me: LiveMe | None
    headline: str
    strengths: list[Finding]
    leaks: list[Finding]
    goals: list[LiveGoal]
    unseen: list[str] = Field(description="What the source does not show.")
    partial: bool = Field(description="Whether some of it was missed.")
    matches: int = Field(description="Stored by now.")


class PackWanted(BaseModel):
    """A training pack to load."""

    code: Code
    title: Plain = Field("Training pack", description="What you are told in the game.")


class PackState(BaseModel):
    """What has become of it."""

    code: str
    title: str
    status: Literal["waiting", "sent", "done", "refused", "cancelled"]
    reason: str


class Notice(BaseModel):
    """Something to show in the game."""

    title: Plain
    text: Annotated[str, Field(min_length=1, max_length=400)]
    seconds: float = Field(3.5, ge=1, le=15)
