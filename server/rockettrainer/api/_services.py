"""What routes work with."""

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Path
from starlette.requests import HTTPConnection

from rockettrainer.api._access import Access
from rockettrainer.api._hub import Hub
from rockettrainer.api._problems import ProblemError
from rockettrainer.library import Folders, FrameCache, Library, Watcher
from rockettrainer.live import Live, StatsApiFeed
from rockettrainer.storage import StoredMatch

LARGEST_ID = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Services:
    """All of it."""

    library: Library
    frames: FrameCache
    folders: Folders
    port: int
    live: Live
    access: Access = field(default_factory=Access)
    hub: Hub = field(default_factory=Hub)
    watcher: Watcher | None = None
    stats_api: StatsApiFeed | None = None

    @property
    def overlay(self) -> str:
        """The overlay's address, which stays good; what is behind the # goes into no request."""
        return f"http://127.0.0.1:{self.port}/overlay.html#key={self.access.view_token}"

    def link(self) -> str:
        """An address that opens the page, once."""
        return f"http://127.0.0.1:{self.port}/#/start?code={self.access.new_code()}"


def _services(connection: HTTPConnection) -> Services:
    found: Services = connection.app.state.services
    return found


Ours = Annotated[Services, Depends(_services)]

MatchId = Annotated[int, Path(ge=1, le=LARGEST_ID, description="Of a match.", examples=[1])]
JobId = Annotated[int, Path(ge=1, le=LARGEST_ID, description="Of a job.", examples=[1])]


def no_match(match_id: int) -> ProblemError:
    """There is none of that number."""
    hint = "It may have been deleted."
    return ProblemError(404, f"there is no match {match_id}", hint=hint)


def _match(services: Ours, match_id: MatchId) -> StoredMatch:
    match = services.library.store.match(match_id)
    if match is None:
        raise no_match(match_id)
    return match


Match = Annotated[StoredMatch, Depends(_match)]
"""The match that the path names."""
