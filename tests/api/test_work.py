"""From an upload to its match, and what the page hears of it."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import keyring
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from rockettrainer.api import Access, _telling
from rockettrainer.api._hub import MOST_WAITING, Hub
from rockettrainer.integrations.ballchasing import TOKEN_VARIABLE
from rockettrainer.library import Library
from tests.integrations.ballchasing_fake import TOKEN
from tests.integrations.test_ballchasing_tokens import SAFE, named
from tests.support.matches import record
from tests.support.replays import replay
from tests.support.server import Live, running
from tests.support.waiting import until


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A server whose workers run."""
    with Library(tmp_path_factory.mktemp("home"), workers=1) as library, running(library) as live:
        yield live


def listening(live: Live) -> ClientConnection:
    offered = [Subprotocol("rockettrainer.v1"), Subprotocol(f"token.{live.token}")]
    return connect(
        f"ws://127.0.0.1:{live.port}/api/v1/events", subprotocols=offered, close_timeout=0.5
    )


def uploaded(client: httpx.Client, content: bytes) -> httpx.Response:
    return client.post("/replays/upload", files={"file": ("../../x<b>.replay", content)})


def heard(socket: ClientConnection, kind: str) -> dict[str, Any]:
    """The next message of a kind."""
    while True:
        message: dict[str, Any] = json.loads(socket.recv(timeout=180))
        if message["type"] == kind:
            return message


def cut_off(socket: ClientConnection, text: str, times: int) -> int:
    """Says something, and gives the code with which the server hangs up."""
    heard(socket, "hello")
    try:
        for _ in range(times):
            socket.send(text)
        while True:
            socket.recv(timeout=60)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else 0


def test_an_upload_becomes_a_page(busy: Live) -> None:
    content = replay(1)
    with busy.client() as client, listening(busy) as socket:
        assert heard(socket, "hello")["version"]
        answer = uploaded(client, content)
        assert answer.status_code == 202
        assert answer.json()["match_id"] is None
        job = heard(socket, "job")["job"]
        assert job["id"] == answer.json()["job_id"]
        match_id = heard(socket, "match_added")["match_id"]
        assert heard(socket, "import_progress") == {
            "type": "import_progress", "done": 1, "total": 1, "failed": 0,
        }  # fmt: skip
        detail = client.get(f"/replays/{match_id}").json()
        assert [player["name"] for player in detail["players"]] == ["Ann", "Otto"]
        assert detail["score"] == [1, 0]
        assert detail["result"] == "win"
        goal = next(event for event in detail["events"] if event["kind"] == "goal")
        assert goal["player"] == detail["players"][0]["id"]
        original = client.get(f"/replays/{match_id}/file")
        assert original.content == content
        assert original.headers["content-disposition"].startswith("attachment; filename=")
        assert "x<b>" not in original.headers["content-disposition"]
        again = uploaded(client, content).json()
        assert (again["match_id"], again["job_id"]) == (match_id, None)
        assert detail["file_name"] == "x<b>.replay"
        done = client.get("/jobs?state=done").json()
        assert [(job["match_id"], job["name"]) for job in done] == [(match_id, "x<b>.replay")]
        anew = client.post(f"/replays/{match_id}/reanalyse")
        assert anew.status_code == 202
        assert heard(socket, "match_changed")["match_id"] == match_id
        assert client.delete(f"/replays/{match_id}").status_code == 204
        assert heard(socket, "match_deleted")["match_id"] == match_id
        assert client.get(f"/replays/{match_id}").status_code == 404


@pytest.mark.parametrize("content", [b"", b"x", b"<html>", replay(2)[:300], b"\xff" * 5000])
def test_what_is_no_replay_is_a_dead_job_with_a_reason(busy: Live, content: bytes) -> None:
    with busy.client() as client:
        job_id = uploaded(client, content).json()["job_id"]
        dead = until(
            lambda: [j for j in client.get("/jobs?state=dead").json() if j["id"] == job_id]
        )
        assert dead[0]["error"]
        assert dead[0]["hint"]
        assert client.post(f"/jobs/{job_id}/cancel").status_code == 409
        assert client.post(f"/jobs/{job_id}/retry").status_code == 200
        until(lambda: [j for j in client.get("/jobs?state=dead").json() if j["id"] == job_id])


def test_a_form_without_a_file_is_refused(busy: Live) -> None:
    with busy.client() as client:
        assert client.post("/replays/upload", files={"other": b"x"}).status_code == 422
        assert client.post("/replays/upload", data={"file": "text"}).status_code == 422


def test_a_page_that_talks_too_much_is_cut_off(busy: Live) -> None:
    with listening(busy) as socket:
        assert cut_off(socket, "x" * 1000, times=100) == 1008


def test_a_message_beyond_the_limit_ends_the_connection(busy: Live) -> None:
    with listening(busy) as socket:
        assert cut_off(socket, "x" * (65 << 10), times=1) == 1009


def test_a_page_that_does_not_read_is_cut_off_and_harms_nobody(
    busy: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_telling, "STALL_S", 3.0)
    hub, text = busy.services.hub, "x" * 60_000
    with listening(busy) as stalled, listening(busy) as reader:
        until(lambda: hub.size == 2)
        for number in range(600):
            hub.publish({"type": "noise", "number": number, "text": text})
            message = json.loads(reader.recv(timeout=60))
        assert message["type"] in ("hello", "noise")
        until(lambda: hub.size == 1)
        assert stalled.socket.fileno()
    until(lambda: hub.size == 0)


