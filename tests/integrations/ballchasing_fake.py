"""A stand-in for ballchasing.com, built from its API's documentation; all of it is made up."""

import json
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from typing import Any

import httpx

TOKEN = "made-up-token-0123456789"  # noqa: S105 (opens nothing)
HOST = "https://ballchasing.com"
LIMITS: dict[str, dict[str, tuple[int, int | None]]] = {
    "regular": {"list": (2, 500), "item": (2, 1000), "file": (1, 200)},
    "gold": {"list": (2, 1000), "item": (2, 2000), "file": (2, 400)},
    "diamond": {"list": (4, 2000), "item": (4, 5000), "file": (2, 1000)},
    "champion": {"list": (8, None), "item": (8, None), "file": (2, 2000)},
    "gc": {"list": (16, None), "item": (16, None), "file": (2, None)},
}

Document = dict[str, Any]
Mishap = Callable[[httpx.Request], httpx.Response]


class VirtualClock:
    """Time that passes only when somebody waits."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.waits: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.waits.append(seconds)
        self.time += seconds


def replay_id(number: int) -> str:
    return f"{number:08x}-0000-4000-8000-{number:012x}"


def replay_bytes(number: int) -> bytes:
    """What passes for a replay file at a glance."""
    return number.to_bytes(4, "little") * 6 + b"TAGame.Replay_Soccar_TA\0" + bytes(200)


@dataclass
class Stored:
    """A replay on the service."""

    id: str
    content: bytes
    status: str = "ok"
    group: str | None = None
    player: str | None = None
    visibility: str = "public"

    def listed(self) -> Document:
        return {
            "id": self.id,
            "link": f"{HOST}/api/replays/{self.id}",
            "rocket_league_id": self.id.replace("-", "").upper(),
            "replay_title": "a match",
            "map_code": "stadium_p",
            "date": "2024-05-01T20:00:00Z",
            "visibility": self.visibility,
            "uploader": {"name": "somebody", "steam_id": "76561190000000000"},
            "blue": {"players": [{"name": "a bot", "id": {}, "score": 10}]},
            "orange": {},
        }

    def facts(self) -> Document:
        known = ("id", "link", "uploader")
        if self.status != "ok":
            return {"status": self.status, **{name: self.listed()[name] for name in known}}
        facts = {**self.listed(), "title": "a match", "match_guid": "F" * 32, "duration": 312.5}
        return {"status": "ok", "playlist_id": "ranked-duels", **facts}


@dataclass
class Seen:
    """A call as it arrived."""

    method: str
    path: str
    params: dict[str, str]
    headers: httpx.Headers
    body: bytes
    at: float

    @property
    def file(self) -> tuple[str | None, bytes]:
        """Name and content of the one part."""
        head = b"Content-Type: " + self.headers["content-type"].encode() + b"\r\n\r\n"
        whole, part = message_from_bytes(head + self.body).walk()
        assert whole.is_multipart()
        assert part.get_param("name", header="content-disposition") == "file"
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        return part.get_filename(), content


@dataclass
class FakeBallchasing:
    """The service; `handle` answers requests."""

    clock: VirtualClock
    tier: str = "regular"
    retry_after: str | None = None
    replays: dict[str, Stored] = field(default_factory=dict)
    parents: dict[str, list[str]] = field(default_factory=dict)
    """Groups below each group; one may be below itself."""
    mishaps: deque[Mishap] = field(default_factory=deque)
    """What happens to the next calls instead of an answer."""
    seen: list[Seen] = field(default_factory=list)
    refused: int = 0
    _at: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def add(self, count: int, **facts: str) -> list[str]:
        first = len(self.replays) + 1
        ids = [replay_id(number) for number in range(first, first + count)]
        for number, name in enumerate(ids, first):
            self.replays[name] = Stored(name, replay_bytes(number), **facts)
        return ids

    def transport(self) -> httpx.MockTransport:
        return httpx.MockTransport(self.handle)

    def handle(self, request: httpx.Request) -> httpx.Response:
        url, body = request.url, request.read()
        call = Seen(
            request.method, url.path, dict(url.params), request.headers, body, self.clock.now()
        )
        self.seen.append(call)
        if self.mishaps:
            return self.mishaps.popleft()(request)
        if request.headers.get("authorization") != TOKEN:
            return _error(401, "Missing API key.")
        return self._limited(call) or self._answer(call)

    def _limited(self, call: Seen) -> httpx.Response | None:
        kind = _kind(call)
        per_second, per_hour = LIMITS[self.tier].get(kind, (10, None))
        sent, now = self._at[kind], self.clock.now()
        second = [at for at in sent if now - at < 1]
        hour = [at for at in sent if now - at < 3600]
        if len(second) >= per_second or (per_hour is not None and len(hour) >= per_hour):
            self.refused += 1
            headers = {"Retry-After": self.retry_after} if self.retry_after else {}
            return httpx.Response(429, headers=headers, json={"error": "slow down"})
        sent.append(now)
        return None

    def _answer(self, call: Seen) -> httpx.Response:
        match call.method, _parts(call):
            case "GET", [""]:
                return httpx.Response(200, json={"name": "somebody", "type": self.tier})
            case "GET", ["replays", *rest]:
                return self._one_replay(*rest) if rest else self._replays(call.params)
            case "GET", ["groups", *rest]:
                return self._one_group(*rest) if rest else self._groups(call.params["group"])
            case "POST", ["v2", "upload"]:
                return self._upload(call)
        return _error(404, "Not found.")

    def _one_replay(self, name: str, *rest: str) -> httpx.Response:
        if name not in self.replays:
            return _error(404, "Not found.")
        stored = self.replays[name]
        if rest == ("file",):
            return httpx.Response(200, content=stored.content)
        return httpx.Response(200, json=stored.facts())

    def _groups(self, parent: str) -> httpx.Response:
        below = self.parents.get(parent, [])
        return httpx.Response(200, json={"list": [_group(name) for name in below]})

    def _one_group(self, name: str) -> httpx.Response:
        if name not in self.parents:
            return _error(404, "Not found.")
        return httpx.Response(200, json=_group(name))

    def _replays(self, params: dict[str, str]) -> httpx.Response:
        group, player = params.get("group"), params.get("player-id")
        found = [
            stored.listed()
            for stored in self.replays.values()
            if (group is None or stored.group == group)
            and (player is None or stored.player == player)
        ]
        start, count = int(params.get("after", 0)), min(200, int(params.get("count", 150)))
        page: Document = {"count": len(found), "list": found[start : start + count]}
        if start + count < len(found):
            query = httpx.QueryParams({**params, "after": str(start + count)})
            page["next"] = f"{HOST}/api/replays?{query}"
        return httpx.Response(200, json=page)

    def _upload(self, call: Seen) -> httpx.Response:
        content = call.file[1]
        for stored in self.replays.values():
            if stored.content == content:
                document = {"error": "duplicate replay", "id": stored.id}
                return httpx.Response(409, json=document)
        if b"TAGame." not in content:
            return _error(400, "not a replay")
        (name,) = self.add(1, visibility=call.params.get("visibility", "public"))
        self.replays[name].content = content
        self.replays[name].group = call.params.get("group")
        return httpx.Response(201, json={"id": name, "location": f"{HOST}/replay/{name}"})


def answers(status: int, content: bytes = b"", **headers: str) -> Mishap:
    """A mishap: this, whatever was asked."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: httpx.Response(status, content=content, headers=named)


