import gzip
import json
import tracemalloc
from itertools import repeat

import httpx
import pytest

from rockettrainer.integrations.ballchasing import BallchasingError, Client, Fault, ReplayFilter
from tests.integrations.ballchasing_fake import (
    TOKEN,
    Drip,
    FakeBallchasing,
    Mishap,
    VirtualClock,
    answers,
    replay_bytes,
    replay_id,
    says,
)

ONE = replay_id(1)
MB = 1 << 20


def refuses(client: Client, kind: Fault = Fault.BAD_ANSWER) -> BallchasingError:
    with pytest.raises(BallchasingError) as caught:
        client.replay(ONE)
    assert caught.value.kind is kind
    return caught.value


@pytest.mark.parametrize(
    "mishap",
    [
        answers(200, b""),
        answers(200, b"<html>hello</html>", content_type="text/html"),
        answers(200, b"\xff\xfe\x00"),
        answers(200, b"[" * 200_000),
        answers(200, b'{"a":' * 100_000),
        answers(200, b"not gzip", content_encoding="gzip"),
        answers(200, b"{}", content_encoding="br"),
        answers(200, b"{}", content_encoding="gzip, gzip"),
        says([]),
        says(None),
        says("ok"),
        says({}),
        says({"id": ONE, "status": "odd"}),
        says({"id": 5, "status": "ok"}),
        says({"id": "../../etc/passwd", "status": "ok"}),
        says({"id": ONE + "\n", "status": "ok"}),
        says({"id": ONE, "status": "ok", "duration": "long"}),
        says({"id": ONE, "status": "ok", "title": {"a": 1}}),
    ],
)
def test_odd_answers_are_refused(service: FakeBallchasing, client: Client, mishap: Mishap) -> None:
    service.mishaps.append(mishap)
    assert len(str(refuses(client))) < 200
    assert len(service.seen) == 1


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"list": None},
        {"list": {}},
        {"list": [[]]},
        {"list": [{"id": "x/../y"}]},
        {"list": [], "next": 5},
    ],
)
def test_odd_lists_are_refused(service: FakeBallchasing, client: Client, document: object) -> None:
    service.mishaps.append(says(document))
    with pytest.raises(BallchasingError) as caught:
        list(client.replays(ReplayFilter()))
    assert caught.value.kind is Fault.BAD_ANSWER


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/api/replays?after=1",
        "https://ballchasing.com.evil.example/api/replays?after=1",
        "https://ballchasing.com@evil.example/api/replays?after=1",
        "//evil.example/api/replays?after=1",
        "https://ballchasing.com/api/v2/upload?after=1",
        "https://ballchasing.com/api/../replays?after=1",
        "file:///etc/passwd",
        "https://[",
        "http://127.0.0.1/api/replays",
    ],
)
def test_lists_do_not_lead_elsewhere(service: FakeBallchasing, client: Client, link: str) -> None:
    service.mishaps.append(says({"list": [], "next": link}))
    with pytest.raises(BallchasingError, match="elsewhere") as caught:
        list(client.replays(ReplayFilter()))
    assert caught.value.kind is Fault.BAD_ANSWER
    assert len(service.seen) == 1


def test_a_link_never_takes_the_token_off_https(service: FakeBallchasing) -> None:
    urls: list[httpx.URL] = []
    ids = service.add(300)
    plain = "http://ballchasing.com/api/replays?after=200&count=200"
    service.mishaps.append(says({"list": [{"id": name} for name in ids[:200]], "next": plain}))

    def spy(request: httpx.Request) -> httpx.Response:
        urls.append(request.url)
        return service.handle(request)

    with Client(TOKEN, transport=httpx.MockTransport(spy), clock=service.clock) as client:
        assert [listed.id for listed in client.replays(ReplayFilter())] == ids
    assert {(url.scheme, url.host, url.path) for url in urls} == {
        ("https", "ballchasing.com", "/api/replays")
    }


@pytest.mark.parametrize("period", [1, 3])
def test_lists_that_turn_in_circles_end(
    service: FakeBallchasing, client: Client, period: int
) -> None:
    for turn in range(10):
        link = f"https://ballchasing.com/api/replays?after={turn % period}"
        service.mishaps.append(says({"list": [], "next": link}))
    with pytest.raises(BallchasingError, match="no end"):
        list(client.replays(ReplayFilter()))
    assert len(service.seen) == period + 1


def test_lists_without_end_end(service: FakeBallchasing, client: Client) -> None:
    for turn in range(3000):
        link = f"https://ballchasing.com/api/replays?after={turn}"
        service.mishaps.append(says({"list": [], "next": link}))
    with pytest.raises(BallchasingError, match="no end"):
        list(client.replays(ReplayFilter()))
    assert len(service.seen) == 2000


def test_a_huge_answer_is_not_read(
    service: FakeBallchasing, client: Client, clock: VirtualClock
) -> None:
    announced = Drip(clock, repeat(b" " * MB, 1000))
    service.mishaps.append(announced.as_mishap(content_length=str(1000 * MB)))
    refuses(client, Fault.TOO_LARGE)
    assert announced.taken == 0
    endless = Drip(clock, repeat(b" " * MB, 1000))
    service.mishaps.append(endless.as_mishap())
    refuses(client, Fault.TOO_LARGE)
    assert endless.taken == 17 * MB


def test_a_huge_file_is_not_read(
    service: FakeBallchasing, client: Client, clock: VirtualClock
) -> None:
    endless = Drip(clock, repeat(replay_bytes(1).ljust(MB, b"x"), 1000))
    service.mishaps.append(endless.as_mishap())
    with pytest.raises(BallchasingError) as caught:
        client.replay_file(ONE)
    assert caught.value.kind is Fault.TOO_LARGE
    assert endless.taken == 65 * MB


def test_a_bomb_does_not_burst(
    service: FakeBallchasing, client: Client, clock: VirtualClock
) -> None:
    packed = gzip.compress(bytes(400 * MB), 9)
    pieces = [packed[at : at + 65536] for at in range(0, len(packed), 65536)]
    service.mishaps.append(Drip(clock, pieces).as_mishap(content_encoding="gzip"))
    tracemalloc.start()
    refuses(client, Fault.TOO_LARGE)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 300 * MB


def test_a_huge_refusal_is_still_a_refusal(service: FakeBallchasing, client: Client) -> None:
    service.mishaps.append(answers(404, json.dumps({"error": "x" * MB}).encode()))
    assert len(str(refuses(client, Fault.NOT_FOUND))) < 100


@pytest.mark.parametrize("content", [b"", b"<html>", b"{}", bytes(1000)])
def test_what_is_no_replay_is_not_taken_for_one(
    service: FakeBallchasing, client: Client, content: bytes
) -> None:
    service.mishaps.append(answers(200, content))
    with pytest.raises(BallchasingError, match="no replay file"):
        client.replay_file(ONE)


def test_an_upload_needs_an_id(service: FakeBallchasing, client: Client) -> None:
    for document in ({}, {"id": "<script>"}, {"id": None}):
        service.mishaps.append(says(document))
        with pytest.raises(BallchasingError) as caught:
            client.upload(replay_bytes(1))
        assert caught.value.kind is Fault.BAD_ANSWER
