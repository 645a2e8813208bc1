"""A screen that nobody sees, with a window manager, and a game's window that fills it."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image
from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import XError
from Xlib.ext import xtest

from tests.support.waiting import until

WIDTH, HEIGHT = 1920, 1080
READY_S = 30.0
NEEDED = ("Xvfb", "openbox")


def missing() -> str | None:
    """What this machine lacks."""
    lacks = [name for name in NEEDED if shutil.which(name) is None]
    return f"no {', '.join(lacks)}: apt install xvfb openbox" if lacks else None


@dataclass
class Screen:
    """It, seen by a client of its own."""

    name: str
    display: Display
    composed: bool
    games: list[Any] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """For programs that are to be shown on it."""
        return os.environ | {"DISPLAY": self.name, "NO_AT_BRIDGE": "1"}

    def game(self, colour: int) -> Any:  # noqa: ANN401 (a window)
        """Fills the screen with a colour, as a game does that has the keyboard."""
        root = self.display.screen().root
        depth = self.display.screen().root_depth
        masks = X.ButtonPressMask | X.KeyPressMask | X.ExposureMask
        window = root.create_window(
            *(0, 0, WIDTH, HEIGHT, 0, depth, X.InputOutput, X.CopyFromParent),
            background_pixel=colour,
            event_mask=masks,
        )
        atom = self.display.intern_atom
        states = [atom("_NET_WM_STATE_FULLSCREEN")]
        window.change_property(atom("_NET_WM_STATE"), atom("ATOM"), 32, states)
        window.set_wm_name("game")
        self.games.append(window)
        until(lambda: _mapped(window), READY_S)
        window.set_input_focus(X.RevertToParent, X.CurrentTime)
        until(lambda: self.focus == window.id, READY_S)
        return window

    @property
    def focus(self) -> int:
        """Number of the window that has the keyboard; of its own child, if that has it."""
        return int(getattr(self.display.get_input_focus().focus, "id", 0))

    def windows(self, title: str) -> list[Any]:
        """Those of a title, managed or not, from the lowest to the highest."""
        top = self.display.screen().root.query_tree().children
        # What a manager frames is one level down.
        below = [child for window in top for child in (window, *_children(window))]
        return [window for window in below if _is(window, title)]

    def box(self, title: str) -> tuple[int, int, int, int] | None:
        """Where the window of a title is; None if there is none on the screen."""
        for window in self.windows(title):
            size = window.get_geometry()
            at = window.translate_coords(self.display.screen().root, 0, 0)
            x, y = -at.x, -at.y
            if 0 <= x < WIDTH and 0 <= y < HEIGHT:
                return x, y, size.width, size.height
        return None

    def press(self, key: str) -> None:
        """Presses a key, wherever the keyboard is."""
        code = self.display.keysym_to_keycode(XK.string_to_keysym(key))
        for kind in (X.KeyPress, X.KeyRelease):
            xtest.fake_input(self.display, kind, code)
        self.display.sync()

    def click(self, x: int, y: int) -> None:
        """Clicks at a place."""
        self.drag((x, y), (x, y))

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 8) -> None:
        """Presses the button at a place, and lets it go at another."""
        self._point(*start)
        xtest.fake_input(self.display, X.ButtonPress, 1)
        for step in range(1, steps + 1):
            self._point(*(a + (b - a) * step // steps for a, b in zip(start, end, strict=True)))
            time.sleep(0.03)
        xtest.fake_input(self.display, X.ButtonRelease, 1)
        self.display.sync()

    def clicks(self) -> list[tuple[int, int]]:
        """Where the game was clicked since this was asked last."""
        self.display.sync()
        found = []
        while self.display.pending_events():
            event = self.display.next_event()
            if event.type == X.ButtonPress:
                found.append((event.root_x, event.root_y))
        return found

    def picture(self) -> Image.Image:
        """What is on it."""
        root = self.display.screen().root
        raw = root.get_image(0, 0, WIDTH, HEIGHT, X.ZPixmap, 0xFFFFFFFF)
        return Image.frombytes("RGB", (WIDTH, HEIGHT), raw.data, "raw", "BGRX")

    def _point(self, x: int, y: int) -> None:
        xtest.fake_input(self.display, X.MotionNotify, x=x, y=y)
        self.display.sync()


def _children(window: Any) -> list[Any]:  # noqa: ANN401 (a window)
    with suppress(XError):  # it may be gone by now
        return list(window.query_tree().children)
    return []


def _mapped(window: Any) -> bool:  # noqa: ANN401 (a window)
    """Asks again: a window manager that has just started may miss it once."""
    window.map()
    time.sleep(0.1)
    return bool(window.get_attributes().map_state == X.IsViewable)


def _is(window: Any, title: str) -> bool:  # noqa: ANN401 (a window)
    with suppress(XError):  # it may be gone by now
        name = window.get_wm_name()
        return isinstance(name, str) and name.startswith(title)
    return False


@contextmanager
def screen(log: Path, *, composed: bool = False) -> Iterator[Screen]:
    """A screen until the context ends.

    Args:
        log: File for what its programs say.
        composed: Whether windows on it can be see-through.
    """
    with ExitStack() as stack:
        said = stack.enter_context(log.open("wb"))
        read, write = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
        _program(stack, command, said, os.environ.copy(), (write,))
        os.close(write)
        with os.fdopen(read) as numbers:
            name = f":{numbers.readline().strip()}"
        display = Display(name)  # it says its number once it can be asked
        stack.callback(display.close)
        found = Screen(name, display, composed)
        _program(stack, ["openbox", "--sm-disable"], said, found.environment)
        root, atom = display.screen().root, display.intern_atom
        manager = atom("_NET_SUPPORTING_WM_CHECK")
        until(lambda: root.get_full_property(manager, X.AnyPropertyType), READY_S)
        if composed:
            _program(stack, ["picom", "--backend", "xrender"], said, found.environment)
            owner = atom("_NET_WM_CM_S0")
            until(lambda: display.get_selection_owner(owner) != X.NONE, READY_S)
        yield found


def _program(
    stack: ExitStack,
    command: list[str],
    log: Any,  # noqa: ANN401 (a file)
    environment: dict[str, str],
    handles: tuple[int, ...] = (),
) -> None:
    process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, pass_fds=handles)

    def end() -> None:
        process.terminate()
        process.wait(timeout=20)

    stack.callback(end)
