"""Hot keys on Windows: registered with the system, which takes them from the game."""

from collections.abc import Callable, Mapping
from ctypes import byref, wintypes
from threading import Event, Thread
from typing import Final

from rockettrainer.desktop import _win32 as w
from rockettrainer.desktop._keys import Key

_MODIFIERS: Final = {
    "Ctrl": w.MOD_CONTROL,
    "Alt": w.MOD_ALT,
    "Shift": w.MOD_SHIFT,
    "Win": w.MOD_WIN,
}


class WindowsKeys:
    """Hears keys in a thread of its own, for Windows tells the thread that registered them.

    Nothing else that is typed is seen: there is no hook.

    Args:
        keys: What to call for each.
        api: The system's functions.
    """

    def __init__(self, keys: Mapping[Key, Callable[[], None]], api: w.Win32) -> None:
        self._calls = dict(enumerate(keys.values(), start=1))
        self._keys = dict(enumerate(keys, start=1))
        self._api = api
        self._thread_id = 0
        self._ready = Event()
        self.refused: tuple[str, ...] = ()
        self._thread = Thread(target=self._run, name="hot keys", daemon=True)
        self._thread.start()
        self._ready.wait()

    def stop(self) -> None:
        """Lets go of all."""
        self._api.user32.PostThreadMessageW(self._thread_id, w.WM_QUIT, 0, 0)
        self._thread.join(timeout=5)

    def _run(self) -> None:
        user32 = self._api.user32
        self._thread_id = self._api.kernel32.GetCurrentThreadId()
        try:
            held = [number for number in self._keys if self._register(number)]
        finally:  # whoever waits must not wait for ever
            self._ready.set()
        message = wintypes.MSG()
        while user32.GetMessageW(byref(message), None, 0, 0) > 0:
            if message.message == w.WM_HOTKEY and message.wParam in self._calls:
                self._calls[message.wParam]()
        for number in held:
            user32.UnregisterHotKey(None, number)

    def _register(self, number: int) -> bool:
        key = self._keys[number]
        modifiers = w.MOD_NOREPEAT
        for name in key.modifiers:
            modifiers |= _MODIFIERS[name]
        if self._api.user32.RegisterHotKey(None, number, modifiers, virtual_key(key)):
            return True
        error = w.last_error()
        taken = error == w.ERROR_HOTKEY_ALREADY_REGISTERED
        why = "another program has it" if taken else f"Windows refuses it (error {error})"
        self.refused += (f"{key}: {why}; choose another in windows.json",)
        return False


def virtual_key(key: Key) -> int:
    """Windows' number of a key."""
    return ord(key.name) if len(key.name) == 1 else w.VK_F1 + int(key.name[1:]) - 1
