"""The parts of Win32 that are used, with the names and numbers of Microsoft's documentation.

Each function is given its argument and result types before the first call: without them a handle
of 64 bits would be cut to 32.
"""

import ctypes
from collections.abc import Callable
from ctypes import wintypes
from typing import Any, Final

GWL_EXSTYLE: Final = -20
WS_EX_TRANSPARENT: Final = 0x0000_0020
WS_EX_TOOLWINDOW: Final = 0x0000_0080
WS_EX_APPWINDOW: Final = 0x0004_0000
WS_EX_LAYERED: Final = 0x0008_0000
WS_EX_NOACTIVATE: Final = 0x0800_0000
LWA_ALPHA: Final = 0x2
HWND_TOPMOST: Final = -1
SWP_NOSIZE: Final = 0x0001
SWP_NOACTIVATE: Final = 0x0010
SWP_FRAMECHANGED: Final = 0x0020
GA_ROOT: Final = 2
CLR_INVALID: Final = 0xFFFF_FFFF
MONITORINFOF_PRIMARY: Final = 0x1
DWMWA_WINDOW_CORNER_PREFERENCE: Final = 33
DWMWCP_ROUND: Final = 2
MOD_ALT: Final = 0x0001
MOD_CONTROL: Final = 0x0002
MOD_SHIFT: Final = 0x0004
MOD_WIN: Final = 0x0008
MOD_NOREPEAT: Final = 0x4000
VK_F1: Final = 0x70
WM_QUIT: Final = 0x0012
WM_HOTKEY: Final = 0x0312
ERROR_HOTKEY_ALREADY_REGISTERED: Final = 1409


class MonitorInfo(ctypes.Structure):
    """MONITORINFOEXW."""

    _fields_ = (
        ("cbSize", wintypes.DWORD),
        ("rcMonitor", wintypes.RECT),
        ("rcWork", wintypes.RECT),
        ("dwFlags", wintypes.DWORD),
        ("szDevice", wintypes.WCHAR * 32),
    )


_POINTER: Final = ctypes.c_void_p
_CALLBACK: Final[Callable[..., Any]] = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)
ENUM_CHILD: Final = _CALLBACK(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
ENUM_MONITOR: Final = _CALLBACK(
    wintypes.BOOL, _POINTER, _POINTER, ctypes.POINTER(wintypes.RECT), wintypes.LPARAM
)

_USER32: Final[dict[str, tuple[Any, ...]]] = {  # result, arguments
    "GetWindowLongPtrW": (ctypes.c_ssize_t, wintypes.HWND, ctypes.c_int),
    "SetWindowLongPtrW": (ctypes.c_ssize_t, wintypes.HWND, ctypes.c_int, ctypes.c_ssize_t),
    "SetLayeredWindowAttributes": (
        *(wintypes.BOOL, wintypes.HWND),
        *(wintypes.COLORREF, wintypes.BYTE, wintypes.DWORD),
    ),
    "SetWindowPos": (
        *(wintypes.BOOL, wintypes.HWND, wintypes.HWND),
        *(ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int, wintypes.UINT),
    ),
    "WindowFromPoint": (wintypes.HWND, wintypes.POINT),
    "GetAncestor": (wintypes.HWND, wintypes.HWND, wintypes.UINT),
    "EnumChildWindows": (wintypes.BOOL, wintypes.HWND, ENUM_CHILD, wintypes.LPARAM),
    "EnumDisplayMonitors": (wintypes.BOOL, _POINTER, _POINTER, ENUM_MONITOR, wintypes.LPARAM),
    "GetMonitorInfoW": (wintypes.BOOL, _POINTER, ctypes.POINTER(MonitorInfo)),
    "GetDpiForSystem": (wintypes.UINT,),
    "GetDC": (_POINTER, wintypes.HWND),
    "ReleaseDC": (ctypes.c_int, wintypes.HWND, _POINTER),
    "RegisterHotKey": (
        *(wintypes.BOOL, wintypes.HWND),
        *(ctypes.c_int, wintypes.UINT, wintypes.UINT),
    ),
    "UnregisterHotKey": (wintypes.BOOL, wintypes.HWND, ctypes.c_int),
    "GetMessageW": (
        *(ctypes.c_int, ctypes.POINTER(wintypes.MSG)),
        *(wintypes.HWND, wintypes.UINT, wintypes.UINT),
    ),
    "PostThreadMessageW": (
        *(wintypes.BOOL, wintypes.DWORD, wintypes.UINT),
        *(wintypes.WPARAM, wintypes.LPARAM),
    ),
}
_GDI32: Final[dict[str, tuple[Any, ...]]] = {
    "GetPixel": (wintypes.COLORREF, _POINTER, ctypes.c_int, ctypes.c_int),
}
_DWMAPI: Final[dict[str, tuple[Any, ...]]] = {
    "DwmSetWindowAttribute": (
        *(ctypes.c_long, wintypes.HWND),
        *(wintypes.DWORD, _POINTER, wintypes.DWORD),
    ),
}
_KERNEL32: Final[dict[str, tuple[Any, ...]]] = {
    "GetCurrentThreadId": (wintypes.DWORD,),
}


class Win32:
    """The functions, by their names in `user32`, `gdi32`, `dwmapi` and `kernel32`.

    Args:
        load: Opens a library of the system by name.
    """

    def __init__(self, load: Callable[[str], Any]) -> None:
        self.user32 = _typed(load("user32"), _USER32)
        self.gdi32 = _typed(load("gdi32"), _GDI32)
        self.dwmapi = _typed(load("dwmapi"), _DWMAPI)
        self.kernel32 = _typed(load("kernel32"), _KERNEL32)


def win32() -> Win32:
    """Those of this system, which has to be Windows.

    Calls fail with `ctypes.get_last_error`, which keeps each thread's own.
    """
    library: Callable[..., Any] = getattr(ctypes, "WinDLL")  # noqa: B009 (only Windows has it)
    return Win32(lambda name: library(name, use_last_error=True))


def last_error() -> int:
    """The number of what went wrong in this thread's last call."""
    ask: Callable[[], int] = getattr(ctypes, "get_last_error", lambda: 0)
    return ask()


def _typed(library: Any, functions: dict[str, tuple[Any, ...]]) -> Any:  # noqa: ANN401 (a library)
    for name, (result, *arguments) in functions.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library
