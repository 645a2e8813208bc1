"""Damaging replay files, the same way for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from ._file import reseal

Damage: TypeAlias = Callable[[bytearray, random.Random, Sequence[bytes]], None]

# Lengths that are wrong in ways of their own: nothing, signs, overflows, just too many.
_LENGTHS = (0, 1, -1, 127, 255, 10_000, 25_001, 2**24, 2**31 - 1, -(2**31), -10_001)
# A text with its length: up to 255 printable letters and a closing zero.
_TEXT = re.compile(rb"[\x02-\xff]\0\0\0[\x20-\x7e]{1,254}\0")
_MOST_FLIPS = 24
_LONGEST_SPLICE = 2_000
# Where the network stream is for sure, in shares of a file.
_STREAM = (0.25, 0.55)
_SECTION_HEAD = 8


def damaged(seed: int, originals: Sequence[bytes]) -> bytes:
    """One of the originals, damaged.

    Two seeds of three have the body's length put right again and one of those its checksums too,
    so that the damage is not turned away at the front door.
    """
    chance = random.Random(seed)  # noqa: S311
    data = bytearray(chance.choice(originals))
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        chance.choice(_DAMAGES)(data, chance, originals)
    mended = bytes(data) if seed % 3 == 0 else _mended(bytes(data))
    return reseal(mended) if seed % 3 == 1 else mended


def _mended(data: bytes) -> bytes:
    """Makes the body reach to the end of the file, whatever length it had."""
    at = _SECTION_HEAD + int.from_bytes(data[:4], "little")
    left = len(data) - at - _SECTION_HEAD
    return data if left < 0 else data[:at] + left.to_bytes(4, "little") + data[at + 4 :]


def _flip_bits(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    for _flip in range(chance.randint(1, _MOST_FLIPS) if data else 0):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _flip_one_bit(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _flip_stream_bits(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    for _flip in range(chance.randint(1, _MOST_FLIPS) if data else 0):
        at = int(len(data) * chance.uniform(*_STREAM))
        data[at] ^= 1 << chance.randrange(8)


def _cut(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    del data[chance.randint(0, len(data)) :]


def _cut_out(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    start = chance.randint(0, len(data))
    del data[start : start + chance.randint(1, 64)]


def _splice(data: bytearray, chance: random.Random, originals: Sequence[bytes]) -> None:
    source = chance.choice(originals)
    start, at = chance.randint(0, len(source)), chance.randint(0, len(data))
    piece = source[start : start + chance.randint(1, _LONGEST_SPLICE)]
    data[at : at + (len(piece) if chance.random() < 0.5 else 0)] = piece


def _edit_length(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    texts = [match.start() for match in _TEXT.finditer(data)]
    places = [0, *texts] if chance.random() < 0.7 else [chance.randint(0, len(data))]
    at = chance.choice(places)
    data[at : at + 4] = (chance.choice(_LENGTHS) & 0xFFFF_FFFF).to_bytes(4, "little")


def _edit_number(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    """Gives a whole-number property of the header, such as NumFrames, another value."""
    found = [match.end() for match in re.finditer(rb"IntProperty\0.{8}", data, re.DOTALL)]
    if found:
        at = chance.choice(found)
        data[at : at + 4] = (chance.choice(_LENGTHS) & 0xFFFF_FFFF).to_bytes(4, "little")


_DAMAGES: tuple[Damage, ...] = (
    _flip_bits,
    _flip_one_bit,
    _flip_stream_bits,
    _flip_stream_bits,
    _cut,
    _cut_out,
    _splice,
    _edit_length,
    _edit_number,
)
