"""The plugin's and the overlay's sockets: each opens to its own token, to no stranger's page."""

import stat
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from rockettrainer.api import Access
from tests.api.test_hostile import foreign_origins, own_origins
from tests.support.plugin import Plugin
from tests.support.server import Live

PACK = {"code": "A503-264C-A7EB-D282", "title": "Shots"}


def asked(
    live: Live,
    method: str = "GET",
    path: str = "",
    headers: dict[str, str] | None = None,
    json: dict[str, str] | None = None,
) -> httpx.Response:
    sent = headers or {"Authorization": f"Bearer {live.token}"}
    return httpx.request(method, f"{live.url}{path}", headers=sent, json=json)


def looks_on(live: Live, token: str, origin: str | None = None, path: str = "live") -> bool:
    offered = [Subprotocol("rockettrainer.v1"), Subprotocol(f"token.{token}")]
    try:
        with connect(
            f"ws://127.0.0.1:{live.port}/api/v1/{path}",
            subprotocols=offered,
            origin=None if origin is None else Origin(origin),
        ):
            return True
    except InvalidStatus as refused:
        return refused.response.status_code != 403


def test_each_token_opens_its_own(live: Live) -> None:
    access = live.services.access
    assert looks_on(live, access.token)
    assert looks_on(live, access.view_token)
    assert not looks_on(live, access.plugin_token)
    assert not looks_on(live, access.view_token, path="events")
    for token in (access.token, access.view_token, access.view_token[:-1]):
        with pytest.raises(InvalidStatus), Plugin(live.port, token):
            pass
    with Plugin(live.port, access.plugin_token) as plugin:
        assert plugin.hello()["type"] == "welcome"


def test_no_page_is_a_plugin_and_no_stranger_looks_on(live: Live) -> None:
    access = live.services.access
    for origin in (*own_origins(live.port), *foreign_origins(live.port)):
        with pytest.raises(InvalidStatus), Plugin(live.port, access.plugin_token, origin=origin):
            pass
    for origin in foreign_origins(live.port):
        assert not looks_on(live, access.view_token, origin)
    for origin in own_origins(live.port):
        assert looks_on(live, access.view_token, origin)


def test_only_the_page_commands(live: Live) -> None:
    access = live.services.access
    for token in (access.view_token, access.plugin_token):
        headers = {"Authorization": f"Bearer {token}"}
        for path in ("game/training-pack", "game/toast"):
            answer = asked(live, "POST", f"/api/v1/{path}", headers=headers, json=PACK)
            assert answer.status_code == 403
        for path in ("info", "live/address", "replays/recent"):
            assert asked(live, path=f"/api/v1/{path}", headers=headers).status_code == 403
    view = {"Authorization": f"Bearer {access.view_token}"}
    assert asked(live, path="/api/v1/metrics", headers=view).status_code == 200
    assert asked(live, path="/api/v1/live", headers=view).status_code == 200
    assert asked(live, "POST", "/api/v1/game/training-pack", json=PACK).status_code == 202
    wrong = PACK | {"code": "A503-264C-A7EB-D282;quit"}
    assert asked(live, "POST", "/api/v1/game/training-pack", json=wrong).status_code == 422
    assert asked(live, "DELETE", "/api/v1/game/training-pack").status_code == 204


def test_tokens_that_last_are_kept_and_nobody_else_reads_them(tmp_path: Path) -> None:
    first, second = Access(tmp_path), Access(tmp_path)
    second.tell_plugin(tmp_path, 8787)
    assert (first.view_token, first.plugin_token) == (second.view_token, second.plugin_token)
    assert first.token != second.token
    for name in ("tokens.json", "plugin.json"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
