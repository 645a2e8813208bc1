import os
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from rockettrainer.match import AnyArray, Events, Frames, blank_frames, no_events
from rockettrainer.storage import FRAMES_BUDGET, REPLAY_BUDGET, Files, Store, StoreError, Trouble
from rockettrainer.storage._frame_files import decode, encode
from tests.support.matches import match, odd_frames, record


def _same(first: Frames | Events, second: Frames | Events) -> None:
    names: Iterable[str] = first._fields
    columns: Iterable[AnyArray] = first
    others: Iterable[AnyArray] = second
    for name, one, other in zip(names, columns, others, strict=True):
        assert (one.dtype, one.shape) == (other.dtype, other.shape), name
        assert one.tobytes() == other.tobytes(), name
        assert other.flags.c_contiguous, name
        assert other.flags.writeable, name


@pytest.mark.parametrize("frames", [0, 1, 2, 900])
@pytest.mark.parametrize("players", [0, 1, 8])
def test_frames_and_events_come_back_bit_by_bit(frames: int, players: int) -> None:
    columns, events = odd_frames(frames + players, frames, players)
    back, happened = decode(encode(columns, events))
    _same(columns, back)
    _same(events, happened)


def test_a_blank_match_comes_back() -> None:
    back, happened = decode(encode(blank_frames(5, 2), no_events()))
    _same(blank_frames(5, 2), back)
    _same(no_events(), happened)


def test_what_is_unknown_throughout_takes_no_room_and_stays_unknown() -> None:
    columns, events = odd_frames(1, 30, 2)
    columns.throttle[:] = np.nan
    columns.wheels[:, 1] = -1
    content = encode(columns, events)
    with pq.ParquetFile(pa.BufferReader(content)) as file:
        kept = set(file.schema.names)
    assert not {"throttle.0", "throttle.1", "wheels.1"} & kept
    assert {"wheels.0", "speed.0", "time_s.0"} <= kept
    back, _ = decode(content)
    _same(columns, back)


def test_a_file_is_named_after_its_content(tmp_path: Path) -> None:
    files = Files(tmp_path)
    first, again = files.write_frames(match(1)), files.write_frames(match(1))
    assert first == again
    assert first.bytes == files.frames.path(first.sha256).stat().st_size
    assert len(list(tmp_path.rglob("*.parquet"))) == 1
    back, events = files.read_frames(first.sha256)
    _same(match(1).frames, back)
    _same(match(1).events, events)


@pytest.mark.parametrize("kind", ["frames", "replay"])
def test_damage_is_noticed(tmp_path: Path, kind: str) -> None:
    files = Files(tmp_path)
    if kind == "frames":
        sha256 = files.write_frames(match(1)).sha256
        path = files.frames.path(sha256)
    else:
        sha256 = files.write_replay(b"a replay" * 100).sha256
        path = files.replays.path(sha256)
    content = bytearray(path.read_bytes())
    for damaged in (
        bytes(content[:-1]),
        b"",
        bytes([*content[:20], content[20] ^ 1, *content[21:]]),
    ):
        path.write_bytes(damaged)
        with pytest.raises(StoreError) as caught:
            (files.read_frames if kind == "frames" else files.read_replay)(sha256)
        assert caught.value.kind is Trouble.DAMAGED
    path.unlink()
    with pytest.raises(StoreError) as caught:
        (files.read_frames if kind == "frames" else files.read_replay)(sha256)
    assert caught.value.kind is Trouble.NOT_FOUND


def test_an_original_comes_back(tmp_path: Path) -> None:
    files = Files(tmp_path)
    content = os.urandom(1000) + bytes(100_000)
    kept = files.write_replay(content)
    assert kept.packed_bytes is not None
    assert kept.packed_bytes < kept.file_bytes == len(content)
    assert files.read_replay(kept.sha256) == content
    assert files.write_replay(b"other", keep=False).packed_bytes is None


def _with_replays(store: Store, count: int) -> list[str]:
    """Matches with originals that cannot be compressed: 1000 bytes and a little each."""
    names = []
    for number in range(count):
        file = store.files.write_replay(np.random.default_rng(number).bytes(1000))
        store.add_match(replace(record(number), replay=file))
        names.append(file.sha256)
    return names


def test_originals_of_the_oldest_matches_go_first(store: Store) -> None:
    names = _with_replays(store, 6)
    store.pin_match(next(m.id for m in store.matches().matches if m.name == "Match 1"), pinned=True)
    assert store.keep_within_budget() == 0
    store.settings.put(REPLAY_BUDGET, 3500)
    assert store.keep_within_budget() == 3
    assert [store.files.replays.has(name) for name in names] == [
        False,
        True,
        False,
        False,
        True,
        True,
    ]
    assert store.keep_within_budget() == 0
    assert all(store.find_replay(name) for name in names)


def test_frames_go_only_where_the_original_can_make_them_again(store: Store) -> None:
    for number in range(4):
        original = store.files.write_replay(bytes([number]) * 100, keep=number != 1)
        made = store.files.write_frames(match(number))
        store.add_match(replace(record(number), replay=original, frames=made))
    store.settings.put(FRAMES_BUDGET, 2 * made.bytes)
    assert store.keep_within_budget() == 2
    lines = {line.name: line.has_frames for line in store.matches().matches}
    assert lines == {"Match 0": False, "Match 1": True, "Match 2": False, "Match 3": True}
    assert len(list(store.files.frames.path("00").parent.parent.glob("*/*.parquet"))) == 2
    store.settings.put(REPLAY_BUDGET, 1)
    store.settings.put(FRAMES_BUDGET, 0)
    assert store.keep_within_budget() == 4
    assert [line.has_frames for line in store.matches().matches] == [False, False, True, False]


def test_an_evicted_original_can_be_kept_again(store: Store) -> None:
    _with_replays(store, 1)
    store.settings.put(REPLAY_BUDGET, 0)
    assert store.keep_within_budget() == 1
    _with_replays(store, 1)
    match = store.match(store.matches().matches[0].id)
    assert match is not None
    assert match.replays[0].packed_bytes is not None


def test_what_interrupted_imports_left_is_swept(store: Store) -> None:
    kept = store.files.write_frames(match(1))
    store.add_match(replace(record(1), frames=kept))
    old = store.files.write_frames(match(2))
    young = store.files.write_frames(match(3))
    part = store.files.frames.path(kept.sha256).with_name("ab.parquet.0123.part")
    part.write_bytes(b"half")
    past = time.time() - 7200
    for path in (part, *(store.files.frames.path(f.sha256) for f in (kept, old))):
        os.utime(path, (past, past))
    assert store.sweep() == 2
    assert store.files.frames.has(kept.sha256)
    assert store.files.frames.has(young.sha256)
    assert not store.files.frames.has(old.sha256)
