"""The network stream: frames in which actors come, change and go."""

from __future__ import annotations

from dataclasses import dataclass, field

from ._bits import BitWriter
from ._bytes import integer, listing, real
from ._objects import Index, ObjectTable
from ._schema import Spawn, class_of, spawn_of
from ._space import write_vector
from ._values import Value
from .dialect import Dialect
from .script import Vector

# How many of the 256 steps of a new actor's yaw, pitch and roll are told: none of them.
_NO_TURN = 0


@dataclass
class _Actor:
    archetype: str
    name: str
    place: Vector
    attributes: dict[str, Value] = field(default_factory=dict)


class NetworkStream:
    """Packs frames, and remembers every living actor so that a keyframe can repeat it."""

    def __init__(self, dialect: Dialect, table: ObjectTable, *, lan: bool = False) -> None:
        self.names = Index()
        named_since = (868, 20) if lan else (868, 14)
        self._actors_are_named = dialect.version >= named_since
        self._dialect = dialect
        self._table = table
        self._bits = BitWriter()
        self._living: dict[int, _Actor] = {}
        self._closed: list[int] = []
        self._opened: list[int] = []
        self._changes: dict[int, dict[str, Value]] = {}
        self._keyframes: list[bytes] = []
        self._last_id = -1

    def open(self, archetype: str, name: str, place: Vector = (0.0, 0.0, 0.0)) -> int:
        """Brings an actor into being and gives its id; ids are not used again."""
        self._last_id += 1
        self._living[self._last_id] = _Actor(archetype, name, place)
        self._opened.append(self._last_id)
        return self._last_id

    def close(self, actor: int) -> None:
        """Ends an actor."""
        del self._living[actor]
        self._changes.pop(actor, None)
        if actor in self._opened:
            self._opened.remove(actor)
        else:
            self._closed.append(actor)

    def change(self, actor: int, attribute: str, value: Value) -> None:
        """Sets an actor's attribute, named in full."""
        self._living[actor].attributes[attribute] = value
        self._changes.setdefault(actor, {})[attribute] = value

    def write_frame(self, index: int, time: float, delta: float, *, keyframe: bool) -> None:
        """Packs what has happened since the last frame; a keyframe repeats all there is."""
        if keyframe:
            self._keyframes.append(real(time) + integer(index) + integer(self._bits.position))
            self._opened = list(self._living)
            self._changes = {
                actor: state.attributes for actor, state in self._living.items() if state.attributes
            }
        self._bits.real(time)
        self._bits.real(delta)
        self._write_actors()
        self._bits.bits(0, 1)
        self._closed, self._opened, self._changes = [], [], {}

    def packed_keyframes(self) -> bytes:
        """The list of keyframes: time, frame and the bit where it begins."""
        return listing(self._keyframes)

    def finish(self) -> bytes:
        """The whole stream."""
        # The game closes the stream with an empty word.
        self._bits.word(0)
        return self._bits.finish()

    def _write_actors(self) -> None:
        for actor in self._closed:
            self._write_actor_id(actor)
            self._bits.bits(0, 1)
        for actor in self._opened:
            self._write_new_actor(actor)
        for actor, attributes in self._changes.items():
            self._write_changes(actor, attributes)

    def _write_actor_id(self, actor: int) -> None:
        self._bits.bits(1, 1)
        self._bits.below(actor, self._dialect.channels)

    def _write_new_actor(self, actor: int) -> None:
        state = self._living[actor]
        self._write_actor_id(actor)
        self._bits.bits(0b11, 2)
        if self._actors_are_named:
            self._bits.word(self.names.place(state.name))
        self._bits.bits(0, 1)
        self._bits.word(self._table.objects.place(state.archetype))
        spawn = spawn_of(class_of(state.archetype))
        if spawn is not Spawn.NOWHERE:
            write_vector(self._bits, state.place, 1.0, self._dialect)
        if spawn is Spawn.PLACE_AND_TURN:
            self._bits.bits(_NO_TURN, 3)

    def _write_changes(self, actor: int, attributes: dict[str, Value]) -> None:
        class_name = class_of(self._living[actor].archetype)
        self._write_actor_id(actor)
        self._bits.bits(0b01, 2)
        for attribute, value in attributes.items():
            self._bits.bits(1, 1)
            self._bits.below(*self._table.stream(class_name, attribute))
            value(self._bits, self._dialect)
        self._bits.bits(0, 1)
