"""The overlay's window on Windows: WebView2 in a form of WinForms, made to let clicks through.

Two ways, for WebView2 has no single one that does both things wanted of an overlay
(docs/decisions/windows.md):

- *Whole window* (the usual one): the window is no bigger than the card and has no transparency of
  its own. It is layered with one alpha for all of it; layered and transparent to input together,
  the mouse passes through it and WebView2's child windows alike.
- *See-through*: the page's transparency is kept, so the window must not get an alpha, and each of
  WebView2's child windows has to be transparent to input by itself. Not every machine does so.
"""

import ctypes
from collections.abc import Sequence
from ctypes import wintypes
from typing import Any, Final

from rockettrainer.desktop import _win32 as w
from rockettrainer.desktop._glass import PARKED
from rockettrainer.desktop._monitor import Box, Monitor

_PLAIN_DPI: Final = 96
_PANEL: Final = (10, 14, 22)
"""The card's ground, #0A0E16 (docs/overlay.md)."""
_INSIDE_PX: Final = 12
"""From the edge: within the card's ground, before any word."""
_SLACK: Final = 24
"""Of a channel: scaled and composed colours are off a little, and a lamp may be near."""

_QUIETLY: Final = w.SWP_NOACTIVATE | w.SWP_FRAMECHANGED
_DURING_PLAY: Final = w.WS_EX_TRANSPARENT | w.WS_EX_NOACTIVATE


class WindowsGlass:
    """The overlay's window.

    Args:
        window: Of pywebview; its form is looked for at the first call.
        api: The system's functions.
        see_through: Whether the second way is wanted.
    """

    def __init__(self, window: Any, api: w.Win32, *, see_through: bool = False) -> None:  # noqa: ANN401
        self._window = window
        self._api = api
        self.see_through = see_through
        self._opacity = 1.0
        self._wants_clicks = False
        self._shown = False

    @property
    def _handle(self) -> int:
        return int(self._window.native.Handle.ToInt64())

    def monitors(self) -> Sequence[Monitor]:
        """Those that are plugged in, in the pixels of a process that knows the system's scale."""
        density = self._api.user32.GetDpiForSystem() / _PLAIN_DPI
        found: list[Monitor] = []

        def add(handle: int, _context: int, _clip: object, _data: int) -> bool:
            info = w.MonitorInfo(cbSize=ctypes.sizeof(w.MonitorInfo))
            if self._api.user32.GetMonitorInfoW(handle, ctypes.byref(info)):
                area = info.rcMonitor
                box = Box(area.left, area.top, area.right - area.left, area.bottom - area.top)
                primary = bool(info.dwFlags & w.MONITORINFOF_PRIMARY)
                found.append(Monitor(info.szDevice, box, density, primary))
            return True

        self._api.user32.EnumDisplayMonitors(None, None, w.ENUM_MONITOR(add), 0)
        return found

    def show(self, box: Box) -> None:
        """Shows it there, above all others."""
        self._shown = True
        self._style()
        self._api.user32.SetWindowPos(self._handle, w.HWND_TOPMOST, *box, _QUIETLY)

    def hide(self) -> None:
        """Takes it away; as far as WebView2 knows, it is still shown, and the page runs on."""
        self._shown = False
        self._style()
        if self.see_through:
            flags = w.SWP_NOSIZE | _QUIETLY
            self._api.user32.SetWindowPos(self._handle, w.HWND_TOPMOST, *PARKED, 0, 0, flags)

    def fade(self, opacity: float) -> None:
        """Gives the whole window an alpha, unless its page has its own."""
        self._opacity = opacity
        self._style()

    def take_clicks(self, *, wanted: bool) -> None:
        """Has mouse and keyboard meet the window, or neither."""
        self._wants_clicks = wanted
        self._style()

    def faults(self, box: Box) -> Sequence[str]:
        """Looks at the screen: is the card there, and does the mouse pass it?"""
        found = []
        if not self._wants_clicks and self._is_hit(box):
            found.append("the overlay takes clicks that are meant for the game")
        colour = self._pixel(box.x + _INSIDE_PX, box.y + _INSIDE_PX)
        if colour is None or not self._is_card(colour):
            found.append("the overlay cannot be seen where it should be")
        if self.see_through and self._corner_is_card(box):
            found.append("what is beneath the overlay cannot be seen")
        return found

    def _style(self) -> None:
        user32, handle = self._api.user32, self._handle
        former = user32.GetWindowLongPtrW(handle, w.GWL_EXSTYLE)
        style = (former | w.WS_EX_TOOLWINDOW) & ~(w.WS_EX_APPWINDOW | _DURING_PLAY)
        if not self.see_through:  # A layered window without an alpha is not drawn at all.
            style |= w.WS_EX_LAYERED
        if not self._wants_clicks:
            style |= _DURING_PLAY
        if style != former:
            user32.SetWindowLongPtrW(handle, w.GWL_EXSTYLE, style)
        if self.see_through:
            self._style_children(handle)
        else:
            alpha = round(self._opacity * 255) if self._shown else 0
            user32.SetLayeredWindowAttributes(handle, 0, alpha, w.LWA_ALPHA)
        round_ = ctypes.c_int(w.DWMWCP_ROUND)  # Windows 10 refuses, and stays square.
        self._api.dwmapi.DwmSetWindowAttribute(
            handle, w.DWMWA_WINDOW_CORNER_PREFERENCE, ctypes.byref(round_), ctypes.sizeof(round_)
        )

    def _style_children(self, handle: int) -> None:
        """WebView2's own windows are asked for clicks before the form is."""
        user32 = self._api.user32

        def change(child: int, _data: int) -> bool:
            former = user32.GetWindowLongPtrW(child, w.GWL_EXSTYLE)
            style = former & ~w.WS_EX_TRANSPARENT
            if not self._wants_clicks:
                style |= w.WS_EX_TRANSPARENT
            if style != former:
                user32.SetWindowLongPtrW(child, w.GWL_EXSTYLE, style)
            return True

        user32.EnumChildWindows(handle, w.ENUM_CHILD(change), 0)

    def _is_hit(self, box: Box) -> bool:
        found = self._api.user32.WindowFromPoint(wintypes.POINT(*box.centre))
        return bool(found) and self._api.user32.GetAncestor(found, w.GA_ROOT) == self._handle

    def _pixel(self, x: int, y: int) -> tuple[int, int, int] | None:
        """Red, green and blue on the screen; None off it."""
        context = self._api.user32.GetDC(None)
        colour = self._api.gdi32.GetPixel(context, x, y)
        self._api.user32.ReleaseDC(None, context)
        if colour == w.CLR_INVALID:
            return None
        return colour & 0xFF, colour >> 8 & 0xFF, colour >> 16 & 0xFF

    def _is_card(self, colour: tuple[int, int, int]) -> bool:
        """Whether that is the card's ground over anything between black and white."""
        opacity = self._opacity
        return all(
            opacity * ground - _SLACK <= seen <= opacity * ground + (1 - opacity) * 255 + _SLACK
            for seen, ground in zip(colour, _PANEL, strict=True)
        )

    def _corner_is_card(self, box: Box) -> bool:
        """The very corner is outside of the rounded card: there the game has to be seen.

        Over a game as dark as the card this is mistaken, and the other way is taken: no harm.
        """
        colour = self._pixel(box.x, box.y)
        return colour is None or self._is_card(colour)
