import pickle
from itertools import repeat
from pathlib import Path

import httpx
import pytest

from rockettrainer.integrations.ballchasing import BallchasingError, Client, Fault, ReplayFilter
from tests.integrations.ballchasing_fake import (
    TOKEN,
    Drip,
    FakeBallchasing,
    VirtualClock,
    answers,
    breaks,
    replay_bytes,
    replay_id,
)

ONE = replay_id(1)


def fails(client: Client, kind: Fault) -> BallchasingError:
    with pytest.raises(BallchasingError) as caught:
        client.replay(ONE)
    assert caught.value.kind is kind
    assert caught.value.message
    assert caught.value.hint
    assert TOKEN not in f"{caught.value}{caught.value!r}{caught.value.hint}"
    return caught.value


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, Fault.REFUSED),
        (401, Fault.UNAUTHORISED),
        (403, Fault.FORBIDDEN),
        (404, Fault.NOT_FOUND),
        (408, Fault.REFUSED),
        (409, Fault.REFUSED),
        (413, Fault.TOO_LARGE),
        (418, Fault.REFUSED),
        (204, Fault.BAD_ANSWER),
        (302, Fault.BAD_ANSWER),
    ],
)
def test_a_refusal_is_final(
    service: FakeBallchasing, client: Client, status: int, kind: Fault
) -> None:
    service.mishaps.append(answers(status, location="https://elsewhere.example/"))
    fails(client, kind)
    assert len(service.seen) == 1


def test_a_wrong_token_is_named(service: FakeBallchasing) -> None:
    with Client("another-token", transport=service.transport(), clock=service.clock) as client:
        assert "token set" in fails(client, Fault.UNAUTHORISED).hint


def test_the_services_reason_is_told_but_never_the_token(
    service: FakeBallchasing, client: Client
) -> None:
    service.mishaps.append(answers(400, b'{"error": "no such\\u001b[2J \\n season"}'))
    assert str(fails(client, Fault.REFUSED)).endswith(": no such[2J  season")
    service.mishaps.append(answers(401, b'{"error": "bad key %s"}' % TOKEN.encode()))
    fails(client, Fault.UNAUTHORISED)


@pytest.mark.parametrize(
    "mishap",
    [
        answers(500),
        answers(503, b"<html>busy</html>"),
        answers(520),
        breaks(httpx.ReadTimeout),
        breaks(httpx.ConnectError),
        breaks(httpx.RemoteProtocolError),
        answers(200, b'{"id"', content_length="900"),
    ],
)
def test_what_may_pass_is_tried_again(
    service: FakeBallchasing, client: Client, mishap: object
) -> None:
    service.add(1)
    service.mishaps.extend([mishap] * 4)  # type: ignore[list-item]
    assert client.replay(ONE).id == ONE
    pauses = [wait for wait in service.clock.waits if wait >= 1]
    assert len(pauses) == 4
    for turn, pause in enumerate(pauses):
        assert 2**turn <= pause <= 1.5 * 2**turn + 1


def test_in_the_end_it_is_given_up(service: FakeBallchasing, client: Client) -> None:
    service.mishaps.extend([answers(500)] * 9)
    assert "500" in str(fails(client, Fault.UNAVAILABLE))
    assert len(service.seen) == 5


def test_waits_differ(service: FakeBallchasing, client: Client) -> None:
    service.add(1)
    for _ in range(20):
        service.mishaps.append(answers(500))
        client.replay(ONE)
    assert len({round(wait, 6) for wait in service.clock.waits if wait > 1}) > 10


@pytest.mark.parametrize("from_file", [True, False])
def test_each_try_sends_the_whole_body(
    service: FakeBallchasing, client: Client, tmp_path: Path, *, from_file: bool
) -> None:
    path = tmp_path / "secret-name.replay"
    path.write_bytes(replay_bytes(5))
    service.mishaps.extend([answers(500), breaks(httpx.WriteTimeout), answers(429)])
    sent = client.upload(path if from_file else path.read_bytes())
    assert not sent.duplicate
    assert [call.file for call in service.seen] == [("match.replay", replay_bytes(5))] * 4


def test_an_upload_whose_answer_was_lost_is_found(service: FakeBallchasing, client: Client) -> None:
    def lost(request: httpx.Request) -> httpx.Response:
        service.handle(request)
        service.seen.pop()
        raise httpx.ReadTimeout("lost", request=request)

    service.mishaps.append(lost)
    sent = client.upload(replay_bytes(5))
    assert (sent.duplicate, list(service.replays)) == (True, [sent.id])


def test_only_replays_are_sent(service: FakeBallchasing, client: Client, tmp_path: Path) -> None:
    path = tmp_path / "diary.txt"
    path.write_text("dear diary")
    for body in (path, b"", b"x" * 100):
        with pytest.raises(BallchasingError) as caught:
            client.upload(body)
        assert caught.value.kind is Fault.NOT_A_REPLAY
    with pytest.raises(BallchasingError) as caught:
        client.upload(replay_bytes(1) + bytes(64 << 20))
    assert caught.value.kind is Fault.TOO_LARGE
    with pytest.raises(FileNotFoundError):
        client.upload(tmp_path / "absent")
    assert service.seen == []


def test_an_answer_that_drips_is_given_up(
    service: FakeBallchasing, client: Client, clock: VirtualClock
) -> None:
    drips = [Drip(clock, repeat(b" ", 10_000), each_s=20) for _ in range(5)]
    service.mishaps.extend(drip.as_mishap() for drip in drips)
    fails(client, Fault.UNAVAILABLE)
    assert all(drip.taken < 40 for drip in drips)


def test_ids_cannot_leave_their_path(service: FakeBallchasing, client: Client) -> None:
    for name in ("../v2/upload", "", f"{ONE}/file", f"{ONE}?x=1", f"{ONE}\n"):
        for ask in (client.replay, client.replay_file):
            with pytest.raises(BallchasingError) as caught:
                ask(name)
            assert caught.value.kind is Fault.BAD_REFERENCE
    for name in ("..", "../replays", "a/b", "", "a?b"):
        with pytest.raises(BallchasingError):
            client.group(name)
    assert service.seen == []


def test_the_rest_of_a_list_may_fail(service: FakeBallchasing, client: Client) -> None:
    service.add(300)
    listed = client.replays(ReplayFilter())
    first = [next(listed) for _ in range(200)]
    service.mishaps.append(answers(403))
    with pytest.raises(BallchasingError):
        next(listed)
    assert len(first) == 200


def test_an_error_survives_between_processes(service: FakeBallchasing, client: Client) -> None:
    service.mishaps.append(answers(404))
    error = fails(client, Fault.NOT_FOUND)
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 (our own)
    assert (copy.kind, copy.message, copy.hint) == (error.kind, error.message, error.hint)
