"""The overlay's window by GTK 3, on X11 or on Wayland's X11."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from rockettrainer.desktop._glass import PARKED
from rockettrainer.desktop._gui import in_gui
from rockettrainer.desktop._monitor import Box, Monitor
from rockettrainer.desktop._x11 import Keyboard

T = TypeVar("T")

_LARGEST_PX = 32_767
"""Of an X11 window."""


class GtkGlass:
    """A window that the window manager leaves alone.

    Managed windows are put beneath one that fills the screen, however much they ask to be on top.
    One that is not managed stays where it was put, is never given the keyboard, and is in no list.

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
        """In GTK's thread, before anything is on the screen."""
        native = self._window.native
        native.realize()
        surface = native.get_window()
        surface.set_override_redirect(True)
        self._pass_clicks(surface)

    def monitors(self) -> Sequence[Monitor]:
        """Those that are plugged in."""
        return _in_gui(self._monitors)

    def _monitors(self) -> list[Monitor]:
        display = self._window.native.get_display()
        found = [display.get_monitor(index) for index in range(display.get_n_monitors())]
        monitors = []
        for index, monitor in enumerate(found):
            area = monitor.get_geometry()
            box = Box(area.x, area.y, area.width, area.height)
            # GTK's pixels are CSS pixels; screens of high density have more of their own.
            name = monitor.get_model() or f"monitor {index}"
            monitors.append(Monitor(name, box, primary=monitor.is_primary()))
        return monitors

    def show(self, box: Box) -> None:
        """Shows it there, above all others."""

        def show() -> None:
            native = self._window.native
            native.move(box.x, box.y)
            native.resize(box.width, box.height)
            native.get_window().raise_()

        _in_gui(show)

    def hide(self) -> None:
        """Takes it off the screen; WebKit draws nothing in a window that is not shown."""
        _in_gui(lambda: self._window.native.move(*PARKED))

    def fade(self, opacity: float) -> None:
        """Fades all of it, where something composes the screen; else it stays solid."""
        _in_gui(lambda: self._window.native.set_opacity(1.0 if self.see_through else opacity))

    def take_clicks(self, *, wanted: bool) -> None:
        """Has mouse and keyboard meet the window, or neither."""
        change = self._meet_clicks if wanted else self._pass_clicks
        _in_gui(lambda: change(self._window.native.get_window()))
        if wanted:
            self._keyboard.lend(_in_gui(self._window_id))
        else:
            self._keyboard.give_back()

    def faults(self, box: Box) -> Sequence[str]:
        """Nothing: X11 does all of it, or says an error at once."""
        del box
        return ()

    def _pass_clicks(self, surface: Any) -> None:  # noqa: ANN401 (untyped)
        import cairo  # noqa: PLC0415 (the system's, found with GTK)

        surface.input_shape_combine_region(cairo.Region(), 0, 0)

    def _window_id(self) -> int:
        import gi  # noqa: PLC0415 (there only where GTK is)

        gi.require_version("GdkX11", "3.0")
        from gi.repository import GdkX11  # noqa: PLC0415 (there only where GTK is)

        return int(GdkX11.X11Window.get_xid(self._window.native.get_window()))

    def _meet_clicks(self, surface: Any) -> None:  # noqa: ANN401 (untyped)
        import cairo  # noqa: PLC0415 (the system's, found with GTK)

        everything = cairo.Region(cairo.RectangleInt(0, 0, _LARGEST_PX, _LARGEST_PX))
        surface.input_shape_combine_region(everything, 0, 0)


def _in_gui(work: Callable[[], T]) -> T:
    """Does it in GTK's thread and waits for what comes of it."""
    from gi.repository import GLib  # noqa: PLC0415 (there only where GTK is)

    return in_gui(GLib.idle_add, work)