def says(document: object) -> Mishap:
    """A mishap: a sound answer of the wrong content."""
    return answers(200, json.dumps(document).encode())


def breaks(error: type[httpx.TransportError]) -> Mishap:
    """A mishap on the way."""

    def mishap(request: httpx.Request) -> httpx.Response:
        raise error("a mishap", request=request)

    return mishap


class Drip(httpx.SyncByteStream):
    """A body that comes in pieces, each after some seconds; counts what was taken."""

    def __init__(self, clock: VirtualClock, pieces: Iterable[bytes], each_s: float = 0) -> None:
        self.taken = 0
        self._clock, self._pieces, self._each_s = clock, pieces, each_s

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self._clock.time += self._each_s
            self.taken += len(piece)
            yield piece

    def as_mishap(self, **headers: str) -> Mishap:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return lambda _: httpx.Response(200, headers=named, stream=self)


def _parts(call: Seen) -> list[str]:
    return call.path.removeprefix("/api").strip("/").split("/")


def _kind(call: Seen) -> str:
    parts = _parts(call)
    if parts[-1] in ("file", "upload", ""):
        return parts[-1] or "ping"
    return "list" if len(parts) == 1 else "item"


def _group(name: str) -> Document:
    return {"id": name, "link": f"{HOST}/api/groups/{name}", "name": name.upper(), "shared": False}


def _error(status: int, text: str) -> httpx.Response:
    return httpx.Response(status, json={"error": text})
