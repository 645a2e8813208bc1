from itertools import chain

import httpx
import pytest

from rockettrainer.integrations.ballchasing import (
    BallchasingError,
    Client,
    Fault,
    ReplayFilter,
    ReplayStatus,
    Tier,
    Visibility,
)
from tests.integrations.ballchasing_fake import TOKEN, FakeBallchasing, replay_bytes, says

PLAYER = "steam:76561190000000001"


def test_the_token_goes_alone(service: FakeBallchasing, client: Client) -> None:
    service.tier = "gold"
    assert client.ping().type is Tier.GOLD
    assert service.seen[0].path == "/api/"
    assert service.seen[0].headers["authorization"] == TOKEN
    bearer = httpx.Request(
        "GET", service.seen[0].path, headers={"Authorization": f"Bearer {TOKEN}"}
    )
    assert service.handle(bearer).status_code == 401


@pytest.mark.parametrize("document", [{}, {"type": "emperor"}, {"type": 3, "name": None}])
def test_an_unknown_account_has_the_lowest_limits(
    service: FakeBallchasing, client: Client, document: object
) -> None:
    service.mishaps.append(says(document))
    assert client.ping().type is Tier.REGULAR


def test_a_replay_has_facts(service: FakeBallchasing, client: Client) -> None:
    (name,) = service.add(1)
    replay = client.replay(name)
    assert (replay.id, replay.status, replay.duration) == (name, ReplayStatus.OK, 312.5)
    assert replay.match_guid == "F" * 32


@pytest.mark.parametrize("status", ["pending", "failed"])
def test_one_that_is_not_read_has_few(
    service: FakeBallchasing, client: Client, status: str
) -> None:
    (name,) = service.add(1, status=status)
    replay = client.replay(name)
    assert (replay.status.value, replay.title, replay.duration) == (status, None, None)


def test_a_file_comes_as_it_is(service: FakeBallchasing, client: Client) -> None:
    (name,) = service.add(1)
    assert client.replay_file(name) == replay_bytes(1)


def test_lists_go_on_page_after_page(service: FakeBallchasing, client: Client) -> None:
    service.add(3)
    ids = service.add(450, player=PLAYER)
    assert [listed.id for listed in client.replays(ReplayFilter(player=PLAYER))] == ids
    assert [call.params.get("after") for call in service.seen] == [None, "200", "400"]
    assert service.seen[0].params["sort-by"] == "replay-date"


def test_pages_are_asked_for_when_needed(service: FakeBallchasing, client: Client) -> None:
    service.add(450, player=PLAYER)
    next(client.replays(ReplayFilter(player=PLAYER)))
    assert len(service.seen) == 1


def test_groups_are_walked_once_each(service: FakeBallchasing, client: Client) -> None:
    service.parents = {"top": ["day-1", "day-2"], "day-1": ["final", "top"], "final": ["final"]}
    ids = [service.add(2, group=name) for name in ("top", "day-1", "final", "day-2")]
    service.add(1, group="another")
    assert client.group("top").name == "TOP"
    assert [listed.id for listed in client.group_replays("top")] == [*chain(*ids)]


def test_groups_without_end_are_given_up(service: FakeBallchasing, client: Client) -> None:
    service.tier = "gc"
    client.ping()
    names = [f"g{number}" for number in range(2100)]
    service.parents = {name: [f"{name}x{n}" for n in range(700)] for name in names}
    service.parents["g0"] = names
    with pytest.raises(BallchasingError, match="more than 2000 groups") as caught:
        list(client.group_replays("g0"))
    assert caught.value.kind is Fault.TOO_LARGE


def test_uploads_are_private_and_nameless(service: FakeBallchasing, client: Client) -> None:
    sent = client.upload(replay_bytes(7))
    (call,) = service.seen
    assert not sent.duplicate
    assert sent.link == f"https://ballchasing.com/replay/{sent.id}"
    assert call.params == {"visibility": "private"}
    assert call.file == ("match.replay", replay_bytes(7))
    assert call.headers["content-type"].startswith("multipart/form-data")


def test_uploads_may_be_seen_and_grouped(service: FakeBallchasing, client: Client) -> None:
    sent = client.upload(replay_bytes(7), Visibility.UNLISTED, "day-1")
    assert service.replays[sent.id].visibility == "unlisted"
    assert service.replays[sent.id].group == "day-1"


def test_a_duplicate_names_the_one_that_was_there(service: FakeBallchasing, client: Client) -> None:
    (name,) = service.add(1)
    sent = client.upload(replay_bytes(1))
    assert (sent.id, sent.duplicate) == (name, True)


def test_the_client_hides_the_token(client: Client) -> None:
    assert TOKEN not in repr(client) + str(vars(client))
