"""X11, where a window kit does not reach."""

from typing import Any

from Xlib import X
from Xlib.display import Display
from Xlib.error import CatchError


def has_owner(selection: str) -> bool:
    """Whether some program does a service for the screen, which it says by owning a selection.

    Args:
        selection: Its name without the screen's number. ``_NET_WM_CM_S`` composes the screen, so
            that windows can be see-through (Extended Window Manager Hints);
            ``_NET_SYSTEM_TRAY_S`` is a tray (System Tray Protocol).
    """
    display = Display()
    try:
        atom = display.intern_atom(f"{selection}{display.get_default_screen()}")
        return bool(display.get_selection_owner(atom) != X.NONE)
    finally:
        display.close()


class Keyboard:
    """Lends the keyboard to a window to which no window manager would give it."""

    def __init__(self) -> None:
        self._display: Display | None = None
        self._former: Any = None

    def lend(self, window_id: int) -> None:
        """Gives it to a window, and remembers who had it."""
        if self._display is None:
            self._display = Display()
            self._former = self._display.get_input_focus().focus
            self._focus(self._display.create_resource_object("window", window_id))

    def give_back(self) -> None:
        """Gives it back to who had it, if that is still there."""
        if self._display is not None:
            self._focus(self._former)
            self._display.close()
            self._display = None

    def _focus(self, window: Any) -> None:  # noqa: ANN401 (a window, or a number for none)
        if self._display is not None:
            gone = CatchError()
            self._display.set_input_focus(window, X.RevertToParent, X.CurrentTime, onerror=gone)
            self._display.sync()
