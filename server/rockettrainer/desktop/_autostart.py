"""Starting with the system: a value in the registry, or a file for the desktop."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from subprocess import list2cmdline
from typing import Any, Final, Protocol

_NAME: Final = "RocketTrainer"
_RUN_KEY: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
_ENTRY: Final = """\
[Desktop Entry]
Type=Application
Name={name}
Comment=Measures how you play Rocket League
Exec={command}
Terminal=false
"""


class Autostart(Protocol):
    """Whether the program starts when its user logs in."""

    @property
    def on(self) -> bool:
        """Whether it does."""

    def set(self, *, on: bool) -> None:
        """Has it do so, or not.

        Raises:
            OSError: The system does not allow it.
        """


class WindowsAutostart:
    """By a value of the user's own Run key.

    Args:
        command: That starts the program.
        registry: The module ``winreg``.
    """

    def __init__(self, command: Sequence[str], registry: Any) -> None:  # noqa: ANN401 (a module)
        self._command = list2cmdline(command)
        self._registry = registry

    @property
    def on(self) -> bool:
        """Whether it does."""
        reg = self._registry
        try:
            with reg.OpenKey(reg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                reg.QueryValueEx(key, _NAME)
        except FileNotFoundError:
            return False
        return True

    def set(self, *, on: bool) -> None:
        """Has it do so, or not."""
        reg = self._registry
        if on:
            with reg.CreateKey(reg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                reg.SetValueEx(key, _NAME, 0, reg.REG_SZ, self._command)
        elif self.on:
            access = reg.KEY_SET_VALUE
            with reg.OpenKey(reg.HKEY_CURRENT_USER, _RUN_KEY, 0, access) as key:
                reg.DeleteValue(key, _NAME)


class XdgAutostart:
    """By a file in the user's autostart folder (freedesktop.org, Desktop Application Autostart).

    Args:
        command: That starts the program.
        folder: Where such files are.
    """

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._command = " ".join(map(_quoted, command))
        self._file = folder / "rockettrainer.desktop"

    @property
    def on(self) -> bool:
        """Whether it does."""
        return self._file.is_file()

    def set(self, *, on: bool) -> None:
        """Has it do so, or not."""
        if not on:
            self._file.unlink(missing_ok=True)
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        entry = _ENTRY.format(name=_NAME, command=self._command)
        self._file.write_text(entry, encoding="utf-8")


def autostart(command: Sequence[str]) -> Autostart:
    """The way of this system."""
    if sys.platform == "win32":
        return WindowsAutostart(command, import_module("winreg"))
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return XdgAutostart(command, Path(config) / "autostart")


def _quoted(word: str) -> str:
    """A word of ``Exec``, quoted as the Desktop Entry Specification wants it.

    First as an argument, then as the value of a key, where a backslash is written twice.
    """
    for special in '\\"`$':
        word = word.replace(special, f"\\{special}")
    return '"' + word.replace("%", "%%").replace("\\", "\\\\") + '"'
