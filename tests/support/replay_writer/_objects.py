"""The tables at a replay's end: objects, names, and which attributes a class replicates."""

from __future__ import annotations

from ._bytes import integer, listing, text
from ._schema import CLASSES


class Index:
    """Gives each text its place in a list, in order of first use."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def place(self, entry: str) -> int:
        """The place of a text, which is added if it is new."""
        return self._places.setdefault(entry, len(self._places))

    def packed(self) -> bytes:
        """The list."""
        return listing(text(entry) for entry in self._places)


class ObjectTable:
    """The objects a replay names, and the stream ids of its classes' attributes."""

    def __init__(self) -> None:
        self.objects = Index()
        self._streams: dict[str, dict[str, int]] = {}
        self._own: dict[str, list[tuple[int, int]]] = {}
        for name in CLASSES:
            self._add_class(name)

    def stream(self, class_name: str, attribute: str) -> tuple[int, int]:
        """An attribute's stream id in a class, and the number all such ids stay below."""
        streams = self._streams[class_name]
        # A reader takes a class without any attribute to have three.
        return streams[attribute], len(streams) or 3

    def packed_class_indices(self) -> bytes:
        """Which object each class is."""
        return listing(text(name) + integer(self.objects.place(name)) for name in CLASSES)

    def packed_net_cache(self) -> bytes:
        """Which attributes each class adds, under which stream ids."""
        return listing(self._packed_class(name) for name in CLASSES)

    def _add_class(self, name: str) -> None:
        parent, attributes, _ = CLASSES[name]
        streams = dict(self._streams.get(parent or "", {}))
        own = []
        for attribute in (f"{name}:{short}" for short in attributes):
            own.append((self.objects.place(attribute), len(streams)))
            streams[attribute] = len(streams)
        self.objects.place(name)
        self._streams[name], self._own[name] = streams, own

    def _packed_class(self, name: str) -> bytes:
        parent = CLASSES[name].parent
        head = (
            self.objects.place(name),
            len(self._streams[parent]) if parent else 0,
            len(self._streams[name]),
        )
        own = listing(integer(place) + integer(stream) for place, stream in self._own[name])
        return b"".join(map(integer, head)) + own
