"""Windows' own functions, by a stand-in: which are called, with what, and in what order."""

import ctypes
from typing import Any

import pytest

from rockettrainer.desktop import _win32 as w
from rockettrainer.desktop._kit_windows import WindowsKit
from rockettrainer.desktop._monitor import Box
from rockettrainer.desktop._windows import WindowsGlass
from tests.desktop.fakes import Library, Window

FORM, CHILD, GAME = 7, 8, 99
CARD = Box(100, 200, 264, 80)
APP_WINDOW = w.WS_EX_APPWINDOW | 0x100


class System:
    """A desktop with the overlay's form, WebView2's window in it, and a game beneath."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.styles = {FORM: APP_WINDOW, CHILD: 0x10}
        self.hit = GAME
        self.pixels = {(112, 212): 0x15_0D_09, (100, 200): 0xFF_FF_FF}
        self.api = w.Win32(lambda _: Library(self.calls))
        user32 = self.api.user32
        user32.GetWindowLongPtrW.answer = lambda handle, _: self.styles[handle]
        user32.SetWindowLongPtrW.answer = self._set_style
        user32.EnumChildWindows.answer = lambda _form, call, _data: call(CHILD, 0)
        user32.WindowFromPoint.answer = lambda _point: self.hit
        user32.GetAncestor.answer = lambda handle, _: FORM if handle == CHILD else handle
        user32.GetDpiForSystem.answer = lambda: 144
        self.api.gdi32.GetPixel.answer = lambda _dc, x, y: self.pixels.get((x, y), w.CLR_INVALID)

    def glass(self, *, see_through: bool = False) -> WindowsGlass:
        return WindowsGlass(Window(FORM), self.api, see_through=see_through)

    def named(self, name: str) -> list[tuple[Any, ...]]:
        return [call[1:] for call in self.calls if call[0] == name]

    def _set_style(self, handle: int, index: int, style: int) -> int:
        assert index == w.GWL_EXSTYLE
        former, self.styles[handle] = self.styles[handle], style
        return former


@pytest.fixture
def system() -> System:
    return System()


def test_handles_are_not_cut_to_32_bits(system: System) -> None:
    function = system.api.user32.GetWindowLongPtrW
    assert ctypes.sizeof(function.restype) == ctypes.sizeof(ctypes.c_void_p)
    assert function.argtypes[0] is ctypes.wintypes.HWND


def test_during_play_the_window_passes_clicks_and_never_has_the_keyboard(system: System) -> None:
    glass = system.glass()
    glass.fade(0.86)
    glass.show(CARD)
    style = system.styles[FORM]
    assert style & 0x100  # what was there stays
    assert not style & w.WS_EX_APPWINDOW
    for flag in (w.WS_EX_LAYERED, w.WS_EX_TRANSPARENT, w.WS_EX_NOACTIVATE, w.WS_EX_TOOLWINDOW):
        assert style & flag
    assert system.named("SetLayeredWindowAttributes")[-1] == (FORM, 0, 219, w.LWA_ALPHA)
    (placed,) = system.named("SetWindowPos")
    assert placed[:6] == (FORM, w.HWND_TOPMOST, *CARD)
    assert placed[6] & w.SWP_NOACTIVATE
    assert system.named("DwmSetWindowAttribute")[-1][:2] == (FORM, 33)
    assert system.styles[CHILD] == 0x10


def test_styles_come_before_the_alpha_and_the_window_last(system: System) -> None:
    system.glass().show(CARD)
    names = [call[0] for call in system.calls]
    order = ("SetWindowLongPtrW", "SetLayeredWindowAttributes", "SetWindowPos")
    assert sorted(names, key=lambda n: order.index(n) if n in order else -1)[-3:] == list(order)
    assert [name for name in names if name in order] == list(order)


def test_arranging_takes_clicks_and_gives_them_back(system: System) -> None:
    glass = system.glass()
    glass.show(CARD)
    during_play = system.styles[FORM]
    glass.take_clicks(wanted=True)
    assert not system.styles[FORM] & (w.WS_EX_TRANSPARENT | w.WS_EX_NOACTIVATE)
    assert system.styles[FORM] & w.WS_EX_LAYERED
    glass.take_clicks(wanted=False)
    assert system.styles[FORM] == during_play


def test_a_style_that_holds_is_not_set_again(system: System) -> None:
    glass = system.glass()
    glass.show(CARD)
    glass.show(CARD)
    assert len(system.named("SetWindowLongPtrW")) == 1


def test_what_is_hidden_stays_shown_for_webview2(system: System) -> None:
    glass = system.glass()
    glass.show(CARD)
    glass.hide()
    assert system.named("SetLayeredWindowAttributes")[-1][2] == 0
    assert len(system.named("SetWindowPos")) == 1


def test_see_through_leaves_the_alpha_alone_and_styles_children(system: System) -> None:
    glass = system.glass(see_through=True)
    glass.show(CARD)
    assert system.named("SetLayeredWindowAttributes") == []
    assert not system.styles[FORM] & w.WS_EX_LAYERED
    assert system.styles[FORM] & w.WS_EX_TRANSPARENT
    assert system.styles[CHILD] == 0x10 | w.WS_EX_TRANSPARENT
    glass.take_clicks(wanted=True)
    assert system.styles[CHILD] == 0x10
    glass.hide()
    assert system.named("SetWindowPos")[-1][2:4] == (-20_000, -20_000)


def test_nothing_is_wrong_where_the_card_is_seen_and_the_mouse_passes(system: System) -> None:
    glass = system.glass()
    glass.fade(0.86)
    glass.show(CARD)
    assert list(glass.faults(CARD)) == []
    assert len(system.named("GetDC")) == len(system.named("ReleaseDC"))
    point = system.named("WindowFromPoint")[0][0]
    assert (point.x, point.y) == CARD.centre


def test_a_window_that_takes_clicks_is_found_out(system: System) -> None:
    glass = system.glass()
    glass.show(CARD)
    system.hit = CHILD
    assert "clicks" in " ".join(glass.faults(CARD))
    glass.take_clicks(wanted=True)
    assert "clicks" not in " ".join(glass.faults(CARD))


@pytest.mark.parametrize("colour", [0xFF_FF_FF, 0x00_80_FF, w.CLR_INVALID])
def test_a_window_that_is_not_seen_is_found_out(system: System, colour: int) -> None:
    glass = system.glass()
    glass.show(CARD)
    system.pixels[112, 212] = colour
    assert "cannot be seen" in " ".join(glass.faults(CARD))


def test_a_solid_sheet_is_found_out(system: System) -> None:
    glass = system.glass(see_through=True)
    glass.show(CARD)
    assert list(glass.faults(CARD)) == []
    system.pixels[100, 200] = 0x0F_09_06
    assert "beneath" in " ".join(glass.faults(CARD))


def test_monitors_are_told_in_pixels_of_the_systems_scale(system: System) -> None:
    areas = {1: (0, 0, 2560, 1440), 2: (-1920, 0, 0, 1080)}

    def info(handle: int, reference: Any) -> int:  # noqa: ANN401 (a pointer)
        found = reference._obj
        assert found.cbSize == ctypes.sizeof(w.MonitorInfo)
        area = found.rcMonitor
        area.left, area.top, area.right, area.bottom = areas[handle]
        found.dwFlags = w.MONITORINFOF_PRIMARY if handle == 1 else 0
        found.szDevice = rf"\\.\DISPLAY{handle}"
        return 1

    user32 = system.api.user32
    user32.GetMonitorInfoW.answer = info
    user32.EnumDisplayMonitors.answer = lambda _dc, _clip, call, _data: [
        call(handle, None, None, 0) for handle in areas
    ]
    first, second = system.glass().monitors()
    assert (first.name, first.box, first.primary) == (r"\\.\DISPLAY1", (0, 0, 2560, 1440), True)
    assert (second.box, second.primary) == ((-1920, 0, 1920, 1080), False)
    assert first.density == 1.5


def test_a_summary_may_have_the_keyboard_once_it_is_allowed(system: System) -> None:
    system.styles[FORM] = w.WS_EX_NOACTIVATE | 0x100
    WindowsKit(lambda: system.api).allow_focus(Window(FORM))
    assert system.styles[FORM] == 0x100
