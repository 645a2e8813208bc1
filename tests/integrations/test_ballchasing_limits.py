from bisect import bisect_left
from collections.abc import Callable

import httpx
import pytest

from rockettrainer.integrations.ballchasing import BallchasingError, Client, Fault, ReplayFilter
from tests.integrations.ballchasing_fake import (
    LIMITS,
    TOKEN,
    FakeBallchasing,
    VirtualClock,
    answers,
    replay_id,
)

ONE = replay_id(1)
CALLS: dict[str, Callable[[Client], object]] = {
    "list": lambda client: list(client.replays(ReplayFilter(group="g"))),
    "item": lambda client: client.replay(ONE),
    "file": lambda client: client.replay_file(ONE),
}


def most_within(times: list[float], window_s: float) -> int:
    return max(bisect_left(times, at + window_s) - n for n, at in enumerate(times))


@pytest.mark.parametrize("kind", CALLS)
@pytest.mark.parametrize("tier", LIMITS)
def test_limits_hold_and_are_used(
    service: FakeBallchasing, client: Client, tier: str, kind: str
) -> None:
    service.add(1)
    service.tier = tier
    client.ping()
    per_second, per_hour = LIMITS[tier][kind]
    calls = int(per_hour * 1.2) if per_hour else 100
    for _ in range(calls):
        CALLS[kind](client)
    times = [call.at for call in service.seen[1:]]
    assert service.refused == 0
    assert most_within(times, 1.0) == per_second
    if per_hour:
        assert most_within(times, 3600.0) == per_hour
        assert times[-1] - times[0] < 2 * 3600
    else:
        assert times[-1] - times[0] < 1.1 * calls / per_second


def test_limits_are_the_lowest_until_the_account_is_known(
    service: FakeBallchasing, client: Client
) -> None:
    service.add(1)
    for _ in range(20):
        client.replay_file(ONE)
    assert service.refused == 0


def test_kinds_of_calls_have_limits_of_their_own(
    service: FakeBallchasing, client: Client, clock: VirtualClock
) -> None:
    service.add(1)
    for call in CALLS.values():
        call(client)
    client.ping()
    assert clock.waits == []


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry_after": "7"}, 7.0),
        (
            {
                "retry_after": "Wed, 01 May 2024 20:01:30 GMT",
                "date": "Wed, 01 May 2024 20:00:00 GMT",
            },
            90.0,
        ),
    ],
)
def test_a_pause_is_as_long_as_asked(
    service: FakeBallchasing, client: Client, headers: dict[str, str], wait: float
) -> None:
    service.add(1)
    service.mishaps.append(answers(429, b"", **headers))
    assert client.replay(ONE).id == ONE
    assert service.clock.waits == [wait]


@pytest.mark.parametrize("value", ["", "soon", "-5", "1e9", "9" * 40, "\u0663"])
def test_a_pause_without_a_length_is_a_share_of_the_hour(
    service: FakeBallchasing, client: Client, value: str
) -> None:
    service.add(1)
    service.mishaps.append(
        lambda _: httpx.Response(429, headers=[(b"Retry-After", value.encode())])
    )
    assert client.replay_file(ONE)
    (wait,) = service.clock.waits
    assert 18 <= wait <= 27


def test_pauses_grow_and_end(service: FakeBallchasing, client: Client) -> None:
    service.mishaps.extend([answers(429)] * 9)
    with pytest.raises(BallchasingError) as caught:
        client.replay_file(ONE)
    assert caught.value.kind is Fault.RATE_LIMITED
    assert len(service.seen) == 5
    assert service.clock.waits == sorted(service.clock.waits)


def test_a_limit_beyond_ones_patience_says_how_long(
    service: FakeBallchasing, clock: VirtualClock
) -> None:
    service.add(1)
    waits: list[float] = []
    with Client(
        TOKEN, transport=service.transport(), clock=clock, patience_s=60, on_wait=waits.append
    ) as client:
        for _ in range(200):
            client.replay_file(ONE)
        with pytest.raises(BallchasingError) as caught:
            client.replay_file(ONE)
        assert caught.value.kind is Fault.RATE_LIMITED
        assert 3300 < (caught.value.retry_after_s or 0) < 3600
        service.mishaps.append(answers(429, retry_after="59"))
        client.replay(ONE)
        service.mishaps.append(answers(429, retry_after="86400"))
        with pytest.raises(BallchasingError):
            client.replay(ONE)
    assert waits == [59.0]
    assert len(service.seen) == 203
