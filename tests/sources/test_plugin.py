import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rockettrainer._bakkesmod import PLAYER_TICK, TICK_HEADER, encode_tick
from rockettrainer.match import STANDARD_PADS
from rockettrainer.sources.plugin import (
    Flaw,
    Goal,
    PluginError,
    nearest_pad,
    read_message,
    read_ticks,
)


def goal(**changed: Any) -> str:  # noqa: ANN401 (JSON)
    said = {"type": "event", "event": "goal", "n": 1, "session": 1, "seq": 7, "team": 0}
    return json.dumps(said | {"player": 3, "position": [0, 5120.5, None]} | changed)


def ticks(*players: int) -> bytes:
    header = np.zeros((), TICK_HEADER)
    return b"".join(encode_tick(header, np.zeros(count, PLAYER_TICK)) for count in players)


def test_an_event_is_read() -> None:
    read = read_message(goal())
    assert isinstance(read, Goal)
    assert (read.n, read.seq, read.team, read.player) == (1, 7, 0, 3)
    assert read.position == (0.0, 5120.5, None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{", Flaw.NOT_JSON),
        ("[]", Flaw.BAD_FIELD),
        ('{"type": "x"}', Flaw.UNKNOWN_MESSAGE),
        (goal(n=0), Flaw.BAD_FIELD),
        (goal(event="unheard_of"), Flaw.BAD_FIELD),
        (goal(position=[1, 2]), Flaw.BAD_FIELD),
        (goal(position=[1e9, 0, 0]), Flaw.BAD_FIELD),
        (goal(player="0"), Flaw.BAD_FIELD),
        (goal(more="x" * 17_000), Flaw.TOO_LARGE),
    ],
)
def test_what_is_not_as_described_is_refused(text: str, kind: Flaw) -> None:
    with pytest.raises(PluginError) as refused:
        read_message(text)
    assert refused.value.kind is kind


def test_ticks_lie_back_to_back() -> None:
    assert [len(tick.players) for tick in read_ticks(ticks(8, 0, 3))] == [8, 0, 3]


@given(st.binary(max_size=400))
def test_no_garbage_is_a_tick(garbage: bytes) -> None:
    whole = ticks(2)
    for message in (garbage + b"\0", whole + garbage + b"\0", whole[: len(garbage) % 323 + 1]):
        with pytest.raises(PluginError):
            read_ticks(message)


def test_a_pad_is_known_by_its_place() -> None:
    for index, (x, y, _, _) in enumerate(STANDARD_PADS.tolist()):
        assert nearest_pad(x + 30.0, y - 30.0) == index
    assert nearest_pad(9000.0, 0.0) == -1
