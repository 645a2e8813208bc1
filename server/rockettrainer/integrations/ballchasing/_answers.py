"""What the service answers, as far as we use it. All of it is checked; the rest is ignored."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from rockettrainer.integrations.ballchasing._errors import BallchasingError, Fault
from rockettrainer.integrations.ballchasing._pace import Tier
from rockettrainer.integrations.ballchasing._reference import GROUP_ID, REPLAY_ID

ReplayId = Annotated[str, Field(pattern=REPLAY_ID)]
GroupId = Annotated[str, Field(pattern=GROUP_ID)]


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class Account(_Answer):
    """Whose token it is."""

    name: str | None = None
    steam_id: str | None = None
    type: Tier = Tier.REGULAR

    @field_validator("type", mode="before")
    @classmethod
    def _known(cls, value: object) -> object:
        """A type that we do not know gets the lowest limits."""
        return value if value in list(Tier) else Tier.REGULAR.value


class ReplayStatus(StrEnum):
    """How far the service is with a replay."""

    OK = "ok"
    PENDING = "pending"
    FAILED = "failed"


class Listed(_Answer):
    """A replay in a list."""

    id: ReplayId
    rocket_league_id: str | None = None
    """The game's id of the recording: `MatchInfo.replay_id`."""
    title: str | None = Field(default=None, validation_alias="replay_title")
    date: str | None = None


class Replay(_Answer):
    """A replay's facts; one that is pending or failed has hardly any."""

    id: ReplayId
    status: ReplayStatus
    rocket_league_id: str | None = None
    match_guid: str | None = None
    title: str | None = None
    date: str | None = None
    playlist_id: str | None = None
    map_code: str | None = None
    duration: float | None = None
    """Seconds."""
    visibility: str | None = None


class Group(_Answer):
    """A group of replays, and of groups."""

    id: GroupId
    name: str | None = None


class Created(_Answer):
    """The answer to an upload."""

    id: ReplayId


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A replay that is on the service."""

    id: str
    duplicate: bool
    """It was there before, and who sees it stays as it was."""

    @property
    def link(self) -> str:
        """Its page."""
        return f"https://ballchasing.com/replay/{self.id}"


class ReplayPage(_Answer):
    """Some replays of a list."""

    items: list[Listed] = Field(validation_alias="list")
    next: str | None = None


class GroupPage(_Answer):
    """Some groups of a list; the service leaves the list out if it is empty."""

    items: list[Group] = Field(default=[], validation_alias="list")
    next: str | None = None


AnswerT = TypeVar("AnswerT", bound=_Answer)


def read(kind: type[AnswerT], content: bytes) -> AnswerT:
    """Reads an answer.

    Raises:
        BallchasingError: It is no JSON, or not of the documented shape.
    """
    try:
        return kind.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"][:4]))
        raise BallchasingError(
            Fault.BAD_ANSWER,
            f"ballchasing.com answered in a shape we do not know ({place or 'no JSON'})",
        ) from None
