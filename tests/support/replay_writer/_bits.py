"""The bit stream of the network section: least significant bit first."""

from __future__ import annotations

import struct


class BitWriter:
    """Collects values of any width into bytes, lowest bit first."""

    def __init__(self) -> None:
        self._whole = bytearray()
        self._held = 0
        self._held_bits = 0

    @property
    def position(self) -> int:
        """Bits written so far."""
        return len(self._whole) * 8 + self._held_bits

    def bits(self, value: int, width: int) -> None:
        """Writes the low `width` bits of `value`; negative numbers as two's complement."""
        self._held |= (value & ((1 << width) - 1)) << self._held_bits
        self._held_bits += width
        full = self._held_bits // 8
        self._whole += (self._held & ((1 << full * 8) - 1)).to_bytes(full, "little")
        self._held >>= full * 8
        self._held_bits -= full * 8

    def flag(self, value: bool) -> None:
        """Writes one bit."""
        self.bits(int(value), 1)

    def byte(self, value: int) -> None:
        """Writes eight bits."""
        self.bits(value, 8)

    def word(self, value: int) -> None:
        """Writes a 32-bit integer, signed or not."""
        self.bits(value, 32)

    def real(self, value: float) -> None:
        """Writes a 32-bit float."""
        self.raw(struct.pack("<f", value))

    def raw(self, data: bytes) -> None:
        """Writes whole bytes, at whatever bit the stream stands."""
        self.bits(int.from_bytes(data, "little"), len(data) * 8)

    def below(self, value: int, limit: int) -> None:
        """Writes a number that both sides know to be below `limit`.

        The top bit is left out where setting it would reach the limit anyway.
        """
        if not 0 <= value < limit:
            raise ValueError(f"{value} is not below {limit}")
        width = max(limit.bit_length(), 1) - 1
        low = value & ((1 << width) - 1)
        self.bits(low, width)
        if low + (1 << width) < limit:
            self.flag(value != low)

    def finish(self) -> bytes:
        """The stream so far, its last byte filled up with zeros."""
        tail = self._held.to_bytes(1, "little") if self._held_bits else b""
        return bytes(self._whole) + tail
