"""The overlay's window by Qt, where GTK is not at hand; needs the ``desktop-qt`` extra."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from rockettrainer.desktop._glass import PARKED
from rockettrainer.desktop._gui import in_gui
from rockettrainer.desktop._monitor import Box, Monitor
from rockettrainer.desktop._x11 import Keyboard

T = TypeVar("T")


class QtGlass:
    """A window that the window manager leaves alone; see `GtkGlass` for why.

    Args:
        window: Of pywebview.
        see_through: Whether something composes the screen.
    """

    def __init__(self, window: Any, *, see_through: bool = False) -> None:  # noqa: ANN401 (untyped)
        self._window = window
        self.see_through = see_through
        self._keyboard = Keyboard()
        window.events.before_show += self._before_show

    def _before_show(self) -> None:
        """In Qt's thread, before anything is on the screen."""
        from qtpy.QtCore import Qt  # noqa: PLC0415 (there only with the extra)

        native = self._window.native
        native.setWindowFlag(Qt.WindowType.BypassWindowManagerHint, True)  # noqa: FBT003 (Qt's)
        native.setWindowFlag(Qt.WindowType.WindowTransparentForInput, True)  # noqa: FBT003 (Qt's)

    def monitors(self) -> Sequence[Monitor]:
        """Those that are plugged in."""
        return self._in_gui(_monitors)

    def show(self, box: Box) -> None:
        """Shows it there, above all others."""

        def show() -> None:
            self._window.native.setGeometry(*box)
            self._window.native.raise_()

        self._in_gui(show)

    def hide(self) -> None:
        """Takes it off the screen; Chromium draws nothing in a window that is not shown."""
        self._in_gui(lambda: self._window.native.move(*PARKED))

    def fade(self, opacity: float) -> None:
        """Fades all of it, where something composes the screen; else it stays solid."""
        whole = 1.0 if self.see_through else opacity
        self._in_gui(lambda: self._window.native.setWindowOpacity(whole))

    def take_clicks(self, *, wanted: bool) -> None:
        """Has mouse and keyboard meet the window, or neither."""
        from qtpy.QtCore import Qt  # noqa: PLC0415 (there only with the extra)

        def change() -> None:
            handle = self._window.native.windowHandle()
            handle.setFlag(Qt.WindowType.WindowTransparentForInput, not wanted)

        self._in_gui(change)
        if wanted:
            self._keyboard.lend(int(self._in_gui(self._window.native.winId)))
        else:
            self._keyboard.give_back()

    def faults(self, box: Box) -> Sequence[str]:
        """Nothing: X11 does all of it, or says an error at once."""
        del box
        return ()

    def _in_gui(self, work: Callable[[], T]) -> T:
        """Does it in Qt's thread and waits for what comes of it."""
        from qtpy.QtCore import QTimer  # noqa: PLC0415 (there only with the extra)

        return in_gui(lambda run: QTimer.singleShot(0, self._window.native, run), work)


def _monitors() -> list[Monitor]:
    from qtpy.QtGui import QGuiApplication  # noqa: PLC0415 (there only with the extra)

    primary = QGuiApplication.primaryScreen()
    monitors = []
    for screen in QGuiApplication.screens():
        area = screen.geometry()
        box = Box(area.x(), area.y(), area.width(), area.height())
        monitors.append(Monitor(screen.name(), box, primary=screen == primary))
    return monitors
