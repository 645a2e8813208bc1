"""Monitors, and places on them that outlive a change of resolution."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

LINES = 1080
"""Height in CSS pixels of the screen on which the card has its plain size (docs/overlay.md)."""


class Box(NamedTuple):
    """A rectangle in the system's own pixels."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    @property
    def centre(self) -> tuple[int, int]:
        """The point in the middle."""
        return self.x + self.width // 2, self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Monitor:
    """One of the screens."""

    name: str
    """By which the system knows it again."""
    box: Box
    """All of it."""
    density: float = 1.0
    """The system's pixels for each CSS pixel."""
    primary: bool = False

    @property
    def suiting(self) -> float:
        """The scale at which the card covers as much of this screen as of one of 1080 lines."""
        return self.box.height / self.density / LINES


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card lies: at which corner, and how far from it.

    A card that grows or shrinks stays at its corner. Distances are shares of the monitor, so that
    they mean the same at every resolution.
    """

    right: bool = False
    bottom: bool = True
    across: float = 0.015
    along: float = 0.04
    """The lower left is free of the game's own displays: chat, clock, boost (docs/windows.md)."""

    @classmethod
    def of(cls, card: Box, monitor: Box) -> Self:
        """Where a card lies on a monitor, of which it may stick out a little."""
        x, y = card.centre
        right = x > monitor.centre[0]
        bottom = y > monitor.centre[1]
        left_px, top_px = card.x - monitor.x, card.y - monitor.y
        across = monitor.width - left_px - card.width if right else left_px
        along = monitor.height - top_px - card.height if bottom else top_px
        return cls(
            right,
            bottom,
            min(max(across / monitor.width, 0.0), 1.0),
            min(max(along / monitor.height, 0.0), 1.0),
        )

    def box(self, width: int, height: int, monitor: Box) -> Box:
        """The rectangle of a card of that size, which is kept on the monitor."""
        room_x = max(monitor.width - width, 0)
        room_y = max(monitor.height - height, 0)
        across = min(round(self.across * monitor.width), room_x)
        along = min(round(self.along * monitor.height), room_y)
        x = monitor.x + (room_x - across if self.right else across)
        y = monitor.y + (room_y - along if self.bottom else along)
        return Box(x, y, width, height)

    @property
    def corner(self) -> str:
        """The corner as the page names it."""
        return f"{'bottom' if self.bottom else 'top'}-{'right' if self.right else 'left'}"


def chosen_monitor(monitors: Sequence[Monitor], name: str | None) -> Monitor:
    """The monitor of that name; if it is gone the primary one.

    Args:
        monitors: At least one.
        name: Of the one that was chosen, if any was.
    """
    by_name = {monitor.name: monitor for monitor in monitors}
    return by_name.get(name or "") or next((m for m in monitors if m.primary), monitors[0])


def monitor_at(monitors: Sequence[Monitor], card: Box) -> Monitor:
    """The monitor on which the middle of a card lies; else the nearest."""
    x, y = card.centre

    def distance(monitor: Monitor) -> float:
        dx = max(monitor.box.x - x, 0, x - monitor.box.x - monitor.box.width + 1)
        dy = max(monitor.box.y - y, 0, y - monitor.box.y - monitor.box.height + 1)
        return float(dx * dx + dy * dy)

    return min(monitors, key=distance)


def other_monitor(monitors: Sequence[Monitor], used: Monitor) -> Monitor | None:
    """One that is not the one with the game, if there is a second."""
    return next((monitor for monitor in monitors if monitor.name != used.name), None)
