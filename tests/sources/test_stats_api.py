"""The Stats API's stream: whatever way it is cut and written, it tells the same."""

import json
import random

import msgspec
import pytest

from rockettrainer.match import Team
from rockettrainer.sources.stats_api import (
    EVENTS,
    LARGEST_BYTES,
    Event,
    LocalPlayer,
    Reader,
    Splitter,
    Unknown,
    UpdateState,
    find,
    seat_of,
    shown_team,
    uu_s,
)
from tests.support.stats_api import CAPTURED, KMH, Scene, cars, message, stream

SPLITS = 10_000
STREAM = [("UpdateState", CAPTURED), *stream(states=4)]
RNG = random.Random(20_261_126)  # noqa: S311 (numbers for a test)


def _read(*pieces: bytes) -> list[Event | None]:
    splitter, reader = Splitter(), Reader()
    return [reader.read(whole) for piece in pieces for whole in splitter.feed(piece)]


EXPECTED = _read(*(message(name, data, "object") for name, data in STREAM))


def _cut(whole: bytes) -> list[bytes]:
    cuts = sorted(RNG.sample(range(1, len(whole)), RNG.choice([0, 1, 2, 5, 30])))
    return [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True)]


def _written(name: str, data: dict[str, object]) -> bytes:
    """A message in one of the ways in which it may be written."""
    if RNG.random() < 0.5:
        return message(name, data, RNG.choice(["string", "object"]))
    held = json.dumps(data, ensure_ascii=RNG.random() < 0.5, indent=RNG.choice([None, 2]))
    envelope = {"Event": name, "Data": held if RNG.random() < 0.5 else data}
    return json.dumps(envelope, ensure_ascii=RNG.random() < 0.5).encode() + RNG.choice(
        [b"", b"\r\n"]
    )


def test_the_recorded_stream_has_every_event() -> None:
    assert {type(event) for event in EXPECTED} == set(EVENTS)
    assert len(EVENTS) == 22


def test_any_split_and_form_tells_the_same() -> None:
    for _ in range(SPLITS):
        first = RNG.randrange(len(STREAM))
        part = slice(first, first + RNG.randrange(1, 12))
        whole = b"".join(_written(name, data) for name, data in STREAM[part])
        assert _read(*_cut(whole)) == EXPECTED[part]


def test_byte_by_byte_tells_the_same() -> None:
    whole = b"".join(message(name, data) for name, data in STREAM)
    assert _read(*(bytes([byte]) for byte in whole)) == EXPECTED


def _named(name: bytes) -> bytes:
    """A state of one player, whose name is these bytes, as a string within a string."""
    return message("UpdateState", {"Players": [{"Name": "@@", "TeamNum": 1}]}).replace(b"@@", name)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Łukasz".encode("cp1250"), "Łukasz"),
        ("Łukasz".encode(), "Łukasz"),
        ("Ł".encode() + "ę".encode("cp1250"), "Łę"),
        (b"\x81", "\ufffd"),
        (rb"\ud83d", "?"),
        (rb"\\ud83d", "?"),
        (rb"\ud83d\ude80", "🚀"),
        (b"\xf0\x9f\x9a", "đźš"),
    ],
)
def test_names_in_odd_encodings_are_read(raw: bytes, name: str) -> None:
    splitter, reader = Splitter(), Reader()
    (whole,) = splitter.feed(_named(raw))
    state = reader.read(whole)
    assert isinstance(state, UpdateState)
    assert state.players[0].name == name
    assert (reader.read_count, reader.malformed) == (1, 0)


def test_what_is_left_out_is_unknown_and_flags_are_false() -> None:
    state = EXPECTED[0]
    assert isinstance(state, UpdateState)
    mine, mate, opponent = state.players
    assert (mine.is_on_ground, mate.is_on_ground, mate.is_boosting) == (False, True, True)
    assert (opponent.speed, opponent.boost, opponent.is_seen) == (None, None, False)
    assert (mine.score, opponent.shots, state.game.arena) == (182, 3, "EuroStadium_Rainy_P")
    assert state.game.is_replay
    assert state.game.target is None


def test_kilometres_an_hour_become_uu_s() -> None:
    assert uu_s(82.8) == pytest.approx(2300.0)
    assert uu_s(80.25) == pytest.approx(2229.17, abs=0.01)
    assert uu_s(None) != uu_s(None)


@pytest.mark.parametrize(
    "raw",
    [
        b'{"Event":"UpdateState","Data":{"Players":"all"}}',
        b'{"Event":"UpdateState","Data":"{\\"Players\\":"}',
        b'{"Event":"UpdateState","Data":{"Players":[{"Speed":NaN}]}}',
        b'{"Event":"UpdateState","Data":{"Players":[{"Speed":1e39}]}}',
        b'{"Event":"UpdateState","Data":{"Players":[{"Score":4294967296}]}}',
        b'{"Event":"BallHit","Data":{}}',
        b'{"Event":"UpdateState","Data":[]}',
        b'{"Event":5}',
        b'{"Name":"PlayerA"}',
        b"{}",
        b'{"Event":"UpdateState","Data":{"Players":[' + b"[" * 100_000 + b"]" * 100_000 + b"]}}",
    ],
)
def test_what_cannot_be_told_is_counted(raw: bytes) -> None:
    reader = Reader()
    assert reader.read(raw) is None
    assert (reader.read_count, reader.malformed) == (0, 1)


