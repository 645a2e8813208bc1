"""The byte-level parts of a replay: numbers, texts, lists and the checksum."""

from __future__ import annotations

import struct
from collections.abc import Iterable

# Rocket League's checksum is a plain CRC-32 (most significant bit first) with its own start value.
_POLYNOMIAL = 0x04C1_1DB7
_START = 0x1034_0DFE


def integer(value: int) -> bytes:
    """A 32-bit integer, signed or not."""
    return (value & 0xFFFF_FFFF).to_bytes(4, "little")


def long_integer(value: int) -> bytes:
    """A 64-bit integer, signed or not."""
    return (value & 0xFFFF_FFFF_FFFF_FFFF).to_bytes(8, "little")


def real(value: float) -> bytes:
    """A 32-bit float."""
    return struct.pack("<f", value)


def text(value: str) -> bytes:
    """A length, the text and its closing zero.

    A negative length says that the text is UTF-16; the game uses it as soon as one letter
    is outside Windows-1252.
    """
    closed = value + "\0"
    try:
        return integer(len(closed)) + closed.encode("cp1252")
    except UnicodeEncodeError:
        wide = closed.encode("utf-16-le")
        return integer(-(len(wide) // 2)) + wide


def listing(items: Iterable[bytes]) -> bytes:
    """A count and the items."""
    whole = list(items)
    return integer(len(whole)) + b"".join(whole)


def checksum(data: bytes) -> int:
    """The checksum the game puts before each section."""
    crc = _START
    for byte in data:
        crc = (crc << 8 & 0xFFFF_FFFF) ^ _TABLE[crc >> 24 ^ byte]
    return crc ^ 0xFFFF_FFFF


def section(data: bytes) -> bytes:
    """A section with its length and checksum before it."""
    return integer(len(data)) + integer(checksum(data)) + data


def _table_entry(index: int) -> int:
    crc = index << 24
    for _ in range(8):
        crc = (crc << 1) ^ (_POLYNOMIAL if crc & 0x8000_0000 else 0)
    return crc & 0xFFFF_FFFF


_TABLE = tuple(_table_entry(index) for index in range(256))
