import pytest

from rockettrainer.integrations.ballchasing import (
    BallchasingError,
    Fault,
    Reference,
    ReferenceKind,
    parse_reference,
)
from tests.integrations.ballchasing_fake import replay_id

ONE = replay_id(0xABC)
EPIC = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        (ONE, "replay", ONE),
        (f"  {ONE.upper()}\n", "replay", ONE),
        (f"https://ballchasing.com/replay/{ONE}", "replay", ONE),
        (f"http://www.ballchasing.com/replay/{ONE}/?x=1#watch-112", "replay", ONE),
        (f"ballchasing.com/replay/{ONE}", "replay", ONE),
        (f"BALLCHASING.com/replay/{ONE.upper()}", "replay", ONE),
        (f"https://ballchasing.com/api/replays/{ONE}", "replay", ONE),
        (f"https://ballchasing.com/api/replays/{ONE}/file", "replay", ONE),
        ("https://ballchasing.com/group/cup-day-1-x1y2z3", "group", "cup-day-1-x1y2z3"),
        ("https://ballchasing.com/group/cup-day-1-x1y2z3/players", "group", "cup-day-1-x1y2z3"),
        ("https://ballchasing.com/api/groups/cup", "group", "cup"),
        ("group:cup-day-1", "group", "cup-day-1"),
        (
            "https://ballchasing.com/player/steam/76561190000000001",
            "player",
            "steam:76561190000000001",
        ),
        ("https://ballchasing.com/player/ps4/Some%20Body", "player", "ps4:Some Body"),
        ("steam:76561190000000001", "player", "steam:76561190000000001"),
        (f"Epic:{EPIC.upper()}", "player", f"epic:{EPIC}"),
        ("xbox:2535400000000000", "player", "xbox:2535400000000000"),
        ("switch:123", "player", "switch:123"),
    ],
)
def test_what_players_paste(text: str, kind: str, value: str) -> None:
    assert parse_reference(text) == Reference(ReferenceKind(kind), value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "cup-day-1",
        "somebody",
        ONE[:-1],
        f"{ONE} {ONE}",
        "https://ballchasing.com/",
        "https://ballchasing.com/replay/",
        "https://ballchasing.com/replay/latest",
        "https://ballchasing.com/?player-name=x",
        "https://ballchasing.com/upload",
        "https://ballchasing.com/group/%2e%2e",
        "https://ballchasing.com/group/a%2Fb",
        f"https://evil.example/replay/{ONE}",
        f"https://ballchasing.com@evil.example/replay/{ONE}",
        f"https://ballchasing.com.evil.example/replay/{ONE}",
        f"https://ballchasing.com:444/replay/{ONE}",
        f"https://ballchasing.community/replay/{ONE}",
        f"https://ballchasing.com//evil.example@/replay/{ONE}",
        "https://[ballchasing.com/replay/x",
        f"ftp://ballchasing.com/replay/{ONE}",
        "steam:somebody",
        "steam:123",
        "steam:٧٦٥٦١١٩٠٠٠٠٠٠٠٠٠١",
        "epic:xyz",
        "bot:Boomer",
        "ps4:" + "x" * 65,
        "ps4:a\u202eb",
        "group:",
        "group:../x",
        "javascript:alert(1)",
        "x" * 100_000,
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BallchasingError) as caught:
        parse_reference(text)
    assert caught.value.kind is Fault.BAD_REFERENCE
    assert len(str(caught.value)) < 200
    assert str(caught.value).isprintable()
    assert "group:ID" in caught.value.hint
