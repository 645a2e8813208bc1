import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rockettrainer.desktop._autostart import WindowsAutostart, XdgAutostart

COMMAND = (r"C:\Program Files\Python\python.exe", "-c", "say('100 %')")


class Registry:
    """The module ``winreg``, as far as it is used."""

    HKEY_CURRENT_USER, REG_SZ, KEY_SET_VALUE = 1, 1, 2

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.paths: set[tuple[int, str]] = set()

    @contextmanager
    def OpenKey(self, root: int, path: str, _r: int = 0, _a: int = 0) -> Iterator[None]:  # noqa: N802
        self.paths.add((root, path))
        yield

    CreateKey = OpenKey

    def QueryValueEx(self, _key: None, name: str) -> tuple[str, int]:  # noqa: N802
        if name not in self.values:
            raise FileNotFoundError
        return self.values[name], self.REG_SZ

    def SetValueEx(self, _key: None, name: str, _r: int, kind: int, value: str) -> None:  # noqa: N802
        assert kind == self.REG_SZ
        self.values[name] = value

    def DeleteValue(self, _key: None, name: str) -> None:  # noqa: N802
        del self.values[name]


def test_windows_starts_it_by_the_users_own_run_key() -> None:
    registry = Registry()
    start = WindowsAutostart(COMMAND, registry)
    start.set(on=True)
    assert start.on
    assert registry.values["RocketTrainer"].startswith('"C:\\Program Files\\Python\\python.exe" -c')
    start.set(on=False)
    start.set(on=False)
    assert registry.values == {}
    assert not WindowsAutostart(COMMAND, registry).on
    assert registry.paths == {(1, r"Software\Microsoft\Windows\CurrentVersion\Run")}


def test_a_linux_desktop_starts_it_by_a_file(tmp_path: Path) -> None:
    start = XdgAutostart(("/opt/a b/python", "-c", 'say("$HOME 100 %")'), tmp_path / "autostart")
    start.set(on=True)
    assert start.on
    (entry,) = (tmp_path / "autostart").iterdir()
    line = next(x for x in entry.read_text("utf-8").splitlines() if x.startswith("Exec="))
    # As a desktop reads it: first the key's escapes, then those of the quotes, then percents.
    value = line.removeprefix("Exec=").replace("\\\\", "\\")
    words = re.findall(r'"((?:\\.|[^"\\])*)"', value)
    assert [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in words] == [
        *("/opt/a b/python", "-c"),
        'say("$HOME 100 %")',
    ]
    start.set(on=False)
    start.set(on=False)
    assert not start.on
