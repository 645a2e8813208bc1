"""The menu beside the clock. All of it can be had without, too (docs/windows.md)."""

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

_SIZE_PX: Final = 64
_GROUND: Final = "#0A0E16"
_BLUE: Final = "#5EB1FF"
_ORANGE: Final = "#FF9F43"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the menu."""

    text: str
    do: Callable[[], None]
    checked: Callable[[], bool] | None = None
    """Whether it has a tick now; None for a line without one."""


class Tray:
    """The icon with its menu, where the system has a place for one.

    Args:
        items: Of the menu; the first is what a click on the icon does.
    """

    def __init__(self, items: Sequence[Item]) -> None:
        self._icon = _icon(items)

    def stop(self) -> None:
        """Takes it away."""
        if self._icon is not None:
            with suppress(Exception):  # the session may be ending, and its tray be gone
                self._icon.stop()


def _icon(items: Sequence[Item]) -> Any:  # noqa: ANN401 (untyped)
    """The icon, which is shown; None where there is no place for it."""
    try:
        import pystray  # noqa: PLC0415 (looks for a display when it is loaded)

        if pystray.Icon.__module__ == "pystray._xorg" and not _x11_has_tray():
            _log.info("this session has no tray")  # pystray would wait for one for ever
            return None
        lines = [_line(pystray, item, default=index == 0) for index, item in enumerate(items)]
        icon = pystray.Icon("rockettrainer", picture(), "RocketTrainer", pystray.Menu(*lines))
        icon.run_detached()
    except Exception as error:
        _log.info("no tray: %s", error)
        return None
    return icon


def _line(pystray: Any, item: Item, *, default: bool) -> Any:  # noqa: ANN401 (untyped)
    ticked = item.checked
    return pystray.MenuItem(
        item.text,
        lambda _icon, _line: item.do(),
        checked=None if ticked is None else lambda _line: ticked(),
        default=default,
    )


def picture() -> Any:  # noqa: ANN401 (of Pillow)
    """The icon: two sides and a ball."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 (loading it takes time)

    image = Image.new("RGBA", (_SIZE_PX, _SIZE_PX))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((2, 2, 61, 61), radius=14, fill=_GROUND)
    draw.pieslice((10, 10, 53, 53), 90, 270, fill=_BLUE)
    draw.pieslice((10, 10, 53, 53), 270, 90, fill=_ORANGE)
    draw.ellipse((24, 24, 39, 39), fill=_GROUND)
    return image


def _x11_has_tray() -> bool:
    from rockettrainer.desktop._x11 import has_owner  # noqa: PLC0415 (there only on Linux)

    return has_owner("_NET_SYSTEM_TRAY_S")