def test_an_event_of_tomorrow_is_kept_and_counted() -> None:
    reader = Reader()
    assert reader.read(b'{"Event":"CarWashed","Data":{"Shine":1}}') == Unknown(name="CarWashed")
    assert reader.read(b'{"Event":"MatchPaused"}') is not None
    assert reader.read(b'{"Event":"MatchPaused","Data":""}') is not None
    assert (reader.read_count, reader.unknown, reader.malformed) == (3, 1, 0)


GOOD = message("MatchPaused", {"MatchGuid": "1"})


@pytest.mark.parametrize(
    "garbage",
    [
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"\x00\xff\xfe" * 50,
        b"]}]}\"'\\",
        message("UpdateState", CAPTURED)[:700],
        message("UpdateState", CAPTURED, "object")[:700],
        message("UpdateState", CAPTURED, "object")[:215],
        b'{"Event":"MatchPaused","Data":{',
        b'{"Event":"Match',
        b'{"Event"',
        b"{",
        b"{{{{{{{{",
        b'{ "Event"{ "Event"{ "Event"',
    ],
)
def test_garbage_is_skipped_and_the_next_message_is_read(garbage: bytes) -> None:
    for pieces in ([garbage + GOOD + GOOD], [bytes([byte]) for byte in garbage + GOOD + GOOD]):
        splitter, reader = Splitter(), Reader()
        read = [reader.read(whole) for piece in pieces for whole in splitter.feed(piece)]
        assert [event for event in read if event is not None] == EXPECTED_PAUSES
        assert splitter.skipped > 0
        assert splitter.held_bytes == 0


EXPECTED_PAUSES = _read(GOOD, GOOD)


@pytest.mark.parametrize(
    "hostile",
    [
        b'{"Event":"' + b"a" * (3 * LARGEST_BYTES),
        b'{"Event":"MatchPaused","Data":{"x":"' + b"a" * LARGEST_BYTES + b'"}}',
        (b'{"' + b"a" * 60 + b'":') * (LARGEST_BYTES // 50),
        b'{"Event":[' + b'"Event",' * (LARGEST_BYTES // 4),
        b'{"a":["' + b"\\\\" * (2 * LARGEST_BYTES),
    ],
    ids=["string", "whole", "nested", "names", "escapes"],
)
@pytest.mark.parametrize("piece", [4096, 1 << 16])
def test_hostile_sizes_are_refused_and_counted(hostile: bytes, piece: int) -> None:
    splitter = Splitter()
    for start in range(0, len(hostile), piece):
        for whole in splitter.feed(hostile[start : start + piece]):
            assert len(whole) <= LARGEST_BYTES
        assert splitter.held_bytes <= LARGEST_BYTES
    assert splitter.too_large >= 1
    assert splitter.skipped >= LARGEST_BYTES


def test_thousands_of_broken_beginnings_are_gone_through_once() -> None:
    splitter = Splitter()
    for _ in range(8):
        splitter.feed(b'{"Event"' * 8192)
    assert splitter.broken >= 8 * 8192 - 1
    assert splitter.held_bytes <= 8


def test_accounts_are_named_as_in_replays() -> None:
    scene = Scene(cars()).state()
    state = msgspec.convert(scene, UpdateState, strict=False)
    seats = [seat_of(player) for player in state.players]
    assert [seat.id for seat in seats] == [
        "epic:0123456789abcdef",
        "bot:Ⓑlue 🚀",
        "steam:76561198000000005",
        "steam:76561198000000006",
    ]
    assert [seat.team for seat in seats] == [Team.BLUE, Team.BLUE, Team.ORANGE, Team.ORANGE]
    assert [seat.is_bot for seat in seats] == [False, True, False, False]
    guest = msgspec.structs.replace(state.players[3], primary_id="XboxOne|99|1")
    assert seat_of(guest).id == "xbox:99/1"


def _state(scene: Scene) -> UpdateState:
    return msgspec.convert(scene.state(), UpdateState, strict=False)


def test_the_camera_tells_who_plays_here() -> None:
    scene, local = Scene(cars()), LocalPlayer()
    me, opponent = scene.cars[3], scene.cars[0]
    seats = tuple(seat_of(player) for player in _state(scene).players)
    scene.target = me
    local.look(_state(scene))
    assert local.id_in(seats) is None
    scene.replay, scene.target = True, opponent  # a goal's replay follows the scorer
    for _ in range(10):
        local.look(_state(scene))
    scene.replay, scene.target = False, me
    for _ in range(2):
        local.look(_state(scene))
    assert local.id_in(seats) == "steam:76561198000000006"
    assert local.id_in(seats[:3]) is None


def test_who_watches_is_nobody() -> None:
    scene, local = Scene(cars(), own_team=None), LocalPlayer()
    scene.target = scene.cars[0]
    for _ in range(50):
        local.look(_state(scene))
    assert shown_team(_state(scene)) is None
    assert local.id_in(tuple(map(seat_of, _state(scene).players))) is None


@pytest.mark.parametrize("known", ["Myself", "steam:76561198000000006"])
def test_who_plays_here_may_be_known(known: str) -> None:
    seats = tuple(map(seat_of, _state(Scene(cars())).players))
    assert LocalPlayer([known]).id_in(seats) == "steam:76561198000000006"
    assert LocalPlayer(["Someone else"]).id_in(seats) is None


def test_an_event_means_whom_it_names() -> None:
    scene = Scene(cars())
    scene.cars[1].name = scene.cars[3].name  # namesakes are told apart by their keys
    scene.target = scene.cars[3]
    state = _state(scene)
    assert find(state.players, state.game.target) is state.players[3]
    assert find(state.players, None) is None
    assert uu_s(scene.cars[0].speed_uu_s * KMH) == 0.0
