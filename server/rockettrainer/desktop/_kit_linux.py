"""The window kits of Linux. Both speak X11, also on Wayland, for Wayland has no overlays."""

import os
from collections.abc import Callable, Mapping
from typing import Any, Final

from rockettrainer.desktop._glass import Glass
from rockettrainer.desktop._gtk import GtkGlass
from rockettrainer.desktop._keys import HotKeys, Key
from rockettrainer.desktop._keys_x11 import X11Keys
from rockettrainer.desktop._qt import QtGlass
from rockettrainer.desktop._x11 import has_owner


class _X11Kit:
    def sees_through(self, *, wanted: bool) -> bool:
        """Wherever something composes the screen, wanted or not: there it always works."""
        del wanted
        return has_owner("_NET_WM_CM_S")

    def keys(self, keys: Mapping[Key, Callable[[], None]]) -> HotKeys:
        """Hears hot keys."""
        return X11Keys(keys)


class GtkKit(_X11Kit):
    """GTK 3 with its WebKit."""

    name: Final = "GTK"
    gui: Final = "gtk"

    def __init__(self) -> None:
        os.environ["GDK_BACKEND"] = "x11"

    def glass(self, window: Any, *, see_through: bool) -> Glass:  # noqa: ANN401 (untyped)
        """The overlay's part of a window of pywebview."""
        return GtkGlass(window, see_through=see_through)

    def allow_focus(self, window: Any) -> None:  # noqa: ANN401 (untyped)
        """Lets a window have the keyboard that was opened without."""
        from gi.repository import GLib  # noqa: PLC0415 (there only where GTK is)

        GLib.idle_add(window.native.set_accept_focus, True)  # noqa: FBT003 (GTK's)


class QtKit(_X11Kit):
    """Qt 6 with its Chromium."""

    name: Final = "Qt"
    gui: Final = "qt"

    def __init__(self) -> None:
        os.environ["QT_QPA_PLATFORM"] = "xcb"

    def glass(self, window: Any, *, see_through: bool) -> Glass:  # noqa: ANN401 (untyped)
        """The overlay's part of a window of pywebview."""
        return QtGlass(window, see_through=see_through)

    def allow_focus(self, window: Any) -> None:  # noqa: ANN401 (untyped)
        """Lets a window have the keyboard that was opened without."""
        from qtpy.QtCore import Qt, QTimer  # noqa: PLC0415 (there only with the extra)

        def allow() -> None:
            handle = window.native.windowHandle()
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)  # noqa: FBT003 (Qt's)

        QTimer.singleShot(0, window.native, allow)
