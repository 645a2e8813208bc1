"""The overlay card: where it lies, how big and how solid it is, whether the mouse meets it."""

from collections.abc import Callable
from dataclasses import replace
from math import ceil, isfinite
from threading import RLock
from typing import Any, Final, Protocol

from rockettrainer.desktop._glass import Glass
from rockettrainer.desktop._monitor import (
    Box,
    Monitor,
    Place,
    chosen_monitor,
    monitor_at,
)
from rockettrainer.desktop._settings import OPACITIES, SIZES, SettingsFile, bounded

CARD: Final = (264, 216)
"""Of a card in CSS pixels at scale 1: no card is larger (docs/overlay.md)."""
_FARTHEST_PX: Final = 20_000
"""No page moves its window by more at once."""


class Told(Protocol):
    """The page, as far as the card needs it."""

    def tell(self, **told: str | None) -> None:
        """Tells the page what to look like."""

    def knows(self, **told: str | None) -> None:
        """Notes what the page has changed by itself."""


class Card:
    """Brings together what the page asks for, what the player chose and what the screens allow.

    Args:
        glass: The window.
        page: In it.
        file: Of the settings.
    """

    def __init__(self, glass: Glass, page: Told, file: SettingsFile) -> None:
        self._glass = glass
        self._page = page
        self._file = file
        self._lock = RLock()
        self._size = (0.0, 0.0)
        self._size_order = 0.0
        self._box: Box | None = None
        self._shown: Box | None = None
        self._editing = False
        self._resting = False
        self._clicks: bool | None = None
        self._asks: dict[str, Callable[..., None]] = {
            "move_by": self._move_by,
            "set_scale": self._set_scale,
            "set_opacity": self._set_opacity,
        }

    @property
    def editing(self) -> bool:
        """Whether its place is being chosen."""
        return self._editing

    @property
    def box(self) -> Box | None:
        """Where it is on the screen; None while it is not."""
        return self._shown

    def asked(self, order: float, name: str, given: list[Any]) -> None:
        """Does what the page asks for, if it makes sense."""
        numbers = [float(n) for n in given if isinstance(n, int | float) and isfinite(n)]
        with self._lock:
            if name == "done":
                self.edit(wanted=False)
            elif name == "fit" and len(numbers) == 2 and order > self._size_order:
                self._size_order = order
                self._size = (min(numbers[0], CARD[0] * 4), min(numbers[1], CARD[1] * 4))
                self.arrange()
            elif name in self._asks and len(numbers) == (2 if name == "move_by" else 1):
                self._asks[name](*numbers)

    def toggle(self) -> None:
        """Shows it from now on, or no longer."""
        with self._lock:
            settings = self._file.now
            self._file.put(replace(settings, overlay=not settings.overlay))
            self._editing = False
            self.arrange()

    def edit(self, *, wanted: bool | None = None) -> None:
        """Lets its place be chosen, or ends that; by default whichever it is not doing."""
        with self._lock:
            self._editing = not self._editing if wanted is None else wanted
            if not self._editing:
                self._file.put(self._file.now)
            self.arrange()

    def rest(self, *, wanted: bool) -> None:
        """Takes it away while nothing is played, whatever the page would show."""
        with self._lock:
            self._resting = wanted
            self.arrange()

    def arrange(self) -> None:
        """Brings window and page in line with all of it. Costs little if they are."""
        with self._lock:
            settings = self._file.now
            monitor = chosen_monitor(self._glass.monitors(), settings.monitor)
            place = settings.places.get(monitor.name, Place())
            self._page.tell(
                scale=f"{settings.size * monitor.suiting:.3f}",
                opacity=f"{settings.opacity:.2f}",
                place=place.corner,
                bare="1" if self._glass.see_through else None,
                edit="1" if self._editing else None,
            )
            if self._clicks is not self._editing:
                self._clicks = self._editing
                self._glass.take_clicks(wanted=self._editing)
            self._glass.fade(settings.opacity)
            self._show(monitor, place)

    def _show(self, monitor: Monitor, place: Place) -> None:
        width, height = self._pixels(monitor)
        self._box = place.box(width, height, monitor.box)
        wanted = self._editing or (self._file.now.overlay and not self._resting)
        if not wanted or not width or not height:
            self._shown = None
            self._glass.hide()
        else:
            self._shown = self._box
            self._glass.show(self._box)

    def _pixels(self, monitor: Monitor) -> tuple[int, int]:
        """Of the system; while its place is chosen as big as the card ever is."""
        width, height = self._size
        if self._editing:
            scale = self._file.now.size * monitor.suiting
            width, height = CARD[0] * scale, CARD[1] * scale
        return ceil(width * monitor.density), ceil(height * monitor.density)

    def _move_by(self, dx: float, dy: float) -> None:
        """In CSS pixels; over the edge onto the next monitor, too."""
        if self._box is None or not self._editing or max(abs(dx), abs(dy)) > _FARTHEST_PX:
            return
        monitors = self._glass.monitors()
        density = monitor_at(monitors, self._box).density
        x, y = self._box.x + round(dx * density), self._box.y + round(dy * density)
        moved = self._box._replace(x=x, y=y)
        monitor = monitor_at(monitors, moved)
        self._file.now = self._file.now.placed(monitor.name, Place.of(moved, monitor.box))
        self.arrange()

    def _set_scale(self, scale: float) -> None:
        monitor = chosen_monitor(self._glass.monitors(), self._file.now.monitor)
        size = bounded(scale / monitor.suiting, SIZES, self._file.now.size)
        self._file.now = replace(self._file.now, size=size)
        self._page.knows(scale=f"{scale:.3f}")
        self.arrange()

    def _set_opacity(self, opacity: float) -> None:
        chosen = bounded(opacity, OPACITIES, self._file.now.opacity)
        self._file.now = replace(self._file.now, opacity=chosen)
        self._page.knows(opacity=f"{chosen:.2f}")
        self.arrange()
