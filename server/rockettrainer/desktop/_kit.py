"""The window kit of this machine, or what to do to get one."""

import os
import sys
import sysconfig
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Protocol

from rockettrainer.desktop._glass import Glass
from rockettrainer.desktop._keys import HotKeys, Key

_APT: Final = "sudo apt install python3-gi python3-gi-cairo gir1.2-webkit2-4.1"
_QT: Final = "uv sync --extra desktop-qt (700 MB)"
_WEBVIEW2: Final = "https://go.microsoft.com/fwlink/p/?LinkId=2124703"
"""Microsoft's address of the small installer of the WebView2 Runtime."""
_RUNTIME: Final = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
"""Where an installed runtime says its version (Microsoft, "Distribute your app and WebView2")."""


class NoKit(Exception):  # noqa: N818 (it says what is missing)
    """No window can be opened here.

    Attributes:
        hint: What to do.
    """

    def __init__(self, problem: str, hint: str) -> None:
        super().__init__(problem)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class KitState:
    """What `check` found."""

    kit: str | None
    """Its name; None if there is none."""
    problem: str = ""
    """Why there is none."""
    hint: str = ""
    """What to do."""


class Kit(Protocol):
    """A window kit."""

    @property
    def name(self) -> str:
        """For people."""

    @property
    def gui(self) -> str:
        """For pywebview."""

    def sees_through(self, *, wanted: bool) -> bool:
        """Whether a page's own transparency is to be tried."""

    def glass(self, window: Any, *, see_through: bool) -> Glass:  # noqa: ANN401 (untyped)
        """The overlay's part of a window of pywebview."""

    def allow_focus(self, window: Any) -> None:  # noqa: ANN401 (untyped)
        """Lets a window have the keyboard that was opened without."""

    def keys(self, keys: Mapping[Key, Callable[[], None]]) -> HotKeys:
        """Hears hot keys."""


def check() -> KitState:
    """Which window kit there is, and what to do if there is none."""
    try:
        return KitState(find_kit().name)
    except NoKit as error:
        return KitState(None, str(error), error.hint)


def find_kit() -> Kit:
    """The kit that windows will be made with.

    Raises:
        NoKit: There is none.
    """
    if sys.platform == "win32":
        return _windows_kit()
    if not os.environ.get("DISPLAY"):
        if os.environ.get("WAYLAND_DISPLAY"):
            raise NoKit("Wayland lets no window lie over others", "Install XWayland.")
        raise NoKit("there is no display", "Start it in a desktop session.")
    if _has_gtk():
        from rockettrainer.desktop._kit_linux import GtkKit  # noqa: PLC0415 (needs GTK)

        return GtkKit()
    if find_spec("qtpy") and find_spec("PySide6"):
        from rockettrainer.desktop._kit_linux import QtKit  # noqa: PLC0415 (needs X11)

        return QtKit()
    raise NoKit(f"neither GTK nor Qt can be used{_other_python()}", f"{_APT}, or {_QT}")


def _windows_kit() -> Kit:
    from rockettrainer.desktop._kit_windows import WindowsKit  # noqa: PLC0415 (needs Windows)

    if not _has_webview2():
        raise NoKit("the WebView2 Runtime is missing", f"Install it from {_WEBVIEW2}")
    return WindowsKit()


def _has_webview2() -> bool:
    import winreg  # noqa: PLC0415 (only Windows has it)

    reg: Any = winreg
    places = (
        (reg.HKEY_LOCAL_MACHINE, rf"SOFTWARE\WOW6432Node\{_RUNTIME}"),
        (reg.HKEY_LOCAL_MACHINE, rf"SOFTWARE\{_RUNTIME}"),
        (reg.HKEY_CURRENT_USER, rf"Software\{_RUNTIME}"),
    )
    return any(_version(reg, *place) not in ("", "0.0.0.0") for place in places)  # noqa: S104


def _version(reg: Any, root: Any, path: str) -> str:  # noqa: ANN401 (the registry's)
    try:
        with reg.OpenKey(root, path) as key:
            return str(reg.QueryValueEx(key, "pv")[0])
    except OSError:
        return ""


def _has_gtk() -> bool:
    """Whether GTK and its WebKit can be had; the system's, if need be."""
    if find_spec("gi") is None:
        folder = next(iter(_system_folders(_extension())), None)
        if folder is None:
            return False
        sys.path.append(str(folder))  # last, so that it adds and changes nothing
    import gi  # noqa: PLC0415 (just found)

    for webkit in ("4.1", "4.0"):
        try:
            gi.require_version("Gtk", "3.0")
            gi.require_version("WebKit2", webkit)
        except ValueError:
            continue
        return True
    return False


def _other_python() -> str:
    """A word on GTK that is there, but for another Python."""
    found = next(iter(_system_folders("_gi.*.so")), None)
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    return f" with Python {here}, though GTK can with the system's" if found else ""


def _system_folders(extension: str) -> Iterator[Path]:
    """Where the system keeps its own Python packages, if PyGObject is among them."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = ("lib/python3/dist-packages", f"lib64/{version}/site-packages")
    for place in (*places, f"lib/{version}/site-packages"):
        folder = Path("/usr") / place
        if any((folder / "gi").glob(extension)):
            yield folder


def _extension() -> str:
    """The file of PyGObject that fits this Python and no other."""
    return f"_gi.{sysconfig.get_config_var('SOABI')}.so"
