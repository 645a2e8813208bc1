"""The service's API, as far as we use it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Self, TypeVar

import httpx

from rockettrainer import __version__
from rockettrainer.integrations.ballchasing._answers import (
    Account,
    Created,
    Group,
    GroupPage,
    Listed,
    Replay,
    ReplayPage,
    Uploaded,
    read,
)
from rockettrainer.integrations.ballchasing._errors import BallchasingError, Fault
from rockettrainer.integrations.ballchasing._pace import HOUR_S, Clock, Endpoint, Pace, SystemClock
from rockettrainer.integrations.ballchasing._reference import Reference, ReferenceKind
from rockettrainer.integrations.ballchasing._tokens import checked_token
from rockettrainer.integrations.ballchasing._wire import Answer, Call, Wire
from rockettrainer.sources import LARGEST_REPLAY_BYTES

MAX_PAGES: Final = 2000
MAX_GROUPS: Final = 2000
"""Below one group: more than any tournament has."""
_BASE: Final = "https://ballchasing.com/api/"
_PAGE_SIZE: Final = "200"
"""The most the service gives."""
_TIMEOUT: Final = httpx.Timeout(30.0, connect=10.0)
_MARK: Final = b"TAGame."
"""Stands within the first bytes of each replay: the name of its class."""


class Visibility(StrEnum):
    """Who sees a replay."""

    PRIVATE = "private"
    UNLISTED = "unlisted"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class ReplayFilter:
    """Which replays to list."""

    player: str | None = None
    """With the platform, as ``steam:76561190000000000``."""
    group: str | None = None
    """Those of groups below it are not listed."""

    def params(self) -> dict[str, str]:
        """As the service takes them, the latest match first."""
        asked = {"player-id": self.player, "group": self.group}
        known = {name: value for name, value in asked.items() if value is not None}
        return {**known, "count": _PAGE_SIZE, "sort-by": "replay-date", "sort-dir": "desc"}


class Client:
    """Calls the service for one account, from one thread, within the limits of the account.

    Args:
        token: The account's.
        transport: What carries the calls; the network by default.
        clock: To wait by.
        patience_s: The longest wait for a limit; where more is needed, a call fails and says how
            long. The default outlasts every documented limit.
        on_wait: Told of each wait of some seconds beforehand.

    Raises:
        BallchasingError: The token cannot be one.
    """

    def __init__(
        self,
        token: str,
        *,
        transport: httpx.BaseTransport | None = None,
        clock: Clock | None = None,
        patience_s: float = HOUR_S + 60,
        on_wait: Callable[[float], None] | None = None,
    ) -> None:
        clock = clock or SystemClock()
        self._pace = Pace(clock)
        self._http = httpx.Client(
            base_url=_BASE,
            headers={
                "Authorization": checked_token(token),  # alone: the service knows no "Bearer"
                "Accept-Encoding": "gzip",
                "User-Agent": f"RocketTrainer/{__version__}",
            },
            timeout=_TIMEOUT,
            transport=transport,
        )
        self._wire = Wire(self._http, self._pace, clock, patience_s, on_wait)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def __repr__(self) -> str:
        return f"Client(token=<hidden>, tier={self._pace.tier.value!r})"

    def ping(self) -> Account:
        """Whose token it is; from now on the limits are those of the account's type."""
        account = read(Account, self._get(Endpoint.PING, "").content)
        self._pace.tier = account.type
        return account

    def replay(self, replay_id: str) -> Replay:
        """A replay's facts."""
        path = f"replays/{_id(ReferenceKind.REPLAY, replay_id)}"
        return read(Replay, self._get(Endpoint.ITEM, path).content)

    def replay_file(self, replay_id: str) -> bytes:
        """The file that the game saved, of at most `LARGEST_REPLAY_BYTES`."""
        path = f"replays/{_id(ReferenceKind.REPLAY, replay_id)}/file"
        content = self._wire.send(Call(Endpoint.FILE, path, max_bytes=LARGEST_REPLAY_BYTES)).content
        if not _is_replay(content):
            raise BallchasingError(Fault.BAD_ANSWER, "ballchasing.com sent no replay file")
        return content

    def replays(self, wanted: ReplayFilter) -> Iterator[Listed]:
        """Lists replays, the latest match first, page after page as they are needed."""
        for page in self._pages(ReplayPage, "replays", wanted.params()):
            yield from page.items

    def group(self, group_id: str) -> Group:
        """A group's facts."""
        path = f"groups/{_id(ReferenceKind.GROUP, group_id)}"
        return read(Group, self._get(Endpoint.ITEM, path).content)

    def groups(self, parent: str) -> Iterator[Group]:
        """Lists the groups right below one."""
        params = {"group": _id(ReferenceKind.GROUP, parent), "count": _PAGE_SIZE}
        for page in self._pages(GroupPage, "groups", params):
            yield from page.items

    def group_replays(self, group_id: str) -> Iterator[Listed]:
        """Lists the replays of a group and of all groups below it, each group once."""
        waiting, seen = [_id(ReferenceKind.GROUP, group_id)], {group_id}
        while waiting:
            current = waiting.pop()
            yield from self.replays(ReplayFilter(group=current))
            below = [group.id for group in self.groups(current) if group.id not in seen]
            seen.update(below)
            if len(seen) > MAX_GROUPS:
                message = f"there are more than {MAX_GROUPS} groups below {group_id}"
                raise BallchasingError(Fault.TOO_LARGE, message, "Name a smaller group.")
            waiting += reversed(below)

    def upload(
        self,
        replay: Path | bytes,
        visibility: Visibility = Visibility.PRIVATE,
        group: str | None = None,
    ) -> Uploaded:
        """Sends a replay; only its uploader sees it unless told otherwise.

        Args:
            replay: A file or what is in one. Anything but a replay is not sent.
            visibility: Who sees it. A replay that was there before keeps its own.
            group: To put it into.

        Raises:
            BallchasingError: It is no replay, or the service does not take it.
            OSError: The file cannot be read.
        """
        _check_replay(replay)
        params = {"visibility": Visibility(visibility).value}
        if group is not None:
            params["group"] = _id(ReferenceKind.GROUP, group)
        answer = self._wire.send(Call(Endpoint.UPLOAD, "v2/upload", params, replay))
        duplicate = answer.status == httpx.codes.CONFLICT
        return Uploaded(read(Created, answer.content).id, duplicate)

    def _get(self, endpoint: Endpoint, path: str, params: dict[str, str] | None = None) -> Answer:
        return self._wire.send(Call(endpoint, path, params or {}))

    def _pages(self, kind: type["PageT"], path: str, params: dict[str, str]) -> Iterator["PageT"]:
        asked = [params]
        while True:
            page = read(kind, self._get(Endpoint.LIST, path, asked[-1]).content)
            yield page
            if not page.next:
                return
            params = self._next_params(path, page.next)
            if params in asked or len(asked) == MAX_PAGES:
                raise BallchasingError(Fault.BAD_ANSWER, "the list of ballchasing.com has no end")
            asked.append(params)

    def _next_params(self, path: str, link: str) -> dict[str, str]:
        """What a link to the next page asks for. The link itself is not followed."""
        here = self._http.base_url.join(path)
        try:
            there = here.join(link)
        except httpx.InvalidURL:
            there = httpx.URL("")
        if (there.host, there.path) != (here.host, here.path):
            raise BallchasingError(Fault.BAD_ANSWER, "the list of ballchasing.com leads elsewhere")
        return dict(there.params)


PageT = TypeVar("PageT", ReplayPage, GroupPage)


def _id(kind: ReferenceKind, value: str) -> str:
    """An id that is safe in a path."""
    return Reference(kind, value).value


def _is_replay(head: bytes) -> bool:
    return _MARK in head[:64]


def _check_replay(replay: Path | bytes) -> None:
    if isinstance(replay, bytes):
        head, size = replay[:64], len(replay)
    else:
        with replay.open("rb") as file:
            head, size = file.read(64), replay.stat().st_size
    if not _is_replay(head):
        raise BallchasingError(Fault.NOT_A_REPLAY, "this is no replay file")
    if size > LARGEST_REPLAY_BYTES:
        message = f"the file has more than {LARGEST_REPLAY_BYTES >> 20} MB"
        raise BallchasingError(Fault.TOO_LARGE, message)
