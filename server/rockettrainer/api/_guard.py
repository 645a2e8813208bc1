"""The door: decides about every request and every WebSocket before anything else sees it.

Any page in the browser can send requests to 127.0.0.1, and any name can be made to lead there. So
a request must name this server exactly (against rebound names), must not come from another page
(against forged requests), and must carry the token.
"""

from dataclasses import dataclass
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rockettrainer.api._access import Access
from rockettrainer.api._access import Scope as May
from rockettrainer.api._body import BodyLimit
from rockettrainer.api._bucket import Bucket
from rockettrainer.api._headers import content_policy, harden
from rockettrainer.api._problems import problem_response
from rockettrainer.sources import LARGEST_REPLAY_BYTES

PROTOCOL: Final = "rockettrainer.v1"
"""The WebSocket's subprotocol; the token is offered as another one."""

PLUGIN_PROTOCOL: Final = "rockettrainer.plugin.v1"
"""The plugin's."""

PLUGIN: Final = "/api/v1/plugin"
_VIEWED: Final = frozenset(
    ("/api/v1/live", "/api/v1/live/last", "/api/v1/metrics"),
)
"""What a token that is only good for looking on opens."""

UPLOAD: Final = "/api/v1/replays/upload"
SESSION: Final = "/api/v1/session"
"""The only route that needs no token: it gives it for a one-time code."""

LARGEST_UPLOAD: Final = LARGEST_REPLAY_BYTES + (64 << 10)
"""A replay, and what a form puts around it."""
LARGEST_BODY: Final = 64 << 10

_TOKEN: Final = "token."  # noqa: S105 (a prefix)


@dataclass(frozen=True, slots=True)
class _Refusal:
    status: int
    detail: str
    kind: str
    hint: str | None = None


_FOREIGN_HOST: Final = _Refusal(403, "this server is not known by that name", "foreign-host")
_FOREIGN_PAGE: Final = _Refusal(403, "other pages may not ask here", "foreign-origin")
_NO_TOKEN: Final = _Refusal(
    401,
    "the token is missing or wrong",
    "no-token",
    "Open the link that rockettrainer link prints.",
)
_WRONG_SCOPE: Final = _Refusal(403, "this token is not good for that", "wrong-scope")
_TOO_OFTEN: Final = _Refusal(429, "too many requests", "too-often", "Wait a second.")
_TOO_LARGE: Final = _Refusal(413, "the body is too large", "too-large", "Is that a replay?")


class Guard:
    """Stands before the app, for HTTP and WebSocket alike.

    Args:
        app: What is guarded.
        access: That knows the token.
        port: Where the server listens.
    """

    def __init__(self, app: ASGIApp, access: Access, port: int) -> None:
        self._app = app
        self._access = access
        self._hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))
        self._origins = frozenset(f"http://{host}" for host in self._hosts)
        self._policy = content_policy(port)
        self._asked = Bucket(burst=400, per_s=100)
        self._strangers = Bucket(burst=40, per_s=5)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses, or lets pass."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        send = self._hardened(scope, send)
        if (refusal := self._refusal(scope, Headers(scope=scope))) is not None:
            await _refuse(refusal, scope, receive, send)
        elif scope["type"] == "websocket":
            await self._app(scope, receive, send)
        else:
            await self._limited(scope, receive, send)

    def _refusal(self, scope: Scope, headers: Headers) -> _Refusal | None:
        if headers.getlist("host") not in [[host] for host in self._hosts]:
            return _FOREIGN_HOST
        if not self._is_own_page(headers):
            return _FOREIGN_PAGE
        if not _is_api(scope):
            return None if self._asked.take() else _TOO_OFTEN
        return self._stranger(scope, headers)

    def _is_own_page(self, headers: Headers) -> bool:
        """Requests without these headers come from programs, which need the token all the same."""
        if any(origin not in self._origins for origin in headers.getlist("origin")):
            return False
        site = headers.get("sec-fetch-site", "none")
        # A link that is followed from elsewhere opens a page, and tells nobody what is in it.
        return site in ("none", "same-origin") or headers.get("sec-fetch-mode") == "navigate"

    def _stranger(self, scope: Scope, headers: Headers) -> _Refusal | None:
        """Refuses who does not know the token, and slows down who tries to guess it."""
        known = [self._access.scope_of(token) for token in _tokens(scope, headers)]
        if known and known[0] is not None:
            if known[0] not in _good_for(scope, headers):
                return _WRONG_SCOPE
            return None if self._asked.take() else _TOO_OFTEN
        if not self._strangers.take():
            return _TOO_OFTEN
        opening = scope["type"] == "http" and scope["path"] == SESSION
        return None if opening and scope["method"] == "POST" else _NO_TOKEN

    async def _limited(self, scope: Scope, receive: Receive, send: Send) -> None:
        most = LARGEST_UPLOAD if scope["path"] == UPLOAD else LARGEST_BODY
        announced = Headers(scope=scope).get("content-length", "0")
        if not announced.isdecimal() or len(announced) > 18 or int(announced) > most:
            await _refuse(_TOO_LARGE, scope, receive, send)
            return
        limit = BodyLimit(receive, send, most)
        try:
            await self._app(scope, limit.receive, limit.send)
        finally:
            if limit.exceeded and not limit.started:
                await _refuse(_TOO_LARGE, scope, receive, send)

    def _hardened(self, scope: Scope, send: Send) -> Send:
        async def hardened(message: Message) -> None:
            if message["type"] == "http.response.start":
                message.setdefault("headers", [])
                harden(MutableHeaders(scope=message), self._policy, keep=not _is_api(scope))
            await send(message)

        return hardened


def _is_api(scope: Scope) -> bool:
    """WebSockets are nowhere else."""
    path: str = scope["path"]
    return scope["type"] == "websocket" or path == "/api" or path.startswith("/api/")


def _good_for(scope: Scope, headers: Headers) -> frozenset[May]:
    """Which tokens open a path. The plugin is no page, so what names an origin is not one."""
    path: str = scope["path"]
    if path == PLUGIN:
        is_plugin = scope["type"] == "websocket" and "origin" not in headers
        return frozenset((May.PLUGIN,)) if is_plugin else frozenset()
    return frozenset((May.PAGE, May.VIEW) if path in _VIEWED else (May.PAGE,))


def _tokens(scope: Scope, headers: Headers) -> list[str]:
    if scope["type"] == "websocket":
        offered: list[str] = scope.get("subprotocols", [])
        return [name.removeprefix(_TOKEN) for name in offered if name.startswith(_TOKEN)][:1]
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return [token.strip()] if scheme.lower() == "bearer" else []


async def _refuse(refusal: _Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": refusal.kind})
        return
    headers = {"Connection": "close"} if refusal.status == 413 else {}
    if refusal.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    elif refusal.status == 429:
        headers["Retry-After"] = "1"
    response = problem_response(
        scope["path"],
        refusal.status,
        refusal.detail,
        kind=refusal.kind,
        hint=refusal.hint,
        headers=headers,
    )
    await response(scope, receive, send)
