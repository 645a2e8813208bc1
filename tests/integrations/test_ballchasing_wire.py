"""Over a socket of this machine: what a stand-in inside the process cannot show."""

import logging
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from rockettrainer.integrations.ballchasing import BallchasingError, Client, Fault
from tests.integrations.ballchasing_fake import (
    TOKEN,
    FakeBallchasing,
    answers,
    replay_bytes,
    replay_id,
)


class Nearby(httpx.BaseTransport):
    """Carries calls to a port of this machine."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._port)
        return self._inner.handle_request(request)

    def close(self) -> None:
        self._inner.close()


@pytest.fixture
def nearby(service: FakeBallchasing) -> Iterator[Client]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.do_POST()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            url = f"https://ballchasing.com{self.path}"
            headers = dict(self.headers.items())
            request = httpx.Request(self.command, url, headers=headers, content=body)
            answer = service.handle(request)
            self.send_response(answer.status_code)
            self.send_header("X-Echo", "yes")
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        with Client(TOKEN, transport=Nearby(server.server_port), clock=service.clock) as client:
            yield client
        server.shutdown()
        thread.join()


def test_a_round_trip_leaves_no_token_in_any_log(
    nearby: Client, service: FakeBallchasing, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    path = tmp_path / "a.replay"
    path.write_bytes(replay_bytes(3) * 5000)
    service.mishaps.append(answers(500))
    sent = nearby.upload(path)
    assert [call.file[1] for call in service.seen] == [path.read_bytes()] * 2
    assert nearby.replay_file(sent.id) == path.read_bytes()
    service.mishaps.append(answers(401, b'{"error": "bad"}'))
    with pytest.raises(BallchasingError):
        nearby.ping()
    assert any(record.name.startswith("httpcore") for record in caplog.records)
    everything = caplog.text + "".join(str(vars(record)) for record in caplog.records)
    assert TOKEN not in everything


def test_a_cut_off_answer_is_asked_for_again(nearby: Client, service: FakeBallchasing) -> None:
    (name,) = service.add(1)
    service.mishaps.extend([answers(200, replay_bytes(1)[:40], content_length="224")] * 2)
    assert nearby.replay_file(name) == replay_bytes(1)
    assert len(service.seen) == 3


def test_a_port_where_nobody_is() -> None:
    class Clock:
        def now(self) -> float:
            return 0.0

        def sleep(self, seconds: float) -> None:
            pass

    with (
        Client(TOKEN, transport=Nearby(1), clock=Clock()) as client,
        pytest.raises(BallchasingError, match="ConnectError") as caught,
    ):
        client.replay(replay_id(1))
    assert caught.value.kind is Fault.UNAVAILABLE
