"""Pages of strangers, over real sockets: everything they can send is refused."""

import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.support.server import Live

EVIL = "https://evil.example"
CLIENT = httpx.Client()


@pytest.fixture(scope="module", autouse=True)
def _closed() -> Iterator[None]:
    yield
    CLIENT.close()


def asked(
    live: Live,
    method: str = "GET",
    path: str = "/api/v1/info",
    **more: Any,  # noqa: ANN401
) -> httpx.Response:
    headers = {"Authorization": f"Bearer {live.token}"} | more.pop("headers", {})
    kept = {name: value for name, value in headers.items() if value is not None}
    return CLIENT.request(method, f"{live.url}{path}", headers=kept, **more)


def raw(live: Live, request: str) -> str:
    """Sends bytes as they are, for clients are too polite; gives the status line."""
    with socket.create_connection(("127.0.0.1", live.port), timeout=60) as connection:
        connection.sendall(request.encode("latin-1"))
        return connection.recv(65536).split(b"\r\n", 1)[0].decode("latin-1")


def own_origins(port: int) -> list[str]:
    return [f"http://{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")]


def foreign_origins(port: int) -> list[str]:
    others = [EVIL, "null", "", f"https://127.0.0.1:{port}", "http://127.0.0.1", "http://localhost"]
    tricks = [f"http://127.0.0.1:{port}.evil.example", f"http://evil.example:{port}"]
    return [
        *others,
        *tricks,
        f"http://127.0.0.1:{port + 1}",
        f"http://127.0.0.1:{port}@evil.example",
    ]


def foreign_hosts(port: int) -> list[str]:
    others = ["evil.example", f"evil.example:{port}", "127.0.0.1", "localhost", f"0.0.0.0:{port}"]
    tricks = [f"127.0.0.1:{port}.evil.example", f"127.0.0.1:{port + 1}", "", f"LOCALHOST.:{port}"]
    return [*others, *tricks, f"127.1:{port}", f"127.0.0.1:{port}@evil.example"]


def wrong_tokens(token: str) -> list[str | None]:
    near = [token[:-1], f"{token}x", token.swapcase(), token[::-1]]
    return [None, "", "Bearer", "Basic x", token, "Bearer é", *(f"Bearer {t}" for t in near)]


def socket_to(
    live: Live, *, origin: str | None = None, token: str | None = None, host: str | None = None
) -> ClientConnection:
    offered = ["rockettrainer.v1", *([] if token is None else [f"token.{token}"])]
    wire = socket.create_connection(("127.0.0.1", live.port))
    try:
        return connect(
            f"ws://{host or '127.0.0.1'}:{live.port}/api/v1/events",
            origin=None if origin is None else Origin(origin),
            subprotocols=[Subprotocol(name) for name in offered],
            sock=wire,
            open_timeout=60,
        )
    except InvalidStatus:
        wire.close()
        raise


def test_a_page_of_ours_is_served(live: Live) -> None:
    for origin in (None, *own_origins(live.port)):
        assert asked(live, headers={"Origin": origin}).status_code == 200
        with socket_to(live, origin=origin, token=live.token) as opened:
            assert opened.subprotocol == "rockettrainer.v1"
            assert '"hello"' in str(opened.recv(timeout=60))


def test_a_fetch_from_another_page_is_refused(live: Live) -> None:
    for origin in foreign_origins(live.port):
        for method in ("GET", "POST", "PUT", "DELETE", "OPTIONS"):
            answer = asked(live, method, "/api/v1/replays/1", headers={"Origin": origin})
            assert answer.status_code == 403, (origin, method)
            assert answer.headers["content-type"] == "application/problem+json"
            assert not [name for name in answer.headers if name.startswith("access-control")]


def test_two_origins_are_one_too_many(live: Live) -> None:
    head = f"GET /api/v1/info HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\n"
    head += f"Authorization: Bearer {live.token}\r\n"
    own = f"Origin: {own_origins(live.port)[0]}\r\n"
    assert " 200 " in raw(live, f"{head}{own}\r\n")
    assert " 403 " in raw(live, f"{head}{own}Origin: {EVIL}\r\n\r\n")
    assert " 403 " in raw(live, f"{head}Origin: {EVIL}\r\n{own}\r\n")


@pytest.mark.parametrize("site", ["cross-site", "same-site", "unheard-of"])
def test_what_the_browser_says_of_the_page_counts(live: Live, site: str) -> None:
    fetched = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "cors"}
    assert asked(live, headers=fetched).status_code == 403
    followed = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate"}
    assert asked(live, path="/", headers=followed).status_code == 200
    assert asked(live, headers=followed | {"Authorization": None}).status_code == 401


@pytest.mark.parametrize(
    "form",
    [
        {"data": {"player_ids": "1"}},
        {"content": '{"player_ids": []}', "headers": {"Content-Type": "text/plain"}},
        {"files": {"file": ("x.replay", b"x")}},
    ],
)
def test_a_form_is_refused(live: Live, form: dict[str, Any]) -> None:
    for path in ("/replays/upload", "/replays/1/reanalyse", "/session/link", "/session"):
        headers = {"Origin": EVIL, "Authorization": None, **form.get("headers", {})}
        sent = form | {"headers": headers}
        assert asked(live, "POST", f"/api/v1{path}", **sent).status_code == 403
        headers["Origin"] = None
        assert asked(live, "POST", f"/api/v1{path}", **sent).status_code in (400, 401, 422, 429)


