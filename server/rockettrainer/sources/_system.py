"""What the system says of where things are: a home, variables, two entries of a registry."""

import os
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

_SHELL_FOLDERS: Final = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
_VARIABLE: Final = re.compile(r"%([^%]+)%")


@dataclass(frozen=True, slots=True)
class System:
    """A system, as far as it matters here."""

    home: Path
    variables: Mapping[str, str] = field(default_factory=dict)
    """Of the environment, in capitals."""
    documents: str | None = None
    """Windows' ``Personal``: where documents are kept, with variables as ``%USERPROFILE%``."""
    steam: str | None = None
    """Windows' ``SteamPath``: where Steam is."""

    @classmethod
    def here(cls) -> Self:
        """This one."""
        return cls(
            Path.home(),
            os.environ,
            _entry(_SHELL_FOLDERS, "Personal"),
            _entry(r"Software\Valve\Steam", "SteamPath"),
        )

    def folder(self, variable: str, *below: str) -> tuple[Path, ...]:
        """A folder below one that a variable names; none where it is not set."""
        named = self.variables.get(variable)
        return (Path(named, *below),) if named else ()

    def moved_documents(self) -> tuple[Path, ...]:
        """Where the user has told Windows to keep documents."""
        if not self.documents:
            return ()
        known = self.variables
        return (Path(_VARIABLE.sub(lambda v: known.get(v[1].upper(), v[0]), self.documents)),)


def existing(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Those that there are, each once, whatever links lead to it."""
    found: dict[Path, Path] = {}
    for folder in folders:
        # Of a disk that is locked or gone, `Path.is_dir` may raise.
        if os.path.isdir(folder):  # noqa: PTH112
            found.setdefault(folder.resolve(), folder)
    return tuple(found.values())


def _entry(key: str, name: str) -> str | None:
    """What the user's part of the registry holds; None where there is none."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 (only Windows has it)

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            return str(winreg.QueryValueEx(opened, name)[0])
    return None
