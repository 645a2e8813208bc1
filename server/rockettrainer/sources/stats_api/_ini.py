"""The ini files that switch the Stats API on.

The game reads ``TAStatsAPI.ini`` of the user's folder, and writes it anew from
``DefaultStatsAPI.ini`` of its own folder when that has changed: so both are edited. All else in
them stays as it is, byte by byte: comments, other sections, ``[IniVersion]``, line ends, encoding.
"""

import codecs
import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from rockettrainer.sources._places import install_folders, user_folders
from rockettrainer.sources.stats_api._client import TCP_PORT, WEB_PORT

USERS_FILE: Final = "TAStatsAPI.ini"
GAMES_FILE: Final = "DefaultStatsAPI.ini"
BACKUP: Final = ".rockettrainer-backup"
"""Behind the name of the file as it was."""
FASTEST: Final = 120
"""States a second, at most."""

_SECTION: Final = "[TAGame.MatchStatsExporter_TA]"
_LARGEST_BYTES: Final = 1 << 16
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KEY: Final = re.compile(r"\s*(\w+)\s*=\s*(.*?)\s*$")


class IniError(Exception):
    """A file is not what it should be, and was left alone."""


def ini_files(install: Path | None = None) -> tuple[Path, ...]:
    """The files that there are, the user's first.

    Args:
        install: Folder of the game where it is not found by itself.
    """
    installs = install_folders() if install is None else (install,)
    users = (folder / "Config" / USERS_FILE for folder in user_folders())
    games = (folder / "TAGame/Config" / GAMES_FILE for folder in installs)
    return tuple(path for path in (*users, *games) if path.is_file())


def settings_in(content: bytes) -> Mapping[str, str]:
    """What a file says in our section, by lower-case key.

    Raises:
        IniError: It is not such a file.
    """
    text, _, _ = _decoded(content)
    lines = text.splitlines(keepends=True)
    start, stop = _section(lines)
    found = (_KEY.match(line) for line in lines[start:stop])
    return {match[1].lower(): match[2] for match in found if match}


def is_on(settings: Mapping[str, str]) -> bool:
    """Whether settings make the game tell something."""
    with suppress(ValueError):
        rate = float(settings.get("packetsendrate", "0"))
        ports = [int(settings.get(key, "0")) for key in ("port", "webport")]
        return rate > 0 and any(ports)
    return False


def switched_on(content: bytes, rate: int) -> bytes:
    """A file's content with the Stats API on.

    Args:
        content: As it is.
        rate: States a second, 1 to `FASTEST`.

    Raises:
        IniError: It is not such a file.
    """
    wanted = {"PacketSendRate": str(rate), "Port": str(TCP_PORT), "WebPort": str(WEB_PORT)}
    text, encoding, bom = _decoded(content)
    lines = text.splitlines(keepends=True)
    start, stop = _section(lines)
    end = _line_end(lines[start - 1]) or "\r\n"
    for key, value in wanted.items():
        places = [n for n in range(start, stop) if _is(lines[n], key)]
        if len(places) > 1:
            raise IniError(f"it says {key} more than once")
        if not places:
            stop = _insert(lines, start, stop, f"{key}={value}{end}")
        elif not _says(lines[places[0]], value):
            lines[places[0]] = f"{key}={value}{_line_end(lines[places[0]])}"
    return bom + "".join(lines).encode(encoding)


def write_ini(path: Path, content: bytes) -> None:
    """Replaces a file at once, with the one before beside it.

    Raises:
        OSError: It cannot be written there.
    """
    backup = path.with_name(path.name + BACKUP)
    if not backup.exists():
        _replace(backup, path.read_bytes())
    _replace(path, content)


def undo_ini(path: Path) -> bool:
    """Puts the file back as it was before; False if nothing was done to it.

    Raises:
        OSError: It cannot be written there.
    """
    backup = path.with_name(path.name + BACKUP)
    if not backup.is_file():
        return False
    backup.replace(path)
    return True


def read_ini(path: Path) -> bytes:
    """The content of a file, if it can be one.

    Raises:
        IniError: It is too large.
        OSError: It cannot be read.
    """
    if path.stat().st_size > _LARGEST_BYTES:
        raise IniError("it is far larger than the game's")
    return path.read_bytes()


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode if path.exists() else 0o644
        Path(name).chmod(mode)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _decoded(content: bytes) -> tuple[str, str, bytes]:
    """Text, encoding and mark; without a mark every byte stands for itself."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            try:
                return content[len(bom) :].decode(encoding), encoding, bom
            except UnicodeDecodeError as error:
                raise IniError("it is damaged text") from error
    if b"\x00" in content:
        raise IniError("it is no text")
    return content.decode("latin-1"), "latin-1", b""


def _section(lines: list[str]) -> tuple[int, int]:
    """Where our section's lines begin and end."""
    heads = [n for n, line in enumerate(lines) if line.strip().lower() == _SECTION.lower()]
    if len(heads) != 1:
        found = "more than one" if heads else "no"
        raise IniError(f"it has {found} section {_SECTION}")
    start = heads[0] + 1
    later = (n for n in range(start, len(lines)) if lines[n].lstrip().startswith("["))
    return start, next(later, len(lines))


def _insert(lines: list[str], start: int, stop: int, line: str) -> int:
    """Puts a line behind the section's last one that is not blank; where the section ends now."""
    at = stop
    while at > start and not lines[at - 1].strip():
        at -= 1
    if not _line_end(lines[at - 1]):
        lines[at - 1] += "\r\n"
    lines.insert(at, line)
    return stop + 1


def _is(line: str, key: str) -> bool:
    match = _KEY.match(line)
    return match is not None and match[1].lower() == key.lower()


def _says(line: str, value: str) -> bool:
    match = _KEY.match(line)
    with suppress(ValueError):
        return match is not None and float(match[2]) == float(value)
    return False


def _line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
