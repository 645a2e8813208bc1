"""The page in the overlay's window: what it asks of the window, and what the window tells it."""

import json
from collections.abc import Callable
from typing import Any, Final

Asked = Callable[[float, str, list[Any]], None]
"""Called with an order (later asks have a higher one), a name and arguments."""

_FUNCTIONS: Final = ("fit", "move_by", "set_scale", "set_opacity", "done")

# pywebview makes its functions with `new Function`, which the page's policy forbids, and rightly.
# Its shared state needs no such thing.
_INSTALL: Final = """
(() => {
  if (!window.pywebview) return;
  const call = (name) => (...given) => {
    const order = performance.timeOrigin + performance.now();
    window.pywebview.state.asked = [order, name, ...given];
  };
  for (const name of %s) window.pywebview.api[name] = call(name);
  window.dispatchEvent(new CustomEvent('pywebviewready'));
})()
"""

# The page forgets its key when it has it; what it is told goes into the address it has now.
_CHANGE: Final = """
(() => {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const [name, value] of Object.entries(%s)) {
    if (value === null) given.delete(name);
    else given.set(name, value);
  }
  history.replaceState(null, '', `#${given}`);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
})()
"""


class Page:
    """The overlay page.

    Args:
        window: Of pywebview.
    """

    def __init__(self, window: Any) -> None:  # noqa: ANN401 (untyped)
        self._window = window
        self._asked: Asked | None = None
        self._told: dict[str, str | None] = {}
        self._address: str | None = None
        window.events.loaded += self._loaded
        window.state += self._changed

    def listen(self, asked: Asked) -> None:
        """Has somebody called when the page asks for something."""
        self._asked = asked

    def open(self, address: str) -> None:
        """Opens the page, with all that it has been told.

        Args:
            address: Of the page, with its key behind the ``#``.
        """
        self._address = address
        told = "".join(f"&{name}={value}" for name, value in self._told.items() if value)
        self._window.load_url(address + told)

    def tell(self, **told: str | None) -> None:
        """Tells the page what to look like; see docs/overlay.md for the names.

        Args:
            told: None takes something back.
        """
        news = {name: value for name, value in told.items() if self._told.get(name) != value}
        self._told.update(news)
        if news and self._address is not None and self._window.events.loaded.is_set():
            self._window.run_js(_CHANGE % json.dumps(news))

    def knows(self, **told: str | None) -> None:
        """Notes what the page has changed by itself."""
        self._told.update(told)

    def _loaded(self) -> None:
        if self._address is None:
            return
        self._window.run_js(_INSTALL % json.dumps(_FUNCTIONS))
        self._window.run_js(_CHANGE % json.dumps(self._told))

    def _changed(self, _kind: str, key: str, value: Any) -> None:  # noqa: ANN401 (JSON)
        """Believes nothing of what comes: it is a page."""
        match key, value:
            case "asked", [int() | float() as order, str() as name, *given] if name in _FUNCTIONS:
                if self._asked is not None:
                    self._asked(float(order), name, given)
            case _:
                pass
