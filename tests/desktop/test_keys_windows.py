"""Hot keys of Windows, by a stand-in."""

from queue import SimpleQueue
from threading import Event
from typing import Any

import pytest

from rockettrainer.desktop import _win32 as w
from rockettrainer.desktop._keys import Key
from rockettrainer.desktop._keys_windows import WindowsKeys, virtual_key
from tests.desktop.fakes import Library


class System:
    """Gives messages to the thread that asks, as Windows does."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.messages: SimpleQueue[tuple[int, int]] = SimpleQueue()
        self.api = w.Win32(lambda _: Library(self.calls))
        self.api.user32.GetMessageW.answer = self._message
        self.api.user32.PostThreadMessageW.answer = lambda _id, message, *_: self.messages.put(
            (message, 0)
        )
        self.api.kernel32.GetCurrentThreadId.answer = lambda: 41

    def named(self, name: str) -> list[tuple[Any, ...]]:
        return [call[1:] for call in self.calls if call[0] == name]

    def _message(self, reference: Any, *_: object) -> int:  # noqa: ANN401 (a pointer)
        kind, word = self.messages.get(timeout=10)
        reference._obj.message, reference._obj.wParam = kind, word
        return int(kind != w.WM_QUIT)


def test_keys_are_registered_heard_and_let_go() -> None:
    system, heard = System(), Event()
    keys = WindowsKeys(
        {Key("F9"): lambda: None, Key("O", ("Ctrl", "Shift")): heard.set}, system.api
    )
    assert keys.refused == ()
    assert system.named("RegisterHotKey") == [
        (None, 1, w.MOD_NOREPEAT, 0x78),
        (None, 2, w.MOD_NOREPEAT | w.MOD_CONTROL | w.MOD_SHIFT, ord("O")),
    ]
    system.messages.put((0x0113, 2))  # WM_TIMER says nothing
    assert not heard.is_set()
    system.messages.put((w.WM_HOTKEY, 2))
    assert heard.wait(10)
    keys.stop()
    assert system.named("PostThreadMessageW") == [(41, w.WM_QUIT, 0, 0)]
    assert [call[1] for call in system.named("UnregisterHotKey")] == [1, 2]


@pytest.mark.parametrize(("error", "why"), [(1409, "another program"), (87, "error 87")])
def test_a_key_that_cannot_be_had_is_said(
    error: int, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = System()
    system.api.user32.RegisterHotKey.answer = lambda _window, number, *_: int(number != 1)
    monkeypatch.setattr(w, "last_error", lambda: error)
    keys = WindowsKeys({Key("F9"): lambda: None, Key("F10"): lambda: None}, system.api)
    (refusal,) = keys.refused
    assert refusal.startswith("F9:")
    assert why in refusal
    keys.stop()
    assert [call[1] for call in system.named("UnregisterHotKey")] == [2]


def test_windows_numbers_of_keys() -> None:
    assert [virtual_key(Key(name)) for name in ("F1", "F10", "F24", "A", "7")] == [
        *(0x70, 0x79, 0x87),
        *(0x41, 0x37),
    ]
