import os
import sys
from pathlib import Path
from threading import Event

import pytest

from rockettrainer.desktop import Options, WindowsProcess, _kit, _open, check, open_windows
from rockettrainer.desktop._open import FAILED, OPEN, STARTS
from rockettrainer.home import only_one
from tests.support.waiting import until


def program(tmp_path: Path, then: str) -> tuple[str, ...]:
    """Notes each start, then does something."""
    note = f"open({str(tmp_path / 'starts')!r}, 'a').write('x')"
    return (sys.executable, "-c", f"import sys; {note}; {then}")


def starts(tmp_path: Path) -> int:
    path = tmp_path / "starts"
    return len(path.read_text()) if path.is_file() else 0


def test_windows_that_fall_over_are_opened_again_a_few_times_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_open, "_PAUSE_S", 0.0)
    said: list[str] = []
    windows = WindowsProcess(program(tmp_path, "sys.exit(1)"), pytest.fail, said.append)
    windows.start()
    until(lambda: len(said) == STARTS)
    windows.stop()
    assert starts(tmp_path) == STARTS
    assert "again" in said[0]
    assert "stay closed" in said[-1]


@pytest.mark.parametrize("status", [FAILED, OPEN])
def test_windows_that_cannot_be_are_left_alone(tmp_path: Path, status: int) -> None:
    left = Event()
    command = program(tmp_path, f"sys.exit({status})")
    windows = WindowsProcess(command, left.set, pytest.fail)
    windows.start()
    windows._thread.join(timeout=30)
    assert starts(tmp_path) == 1
    assert not left.is_set()


def test_a_player_who_ends_the_windows_ends_the_program(tmp_path: Path) -> None:
    left = Event()
    WindowsProcess(program(tmp_path, "sys.exit(0)"), left.set, pytest.fail).start()
    assert left.wait(30)


def test_windows_end_with_the_server(tmp_path: Path) -> None:
    windows = WindowsProcess(program(tmp_path, "sys.stdin.read()"), pytest.fail, pytest.fail)
    windows.start()
    until(lambda: starts(tmp_path))
    windows.stop()
    assert not windows._thread.is_alive()


def test_a_second_start_asks_the_first_to_be_arranged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with only_one(tmp_path / "windows.lock") as first:
        assert first
        assert open_windows(Options(tmp_path, (), (), edit=True)) == OPEN
    assert (tmp_path / "windows.ask").is_file()
    assert "already" in capsys.readouterr().err


def test_without_a_display_it_is_said_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert open_windows(Options(tmp_path, (), ())) == FAILED
    assert "display" in capsys.readouterr().err
    monkeypatch.setitem(os.environ, "WAYLAND_DISPLAY", "wayland-0")
    assert check().hint == "Install XWayland."


def test_without_a_kit_it_is_said_which_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(_kit, "_has_gtk", lambda: False)
    monkeypatch.setattr(_kit, "find_spec", lambda _: None)
    found = check()
    assert found.kit is None
    assert "apt install" in found.hint
    assert "desktop-qt" in found.hint


def test_without_webview2_it_is_said_where_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(_kit, "_has_webview2", lambda: False)
    assert "go.microsoft.com" in check().hint
