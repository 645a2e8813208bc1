"""Hot keys on X11: grabbed from the root window.

On Wayland this reaches programs of its X11 part only, of which the game under Proton is one.
"""

import os
import select
from collections.abc import Callable, Mapping
from itertools import combinations
from threading import Thread
from typing import Final

from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import BadAccess, CatchError

from rockettrainer.desktop._keys import Key

_MODIFIERS: Final = {
    "Ctrl": X.ControlMask,
    "Alt": X.Mod1Mask,
    "Shift": X.ShiftMask,
    "Win": X.Mod4Mask,
}
_LOCKS: Final = (X.LockMask, X.Mod2Mask)
"""Caps lock and num lock: the key is meant whether they are on or not."""
_ALL: Final = X.ControlMask | X.Mod1Mask | X.ShiftMask | X.Mod4Mask


class X11Keys:
    """Hears keys in a thread of its own, on a connection of its own.

    Args:
        keys: What to call for each.

    Raises:
        Xlib.error.DisplayError: There is no X11 display.
    """

    def __init__(self, keys: Mapping[Key, Callable[[], None]]) -> None:
        self._display = Display()
        self._root = self._display.screen().root
        self._calls: dict[tuple[int, int], Callable[[], None]] = {}
        self.refused: tuple[str, ...] = ()
        for key, call in keys.items():
            self._grab(key, call)
        self._wake_read, self._wake_write = os.pipe()
        self._thread = Thread(target=self._run, name="hot keys", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Lets go of all."""
        os.write(self._wake_write, b"!")
        self._thread.join(timeout=5)
        os.close(self._wake_write)
        os.close(self._wake_read)

    def _grab(self, key: Key, call: Callable[[], None]) -> None:
        code = self._display.keysym_to_keycode(XK.string_to_keysym(_keysym(key)))
        if not code:
            self.refused += (f"{key}: this keyboard has no such key",)
            return
        modifiers = sum(_MODIFIERS[name] for name in key.modifiers)
        taken = CatchError(BadAccess)
        for locks in _lock_states():
            self._root.grab_key(
                *(code, modifiers | locks, False, X.GrabModeAsync, X.GrabModeAsync), onerror=taken
            )
        self._display.sync()
        if taken.get_error():
            self.refused += (f"{key}: another program has it; choose another in windows.json",)
        self._calls[code, modifiers] = call

    def _run(self) -> None:
        while True:
            while self._display.pending_events():
                event = self._display.next_event()
                if event.type == X.KeyPress:
                    call = self._calls.get((event.detail, event.state & _ALL))
                    if call is not None:
                        call()
            readable, _, _ = select.select([self._display.fileno(), self._wake_read], [], [])
            if self._wake_read in readable:
                self._display.close()
                return


def _keysym(key: Key) -> str:
    return key.name.lower() if len(key.name) == 1 else key.name


def _lock_states() -> list[int]:
    return [sum(some) for count in range(3) for some in combinations(_LOCKS, count)]
