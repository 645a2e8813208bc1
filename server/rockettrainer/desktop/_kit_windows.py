"""The window kit of Windows: WebView2 in WinForms."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from rockettrainer.desktop import _win32 as w
from rockettrainer.desktop._glass import Glass
from rockettrainer.desktop._keys import HotKeys, Key
from rockettrainer.desktop._keys_windows import WindowsKeys
from rockettrainer.desktop._windows import WindowsGlass


class WindowsKit:
    """WebView2.

    Args:
        load: Finds the system's functions.
    """

    name: Final = "WebView2"
    gui: Final = "edgechromium"

    def __init__(self, load: Callable[[], w.Win32] = w.win32) -> None:
        self._api = load()

    def sees_through(self, *, wanted: bool) -> bool:
        """If it is wanted; whether it works is seen when it is there."""
        return wanted

    def glass(self, window: Any, *, see_through: bool) -> Glass:  # noqa: ANN401 (untyped)
        """The overlay's part of a window of pywebview."""
        return WindowsGlass(window, self._api, see_through=see_through)

    def allow_focus(self, window: Any) -> None:  # noqa: ANN401 (untyped)
        """Lets a window have the keyboard that was opened without."""
        handle = int(window.native.Handle.ToInt64())
        former = self._api.user32.GetWindowLongPtrW(handle, w.GWL_EXSTYLE)
        style = former & ~w.WS_EX_NOACTIVATE
        self._api.user32.SetWindowLongPtrW(handle, w.GWL_EXSTYLE, style)

    def keys(self, keys: Mapping[Key, Callable[[], None]]) -> HotKeys:
        """Hears hot keys."""
        return WindowsKeys(keys, self._api)
