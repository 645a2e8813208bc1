"""What a player chose for the windows: one small file in the data folder."""

import json
import logging
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from math import isfinite
from pathlib import Path
from typing import Any, Final

from rockettrainer.desktop._keys import BadKey, Key, parse_key
from rockettrainer.desktop._monitor import Place

FILE: Final = "windows.json"

OPACITIES: Final = (0.82, 1.0)
"""On less than 82 % the words have too little contrast over snow (docs/overlay.md)."""
SIZES: Final = (0.8, 1.5)
"""Of what suits the monitor; smaller, and the least words would be under 11 pixels."""

SHOW_KEY: Final = Key("F9")
EDIT_KEY: Final = Key("F10")
"""Neither the game nor BakkesMod uses them by itself."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """All of it, with what holds where nothing was chosen."""

    overlay: bool = True
    summary: bool = True
    opacity: float = 0.86
    size: float = 1.0
    see_through: bool = False
    """Whether only the card's ground is see-through, where the system can do that; its words
    stay solid then."""
    show_key: Key = SHOW_KEY
    edit_key: Key = EDIT_KEY
    monitor: str | None = None
    """The one that was chosen last."""
    places: dict[str, Place] = field(default_factory=dict)
    """By monitor, also of those that are not plugged in now."""

    def placed(self, monitor: str, place: Place) -> "Settings":
        """The same with the card elsewhere."""
        return replace(self, monitor=monitor, places={**self.places, monitor: place})


class SettingsFile:
    """Keeps the settings.

    Args:
        home: The data folder.
    """

    def __init__(self, home: Path) -> None:
        self._path = home / FILE
        self.now = self._read()

    def put(self, settings: Settings) -> None:
        """Keeps others. A full disk costs the memory of them, not the window."""
        self.now = settings
        temporary = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(_plain(settings), indent=1), encoding="utf-8")
            temporary.replace(self._path)
        except OSError as error:
            _log.warning("the windows' settings could not be saved: %s", error)

    def _read(self) -> Settings:
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError) as error:
            self._set_aside(error)
            return Settings()
        return _settings(said) if isinstance(said, dict) else Settings()

    def _set_aside(self, error: Exception) -> None:
        aside = self._path.with_suffix(".unreadable.json")
        with suppress(OSError):
            self._path.replace(aside)
        _log.warning("%s cannot be read (%s); it is now %s", self._path, error, aside.name)


def _plain(settings: Settings) -> dict[str, Any]:
    plain = asdict(settings)
    for name in ("show_key", "edit_key"):
        plain[name] = str(getattr(settings, name))
    return plain


def _settings(said: dict[str, Any]) -> Settings:
    """What a file says, field by field; what makes no sense is left at its usual value."""
    usual = Settings()
    places = said.get("places")
    return Settings(
        overlay=_flag(said, "overlay", usual.overlay),
        summary=_flag(said, "summary", usual.summary),
        opacity=bounded(said.get("opacity"), OPACITIES, usual.opacity),
        size=bounded(said.get("size"), SIZES, usual.size),
        see_through=_flag(said, "see_through", usual.see_through),
        show_key=_key(said.get("show_key"), usual.show_key),
        edit_key=_key(said.get("edit_key"), usual.edit_key),
        monitor=said["monitor"] if isinstance(said.get("monitor"), str) else None,
        places=_places(places) if isinstance(places, dict) else {},
    )


def bounded(value: object, bounds: tuple[float, float], usual: float) -> float:
    """A number within bounds, or the usual one where it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return usual
    return min(max(float(value), bounds[0]), bounds[1])


def _flag(said: dict[str, Any], name: str, usual: bool) -> bool:
    value = said.get(name)
    return value if isinstance(value, bool) else usual


def _key(value: object, usual: Key) -> Key:
    if not isinstance(value, str):
        return usual
    try:
        return parse_key(value)
    except BadKey as error:
        _log.warning("%s; %s is used instead", error, usual)
        return usual


def _places(said: dict[str, Any]) -> dict[str, Place]:
    found = {}
    for name, value in said.items():
        if isinstance(value, dict):
            usual = Place()
            found[name] = Place(
                _flag(value, "right", usual.right),
                _flag(value, "bottom", usual.bottom),
                bounded(value.get("across"), (0, 1), usual.across),
                bounded(value.get("along"), (0, 1), usual.along),
            )
    return found