def test_a_page_that_falls_behind_is_told_so() -> None:
    async def fall_behind() -> list[dict[str, Any]]:
        hub = Hub()
        hub.open()
        with hub.listening() as client:
            for number in range(MOST_WAITING + 10):
                hub.publish({"number": number})
            await asyncio.sleep(0.01)
            return [await client.next() for _ in range(MOST_WAITING + 1)]

    found = asyncio.run(fall_behind())
    assert found[0] == {"type": "gap", "missed": 10}
    assert [message["number"] for message in found[1:]] == list(range(10, MOST_WAITING + 10))


def test_a_link_opens_once(busy: Live) -> None:
    link = busy.services.link()
    code = link.split("#/start?code=")[1]
    assert link.startswith(f"http://127.0.0.1:{busy.port}/#")
    session = f"{busy.url}/api/v1/session"
    first = httpx.post(session, json={"code": code})
    assert first.json() == {"token": busy.token}
    assert first.headers["cache-control"] == "no-store"
    for wrong in (code, code[::-1], "x" * 32):
        assert httpx.post(session, json={"code": wrong}).status_code == 403
    with busy.client() as client:
        made = client.post("/session/link").json()["url"].split("code=")[1]
    assert httpx.post(session, json={"code": made}).status_code == 200


def test_a_link_is_void_after_two_minutes_and_old_ones_make_room() -> None:
    now = [0.0]
    access = Access(clock=lambda: now[0])
    early, late = access.new_code(), access.new_code()
    now[0] = 119.0
    assert access.redeem(early) == access.token
    now[0] = 121.0
    assert access.redeem(late) is None
    first = access.new_code()
    codes = [access.new_code() for _ in range(16)]
    assert access.redeem(first) is None
    assert all(access.redeem(code) for code in codes)


def test_settings_are_kept(busy: Live, tmp_path: Path) -> None:
    with busy.client() as client:
        chosen = {
            "replay_budget_bytes": 10**9,
            "frames_budget_bytes": 10**8,
            "watched_folders": [str(tmp_path)],
        }
        told = client.put("/settings", json=chosen).json()
        assert told == told | chosen
        assert client.get("/settings").json() == told
        assert str(tmp_path) in client.get("/info").json()["replay_folders"]
        for wrong in ("relative", str(tmp_path / "none"), "\x00"):
            answer = client.put("/settings", json={"watched_folders": [wrong]})
            assert answer.status_code == 409
        assert client.put("/settings", json={"watched_folders": []}).status_code == 200


def test_a_download_needs_a_reference_and_a_token(busy: Live) -> None:
    place = "/import/ballchasing"
    with busy.client() as client:
        nothing = client.post(place, json={"what": "id", "value": "../../etc"})
        assert (nothing.status_code, nothing.json()["type"][-13:]) == (404, "bad-reference")
        foreign = client.post(
            place, json={"what": "link", "value": "https://evil.example/replay/1"}
        )
        assert foreign.status_code == 404
        player = {"what": "player", "value": "steam:76561198000000001"}
        assert client.post(place, json=player).status_code == 409
        told = client.get("/settings").json()
        assert not told["ballchasing_token"]
        assert TOKEN_VARIABLE in told["ballchasing_trouble"]


def test_a_token_is_kept_in_the_keyring_and_never_shown(
    busy: Live, caplog: pytest.LogCaptureFixture
) -> None:
    ring, before = named(SAFE[0]), keyring.get_keyring()
    keyring.set_keyring(ring)
    place = "/import/ballchasing/token"
    try:
        with busy.client() as client:
            wrong = client.put(place, json={"token": f"Bearer {TOKEN}"})
            assert (wrong.status_code, TOKEN in wrong.text) == (422, False)
            assert client.put(place, json={"token": f" {TOKEN}"}).status_code == 204
            assert list(ring.kept.values()) == [TOKEN]
            told = client.get("/settings")
            assert (told.json()["ballchasing_token"], TOKEN in told.text) == (True, False)
            assert client.delete(place).status_code == 204
            assert client.delete(place).status_code == 204
            assert not client.get("/settings").json()["ballchasing_token"]
            assert client.get("/import/ballchasing/account").status_code == 409
    finally:
        keyring.set_keyring(before)
    assert TOKEN not in caplog.text
    home = busy.services.library.home
    files = [path for path in home.rglob("*") if path.is_file()]
    assert not [path for path in files if TOKEN.encode() in path.read_bytes()]


def test_a_match_is_uploaded_by_a_job_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TOKEN_VARIABLE, TOKEN)
    library = Library(tmp_path)
    kept = replace(library.store.files.write_replay(replay(1)), name="derby.replay")
    library.store.add_match(replace(record(1), replay=kept))
    library.store.add_match(record(2))
    with running(library) as live, live.client() as client:
        sent = client.post("/replays/1/ballchasing", json={})
        (job,) = client.get("/jobs").json()
        assert (sent.status_code, sent.json()["job_id"]) == (202, job["id"])
        assert (job["name"], job["match_id"]) == ("derby.replay", 1)
        assert job["key"].endswith(":private")
        assert client.get("/replays/1").json()["file_name"] == "derby.replay"
        assert client.post("/replays/2/ballchasing", json={}).status_code == 409
        wrong = client.post("/replays/1/ballchasing", json={"visibility": "everyone"})
        assert wrong.status_code == 422
    library.store.close()


def test_a_database_that_is_locked_is_said_to_be(tmp_path: Path) -> None:
    library = Library(tmp_path)
    with (
        running(library) as live,
        live.client() as client,
        library.store.writing(),
    ):
        answer = uploaded(client, replay(1))
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert answer.json()["type"].endswith(":locked")
    library.store.close()
