import re
from collections.abc import Sequence

import numpy as np
import pytest

from rockettrainer import _bakkesmod
from tests.conftest import ROOT

LAYOUT = ROOT / "plugin_cpp/core/include/rockettrainer/tick.hpp"


def _members(structure: str) -> list[str]:
    body = LAYOUT.read_text(encoding="utf-8").split(f"struct {structure} {{")[1].split("\n};")[0]
    return re.findall(r"^    [\w:<>, ]+? (\w+)(?: = [^;]+|\{[^;]*\})?;", body, re.MULTILINE)


@pytest.mark.parametrize(
    ("structure", "dtype"),
    [("TickHeader", _bakkesmod.TICK_HEADER), ("PlayerTick", _bakkesmod.PLAYER_TICK)],
)
def test_the_dtype_has_every_member_of_the_structure(
    structure: str, dtype: np.dtype[np.void]
) -> None:
    members = _members(structure)
    assert "reserved" in members
    assert dtype.names == tuple(name for name in members if name != "reserved")


def test_the_dtypes_have_the_sizes_that_the_plugin_announces() -> None:
    assert (_bakkesmod.TICK_HEADER.itemsize, _bakkesmod.PLAYER_TICK.itemsize) == (100, 112)
    assert _bakkesmod.MAGIC.to_bytes(4, "little") == b"RTTK"
    assert _bakkesmod.LAYOUT == 1


def _records(dtype: np.dtype[np.void], shape: Sequence[int], seed: int) -> np.ndarray:
    """Every field filled with bytes of its own, floats finite."""
    records = np.zeros(shape, dtype)
    random = np.random.default_rng(seed)
    for name in dtype.names or ():
        kind = records[name].dtype
        values = random.integers(0, 100, records[name].shape)
        records[name] = values.astype(kind)
    return records


def test_a_tick_is_read_back_as_it_was_written() -> None:
    header = _records(_bakkesmod.TICK_HEADER, (), 1)
    players = _records(_bakkesmod.PLAYER_TICK, (6,), 2)
    wire = _bakkesmod.encode_tick(header, players)
    assert len(wire) == 100 + 6 * 112
    head = np.frombuffer(wire, _bakkesmod.TICK_HEADER, 1)[0]
    assert (head["magic"], head["layout"], head["player_count"]) == (_bakkesmod.MAGIC, 1, 6)
    for name in set(_bakkesmod.TICK_HEADER.names or ()) - {"magic", "layout", "player_count"}:
        np.testing.assert_array_equal(head[name], header[name], err_msg=name)
    np.testing.assert_array_equal(np.frombuffer(wire, _bakkesmod.PLAYER_TICK, offset=100), players)


def test_a_record_of_an_array_and_a_view_with_gaps_will_do() -> None:
    headers = _records(_bakkesmod.TICK_HEADER, (2,), 3)
    players = _records(_bakkesmod.PLAYER_TICK, (8,), 4)
    wire = _bakkesmod.encode_tick(headers[1], players[::2])
    assert np.frombuffer(wire, _bakkesmod.TICK_HEADER, 1)["seq"] == headers["seq"][1]
    seen = np.frombuffer(wire, _bakkesmod.PLAYER_TICK, offset=100)
    np.testing.assert_array_equal(seen, players[::2])


def test_records_of_another_kind_or_too_many_are_refused() -> None:
    header = np.zeros((), _bakkesmod.TICK_HEADER)
    players = np.zeros(2, _bakkesmod.PLAYER_TICK)
    with pytest.raises(TypeError, match="players has another dtype"):
        _bakkesmod.encode_tick(header, header)
    with pytest.raises(TypeError, match="header has another dtype"):
        _bakkesmod.encode_tick(np.zeros(100, np.uint8), players)
    with pytest.raises(ValueError, match="players has too many records"):
        _bakkesmod.encode_tick(header, np.zeros(9, _bakkesmod.PLAYER_TICK))
    with pytest.raises(ValueError, match="header has too many records"):
        _bakkesmod.encode_tick(np.zeros(1, _bakkesmod.TICK_HEADER), players)
