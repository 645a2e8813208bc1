from itertools import islice

import pytest

from rockettrainer.integrations.ballchasing import (
    BallchasingError,
    Client,
    Fault,
    collect,
    parse_reference,
)
from tests.integrations.ballchasing_fake import (
    FakeBallchasing,
    Seen,
    answers,
    replay_bytes,
    replay_id,
)

PLAYER = "steam:76561190000000001"


class Told:
    def __init__(self) -> None:
        self.steps: list[tuple[int, int, str]] = []
        self.lost: list[tuple[str, Fault]] = []

    def progress(self, done: int, total: int, text: str) -> None:
        self.steps.append((done, total, text))

    def failed(self, name: str, error: BallchasingError) -> None:
        self.lost.append((name, error.kind))


@pytest.fixture
def told() -> Told:
    return Told()


def files(service: FakeBallchasing) -> list[Seen]:
    return [call for call in service.seen if call.path.endswith("/file")]


@pytest.mark.parametrize("status", ["ok", "pending", "failed"])
def test_one_replay(service: FakeBallchasing, client: Client, told: Told, status: str) -> None:
    (name,) = service.add(1, status=status)
    assert list(collect(client, parse_reference(name), told.progress)) == [(name, replay_bytes(1))]
    assert told.steps[-1] == (1, 1, "done")


def test_a_player(service: FakeBallchasing, client: Client, told: Told) -> None:
    service.add(1)
    ids = service.add(3, player=PLAYER)
    found = list(collect(client, parse_reference(PLAYER), told.progress))
    assert [item.id for item in found] == ids
    assert [step[:2] for step in told.steps] == [(0, 0), (0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_group_with_all_below(service: FakeBallchasing, client: Client, told: Told) -> None:
    service.parents = {"cup": ["day"], "day": ["cup"]}
    ids = service.add(1, group="cup") + service.add(2, group="day")
    found = list(collect(client, parse_reference("group:cup"), told.progress))
    assert [item.id for item in found] == ids


def test_what_is_here_is_not_downloaded(
    service: FakeBallchasing, client: Client, told: Told
) -> None:
    ids = service.add(4, player=PLAYER)
    games = {ids[0].replace("-", "").upper()}
    found = collect(
        client,
        parse_reference(PLAYER),
        told.progress,
        has=lambda listed: listed.id == ids[2] or listed.rocket_league_id in games,
    )
    assert [item.id for item in found] == [ids[1], ids[3]]
    assert len(files(service)) == 2
    one = parse_reference(ids[0])
    assert not list(
        collect(client, one, told.progress, has=lambda listed: listed.rocket_league_id in games)
    )
    assert len(files(service)) == 2


def test_a_limit_counts_what_is_not_here(
    service: FakeBallchasing, client: Client, told: Told
) -> None:
    ids = service.add(500, player=PLAYER)
    here = set(ids[:10])
    found = collect(
        client,
        parse_reference(PLAYER),
        told.progress,
        has=lambda listed: listed.id in here,
        limit=2,
    )
    assert [item.id for item in found] == ids[10:12]
    assert sum(call.path == "/api/replays" for call in service.seen) == 1


def test_files_come_as_they_are_taken(service: FakeBallchasing, client: Client, told: Told) -> None:
    service.add(5, player=PLAYER)
    list(islice(collect(client, parse_reference(PLAYER), told.progress), 2))
    assert len(files(service)) == 2


def test_one_that_is_lost_does_not_stop_the_rest(
    service: FakeBallchasing, client: Client, told: Told
) -> None:
    ids = service.add(3, player=PLAYER)
    service.replays[ids[1]].content = b"<html>"
    reference = parse_reference(PLAYER)
    found = list(collect(client, reference, told.progress, failed=told.failed))
    assert [item.id for item in found] == [ids[0], ids[2]]
    assert told.lost == [(ids[1], Fault.BAD_ANSWER)]
    with pytest.raises(BallchasingError):
        list(collect(client, reference, told.progress))


def test_a_service_that_is_away_stops_all(
    service: FakeBallchasing, client: Client, told: Told
) -> None:
    service.add(3, player=PLAYER)
    found = collect(client, parse_reference(PLAYER), told.progress, failed=told.failed)
    next(found)
    service.mishaps.extend([answers(503)] * 5)
    with pytest.raises(BallchasingError) as caught:
        next(found)
    assert caught.value.kind is Fault.UNAVAILABLE
    assert told.lost == []


@pytest.mark.parametrize("text", [replay_id(9), "group:absent"])
def test_what_is_not_there_is_said(client: Client, told: Told, text: str) -> None:
    with pytest.raises(BallchasingError) as caught:
        list(collect(client, parse_reference(text), told.progress, failed=told.failed))
    assert caught.value.kind is Fault.NOT_FOUND


def test_a_player_of_whom_there_is_nothing(client: Client, told: Told) -> None:
    assert not list(collect(client, parse_reference(PLAYER), told.progress))
    assert told.steps[-1] == (0, 0, "done")


def test_the_account_sets_the_limits(service: FakeBallchasing, client: Client, told: Told) -> None:
    service.tier = "gold"
    service.add(20, player=PLAYER)
    list(collect(client, parse_reference(PLAYER), told.progress))
    times = [call.at for call in files(service)]
    assert times[-1] - times[0] < 10
    assert service.refused == 0