def test_a_body_that_is_not_json_is_not_read_as_json(live: Live) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", None):
        sent = {"content": '{"player_ids": []}', "headers": {"Content-Type": kind}}
        assert asked(live, "PUT", "/api/v1/users/me", **sent).status_code == 422


def test_a_rebound_name_is_refused(live: Live) -> None:
    for host in foreign_hosts(live.port):
        for path in ("/", "/api/v1/info", "/api/v1/session"):
            status = raw(live, f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n")
            assert " 403 " in status or " 400 " in status, (host, status)
    twice = f"Host: 127.0.0.1:{live.port}\r\nHost: evil.example\r\n"
    assert " 200 " not in raw(live, f"GET / HTTP/1.1\r\n{twice}\r\n")
    assert " 200 " not in raw(live, "GET / HTTP/1.1\r\n\r\n")
    assert " 403 " in raw(live, "GET / HTTP/1.0\r\n\r\n")
    absolute = f"GET http://evil.example/api/v1/info HTTP/1.1\r\nHost: evil.example:{live.port}\r\n"
    assert " 200 " not in raw(live, f"{absolute}Authorization: Bearer {live.token}\r\n\r\n")


def test_without_the_token_nothing_is_told(live: Live) -> None:
    routes = [("GET", "/info"), ("GET", "/openapi.json"), ("DELETE", "/replays/1"), ("GET", "/no")]
    for wrong in wrong_tokens(live.token):
        value = None if wrong is None else wrong.encode()
        for method, path in routes:
            answer = asked(live, method, f"/api/v1{path}", headers={"Authorization": value})
            assert answer.status_code in (401, 429), (wrong, path)
            assert answer.headers["content-type"] == "application/problem+json"
    elsewhere = {"Authorization": None, "Cookie": f"token={live.token}"}
    answer = asked(live, path=f"/api/v1/info?token={live.token}", headers=elsewhere)
    assert answer.status_code in (401, 429)


def test_a_guesser_is_slowed_down_and_nobody_else(live: Live) -> None:
    # As many as a slow machine needs to be faster than guesses are forgiven.
    guesses = (asked(live, headers={"Authorization": f"Bearer {n}"}) for n in range(1_000))
    refused = next(answer for answer in guesses if answer.status_code != 401)
    assert refused.status_code == 429
    assert refused.headers["retry-after"] == "1"
    assert asked(live).status_code == 200


def test_a_websocket_of_a_stranger_is_refused(live: Live) -> None:
    for origin in foreign_origins(live.port):
        with pytest.raises(InvalidStatus) as refused:
            socket_to(live, origin=origin, token=live.token)
        assert refused.value.response.status_code == 403
    for token in (None, "", live.token[:-1], f"{live.token}x", live.token.swapcase()):
        with pytest.raises(InvalidStatus) as refused:
            socket_to(live, token=token)
        assert refused.value.response.status_code == 403
    with pytest.raises(InvalidStatus) as refused:
        socket_to(live, token=live.token, host="evil.example")
    assert refused.value.response.status_code == 403


def test_only_the_first_token_that_is_offered_counts(live: Live) -> None:
    offered = ", ".join(["rockettrainer.v1", "token.x", f"token.{live.token}"])
    head = f"GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\n"
    head += "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    head += f"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: {offered}\r\n"
    assert " 403 " in raw(live, f"{head}\r\n")


def test_other_websockets_do_not_exist(live: Live) -> None:
    for path in ("/", "/api/v1/jobs", "/events"):
        with pytest.raises(InvalidStatus) as refused:
            connect(
                f"{live.url.replace('http', 'ws')}{path}",
                subprotocols=[Subprotocol("rockettrainer.v1"), Subprotocol(f"token.{live.token}")],
            )
        assert refused.value.response.status_code in (403, 404, 500)


def test_bodies_have_a_limit(live: Live) -> None:
    small = asked(live, "PUT", "/api/v1/users/me", content=b"x" * 70_000)
    assert small.status_code == 413
    announced = "Content-Length: 99999999999\r\n"
    head = f"POST /api/v1/replays/upload HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\n"
    head += f"Authorization: Bearer {live.token}\r\n"
    assert " 413 " in raw(live, f"{head}{announced}\r\n")
    chunk = f"{70_000:x}\r\n{'x' * 70_000}\r\n0\r\n\r\n"
    head = head.replace("POST /api/v1/replays/upload", "PUT /api/v1/users/me")
    head += "Content-Type: application/json\r\n"
    assert " 413 " in raw(live, f"{head}Transfer-Encoding: chunked\r\n\r\n{chunk}")


def test_every_answer_tells_the_browser_to_be_strict(live: Live) -> None:
    for path in ("/", "/api/v1/info", "/api/v1/no", "/no/such.js"):
        headers = asked(live, path=path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert f"ws://127.0.0.1:{live.port}" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "server" not in headers
    assert asked(live).headers["cache-control"] == "no-store"


def test_paths_lead_nowhere_else(live: Live) -> None:
    for path in ("/../_guard.py", "/%2e%2e/_guard.py", "/..%2f_guard.py", "/assets/../../_app.py"):
        status = raw(live, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\n\r\n")
        assert " 404 " in status, (path, status)
