"""Windows that are none."""

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

from rockettrainer.desktop._monitor import Box, Monitor

FULL_HD = Monitor("left", Box(0, 0, 1920, 1080), primary=True)
ULTRA_HD = Monitor("right", Box(1920, 0, 3840, 2160))


class Glass:
    """Notes what is asked of it."""

    def __init__(self, *monitors: Monitor, see_through: bool = False) -> None:
        self.plugged = list(monitors) or [FULL_HD]
        self.see_through = see_through
        self.box: Box | None = None
        self.opacity = 1.0
        self.clicks = False
        self.found: list[str] = []

    def monitors(self) -> Sequence[Monitor]:
        return self.plugged

    def show(self, box: Box) -> None:
        self.box = box

    def hide(self) -> None:
        self.box = None

    def fade(self, opacity: float) -> None:
        self.opacity = opacity

    def take_clicks(self, *, wanted: bool) -> None:
        self.clicks = wanted

    def faults(self, box: Box) -> Sequence[str]:
        del box
        return self.found


class Told(dict[str, str | None]):
    """What a page was told."""

    def tell(self, **told: str | None) -> None:
        self.update(told)

    def knows(self, **told: str | None) -> None:
        self.update(told)


class Event(list[Callable[..., None]]):
    """An event of pywebview."""

    def __init__(self) -> None:
        self.happened = False

    def __iadd__(self, call: Any) -> "Event":  # type: ignore[override,misc] # noqa: ANN401
        self.append(call)
        return self

    def is_set(self) -> bool:
        return self.happened

    def set(self) -> None:
        self.happened = True
        for call in self:
            call()


class Window:
    """A window of pywebview, as far as it is used."""

    def __init__(self, handle: int = 7) -> None:
        self.events = SimpleNamespace(
            loaded=Event(), before_show=Event(), shown=Event(), closed=Event()
        )
        self.state = Event()
        self.native = SimpleNamespace(Handle=SimpleNamespace(ToInt64=lambda: handle))
        self.scripts: list[str] = []
        self.addresses: list[str] = []
        self.focus = False

    def run_js(self, script: str) -> None:
        self.scripts.append(script)

    def load_url(self, address: str) -> None:
        self.events.loaded.happened = False
        self.addresses.append(address)

    def says(self, value: object, key: str = "asked") -> None:
        """Has the page set its shared state."""
        for call in self.state:
            call("change", key, value)


class Function:
    """A function of the system: notes its calls, answers as it was told."""

    def __init__(self, name: str, calls: list[tuple[Any, ...]]) -> None:
        self._name = name
        self._calls = calls
        self.answer: Callable[..., Any] = lambda *_: 1
        self.restype: Any = None
        self.argtypes: Any = None

    def __call__(self, *given: Any) -> Any:  # noqa: ANN401 (any function)
        self._calls.append((self._name, *given))
        return self.answer(*given)


class Library:
    """A library of the system, in which every name is a function."""

    def __init__(self, calls: list[tuple[Any, ...]]) -> None:
        self._calls = calls

    def __getattr__(self, name: str) -> Function:
        function = Function(name, self._calls)
        setattr(self, name, function)
        return function
