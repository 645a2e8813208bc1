"""The values attributes take: each function gives something that packs itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ._bits import BitWriter
from ._bytes import text as packed_text
from ._space import write_rotation, write_vector
from .dialect import Dialect
from .script import Account, Body, Camera, Platform, Vector

Value: TypeAlias = Callable[[BitWriter, Dialect], None]

NO_ACTOR = -1
# A loadout carries the version of its own layout; from 22 on it ends in three unused products.
_LOADOUT_VERSION = 28
_LOADOUT_PRODUCTS = 15
# Dodge torques and double-jump impulses are packed in hundredths.
_HUNDREDTH = 0.01


def flag(on: bool) -> Value:
    """One bit."""
    return lambda bits, _: bits.flag(on)


def number(value: int, width: int = 32) -> Value:
    """A whole number of so many bits."""
    return lambda bits, _: bits.bits(value, width)


def byte(value: int) -> Value:
    """A whole number of eight bits."""
    return number(value, 8)


def real(value: float) -> Value:
    """A float."""
    return lambda bits, _: bits.real(value)


YES = number(1, 1)


def text(value: str) -> Value:
    """A text."""
    return lambda bits, _: bits.raw(packed_text(value))


def link(target: int, *, to_object: bool = False) -> Value:
    """A reference to an actor or, by its index, to an object; `NO_ACTOR` is no reference."""

    def write(bits: BitWriter, _: Dialect) -> None:
        bits.flag(target != NO_ACTOR and not to_object)
        bits.word(target)

    return write


def hundredths(vector: Vector) -> Value:
    """A vector in hundredths."""
    return lambda bits, dialect: write_vector(bits, vector, _HUNDREDTH, dialect)


def rigid_body(body: Body) -> Value:
    """Where something is and how it moves; a sleeping body does not say how it moves."""

    def write(bits: BitWriter, dialect: Dialect) -> None:
        quantum = dialect.quantum
        bits.flag(body.asleep)
        write_vector(bits, body.position, quantum.position, dialect)
        write_rotation(bits, body.rotation, dialect)
        if not body.asleep:
            write_vector(bits, body.velocity, quantum.velocity, dialect)
            write_vector(bits, body.angular_velocity, quantum.angular_velocity, dialect)

    return write


def camera(settings: Camera) -> Value:
    """Camera settings."""

    def write(bits: BitWriter, dialect: Dialect) -> None:
        for value in (settings.fov, settings.height, settings.pitch, settings.distance):
            bits.real(value)
        bits.real(settings.stiffness)
        bits.real(settings.swivel_speed)
        if dialect.version >= (868, 20):
            bits.real(settings.transition_speed)
        if dialect.network >= 12:
            bits.raw(bytes(12))
            bits.bits(0, 2)

    return write


def loadouts(car_body: int) -> Value:
    """What a car wears as blue and as orange; everything but the body is left out."""

    def write(bits: BitWriter, _: Dialect) -> None:
        for _team in range(2):
            bits.byte(_LOADOUT_VERSION)
            bits.word(car_body)
            bits.raw(bytes(4 * _LOADOUT_PRODUCTS))

    return write


def account(who: Account) -> Value:
    """A unique id."""
    return lambda bits, dialect: _write_account(bits, who, dialect)


def replicated_boost(grants: int, amount: int) -> Value:
    """Boost, and how often some was granted."""
    return lambda bits, _: bits.raw(bytes((grants & 0xFF, amount, 0, 0)))


def pickup(car: int | None) -> Value:
    """The old report of a pad: collected by a car, or there again."""

    def write(bits: BitWriter, _: Dialect) -> None:
        _write_collector(bits, car)
        bits.flag(car is not None)

    return write


def new_pickup(car: int | None, count: int) -> Value:
    """The new report of a pad: its odd count rises with each pickup, 255 is there again."""

    def write(bits: BitWriter, _: Dialect) -> None:
        _write_collector(bits, car)
        bits.byte(255 if car is None else count)

    return write


def stat_event(named: int) -> Value:
    """An announced stat event, by its object."""
    return link(named, to_object=True)


def explosion(goal_effect: int, scorer: int, at: Vector) -> Value:
    """The ball blows up in a goal."""

    def write(bits: BitWriter, dialect: Dialect) -> None:
        link(goal_effect, to_object=True)(bits, dialect)
        write_vector(bits, at, 1.0, dialect)
        link(scorer)(bits, dialect)

    return write


def match_settings(mutators: str) -> Value:
    """A private match's settings."""

    def write(bits: BitWriter, _: Dialect) -> None:
        bits.raw(packed_text(mutators))
        bits.word(0)
        bits.word(8)
        bits.raw(packed_text("") + packed_text(""))
        bits.bits(0, 1)

    return write


def _write_collector(bits: BitWriter, car: int | None) -> None:
    bits.flag(car is not None)
    if car is not None:
        bits.word(car)


def _write_account(bits: BitWriter, who: Account, dialect: Dialect) -> None:
    bits.byte(who.platform)
    bits.raw(_account_bytes(who, dialect.network))
    bits.byte(who.local)


def _account_bytes(who: Account, network: int) -> bytes:
    wide = who.number.to_bytes(8, "little")
    match who.platform:
        case Platform.SPLIT_SCREEN:
            return who.number.to_bytes(3, "little")
        case Platform.PLAYSTATION:
            return who.text.encode("cp1252").ljust(16, b"\0") + bytes(16 if network else 8) + wide
        case Platform.SWITCH:
            return wide + bytes(24)
        case Platform.PSYNET:
            return wide + (bytes(24) if network < 10 else b"")
        case Platform.EPIC:
            return packed_text(who.text)
    return wide
