"""Frames for the viewer: a compact binary of 16-bit differences.

Layout, little-endian:

* ``RTV1``, then the length of the header as uint32, then the header: JSON, padded with spaces so
  that what follows begins at a multiple of 4.
* ``time_s`` and ``match_s``: float32, one a frame each.
* The streams, in the header's order. A stream has ``components`` parts, one after the other; each
  is an int16 a frame: the difference to the frame before (the first to 0), modulo 2^16. Their
  running sum, modulo 2^16, is -32768 where the value is unknown, else the value divided by the
  stream's ``scale``. The error is at most half the scale.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from rockettrainer.library._clock import frame_times_s, match_time_s
from rockettrainer.match import AnyArray, Frames

MAGIC: Final = b"RTV1"
UNKNOWN: Final = -32768
_MOST: Final = 32767

POSITION_SCALE: Final = 0.25
"""uu. Reaches 8,191 uu, further than any field; a stream with more gets a coarser scale."""
VELOCITY_SCALE: Final = 0.2
"""uu/s. Reaches 6,553; balls reach 6,000."""
ROTATION_SCALE: Final = 1 / _MOST
BOOST_SCALE: Final = 1 / 256
WHOLE: Final = 1.0
_LATEST_S: Final = 1e6

LAYOUT: Final = __doc__ or ""

FLAGS: Final = ("boosting", "jumping", "double_jumping", "dodging", "handbrake", "ball_cam")
"""Bits of a car's ``flags``, the first is 1; demolished and on_field follow."""
_ALL_FLAGS: Final = (*FLAGS, "demolished", "on_field")


@dataclass(frozen=True, slots=True, eq=False)
class _Stream:
    name: str
    slot: int | None
    scale: float
    values: AnyArray
    """``[n]`` or ``[n, components]``"""


def viewer_file(frames: Frames, player_ids: list[str]) -> bytes:
    """The binary.

    Args:
        frames: Of a match.
        player_ids: Of each slot, for the header.
    """
    described, parts = [], [_times(frame_times_s(frames)), _times(match_time_s(frames))]
    for stream in _streams(frames):
        values = stream.values.reshape(frames.size, math.prod(stream.values.shape[1:]))
        scale = _fitting(stream.scale, values)
        described.append(
            {
                "name": stream.name,
                "slot": stream.slot,
                "components": values.shape[1],
                "scale": scale,
            }
        )
        parts.append(_differences(values, scale))
    header = {
        "frames": frames.size,
        "players": player_ids,
        "flags": list(_ALL_FLAGS),
        "streams": described,
    }
    return _head(header) + b"".join(parts)


def _streams(frames: Frames) -> Iterator[_Stream]:
    yield _Stream("phase", None, WHOLE, frames.phase)
    yield _Stream("clock_s", None, 1 / 64, frames.clock_s)
    yield _Stream("team_score", None, WHOLE, frames.team_score)
    yield _Stream("ball_position", None, POSITION_SCALE, frames.ball_position)
    yield _Stream("ball_velocity", None, VELOCITY_SCALE, frames.ball_velocity)
    yield _Stream("ball_rotation", None, ROTATION_SCALE, frames.ball_rotation)
    for slot in range(frames.players):
        yield _Stream("position", slot, POSITION_SCALE, frames.position[:, slot])
        yield _Stream("velocity", slot, VELOCITY_SCALE, frames.velocity[:, slot])
        yield _Stream("rotation", slot, ROTATION_SCALE, frames.rotation[:, slot])
        yield _Stream("boost", slot, BOOST_SCALE, frames.boost[:, slot])
        yield _Stream("flags", slot, WHOLE, _flags(frames, slot))


def _flags(frames: Frames, slot: int) -> AnyArray:
    bits = [(getattr(frames, name)[:, slot] == 1) << bit for bit, name in enumerate(_ALL_FLAGS)]
    return np.asarray(np.sum(bits, axis=0, dtype=np.int16)) if bits else np.empty(0, np.int16)


def _fitting(scale: float, values: AnyArray) -> float:
    """The scale, or a coarser one if values lie beyond its reach."""
    finite = np.abs(values[np.isfinite(values)], dtype=np.float64)
    return max(scale, float(finite.max(initial=0.0)) / _MOST)


def _differences(values: AnyArray, scale: float) -> bytes:
    known = np.isfinite(values)
    steps = np.rint(np.where(known, values, 0.0).astype(np.float64) / scale)
    whole = np.where(known, np.clip(steps, -_MOST, _MOST), UNKNOWN).astype(np.int32)
    return np.diff(whole, axis=0, prepend=0).T.astype("<i2").tobytes()


def _times(values: AnyArray) -> bytes:
    return np.minimum(values, _LATEST_S).astype("<f4").tobytes()


def _head(header: dict[str, object]) -> bytes:
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-(len(MAGIC) + 4 + len(text)) % 4)
    return MAGIC + len(text).to_bytes(4, "little") + text
