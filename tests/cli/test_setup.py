"""Switching the Stats API on in files as the game and people write them."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rockettrainer.cli._app import app
from rockettrainer.sources.stats_api import IniError, is_on, settings_in, switched_on

GAMES = (
    b"; Rocket League Stats API\r\n"
    b"\r\n"
    b"[TAGame.MatchStatsExporter_TA]\r\n"
    b"; 0 switches it off\r\n"
    b"PacketSendRate=0\r\n"
    b"Port=49123\r\n"
    b"\r\n"
    b"[IniVersion]\r\n"
    b"0=1785885166.000000\r\n"
)
ON = GAMES.replace(b"Rate=0\r\n", b"Rate=30\r\n").replace(
    b"Port=49123\r\n", b"Port=49123\r\nWebPort=49124\r\n"
)


def test_only_what_must_be_is_changed() -> None:
    assert switched_on(GAMES, 30) == ON
    assert switched_on(ON, 30) == ON
    assert not is_on(settings_in(GAMES))
    assert is_on(settings_in(ON))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"[TAGame.MatchStatsExporter_TA]", b"PacketSendRate=30"),
        (b"[tagame.matchstatsexporter_ta]\nport = 0\npacketsendrate=30.0", b"Port=49123\n"),
        (b"\xef\xbb\xbf" + GAMES, b"PacketSendRate=30\r\n"),
        (GAMES.replace(b"API", b"\xb3\xea"), b"\xb3\xea\r\n"),
        (GAMES.replace(b"\r\n", b"\n"), b"WebPort=49124\n"),
    ],
)
def test_files_of_many_kinds(before: bytes, after: bytes) -> None:
    content = switched_on(before, 30)
    assert after in content
    assert is_on(settings_in(content))
    assert switched_on(content, 30) == content


def test_wide_text_stays_wide() -> None:
    wide = b"\xff\xfe" + GAMES.decode().encode("utf-16-le")
    assert switched_on(wide, 30) == b"\xff\xfe" + ON.decode().encode("utf-16-le")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[Engine.Engine]\r\nPort=1\r\n",
        GAMES + GAMES,
        GAMES.replace(b"Port=49123\r\n", b"Port=1\r\nPort=2\r\n"),
        b"\x00\x01\x02" * 100,
        b"\xff\xfe\x00\xd8",
    ],
)
def test_what_is_not_expected_is_refused(content: bytes) -> None:
    with pytest.raises(IniError):
        switched_on(content, 30)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folder, with Steam's list of another drive."""
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial", "APPDATA", "PROGRAMDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    steam, drive = tmp_path / ".local/share/Steam/steamapps", tmp_path / "drive d"
    steam.mkdir(parents=True)
    listed = str(drive).replace("\\", "\\\\")
    (steam / "libraryfolders.vdf").write_text(
        f'"libraryfolders"\n{{\n"1" {{ "path"  "{listed}" }}\n}}'
    )
    return tmp_path


def _places(home: Path) -> tuple[Path, Path]:
    """The user's file inside of Proton and the game's, both on the other drive."""
    apps = home / "drive d/steamapps"
    users = apps / "compatdata/252950/pfx/drive_c/users/steamuser/Documents/My Games"
    user = users / "Rocket League/TAGame/Config/TAStatsAPI.ini"
    game = apps / "common/rocketleague/TAGame/Config/DefaultStatsAPI.ini"
    for path in (user, game):
        path.parent.mkdir(parents=True)
        path.write_bytes(GAMES)
    return user, game


def _run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["setup", "stats-api", *words])
    return result.exit_code, " ".join(result.output.split())


def test_both_files_are_found_switched_on_and_back(home: Path) -> None:
    files = _places(home)
    status, said = _run()
    assert (status, said.count("is switched on")) == (0, 2)
    assert "Start the game anew" in said
    assert all(path.read_bytes() == ON for path in files)
    status, said = _run()
    assert (status, said.count("is as it should be")) == (0, 2)
    assert "Start the game anew" not in said
    assert _run("--rate", "60")[0] == 0
    assert b"PacketSendRate=60\r\n" in files[0].read_bytes()
    assert _run("--undo")[0] == 0
    assert all(path.read_bytes() == GAMES for path in files)
    assert _run("--undo") == (0, " ".join(f"{path}: was never changed" for path in files))
    assert sorted(path.name for path in files[0].parent.iterdir()) == ["TAStatsAPI.ini"]


def test_a_file_that_is_none_is_left_and_the_other_is_changed(home: Path) -> None:
    user, game = _places(home)
    user.write_bytes(b"nonsense")
    status, said = _run()
    assert status == 1
    assert "was left alone, for it has no section" in said
    assert user.read_bytes() == b"nonsense"
    assert game.read_bytes() == ON


def test_a_game_in_an_unusual_place_is_named(home: Path, tmp_path: Path) -> None:
    config = tmp_path / "games/rl/TAGame/Config"
    config.mkdir(parents=True)
    (config / "DefaultStatsAPI.ini").write_bytes(GAMES)
    assert _run()[0] == 1
    assert _run("--install", str(home / "games/rl"))[0] == 0
    assert (config / "DefaultStatsAPI.ini").read_bytes() == ON


def test_missing_rights_are_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user, _ = _places(home)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr("rockettrainer.sources.stats_api._ini.tempfile.mkstemp", refuse)
    status, said = _run()
    assert status == 1
    assert "may not be written" in said
    assert user.read_bytes() == GAMES


def test_a_disk_that_is_full_leaves_the_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user, _ = _places(home)

    def refuse(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("rockettrainer.sources.stats_api._ini.os.fsync", refuse)
    assert _run()[0] == 1
    assert user.read_bytes() == GAMES
    assert [path.name for path in user.parent.iterdir()] == ["TAStatsAPI.ini"]


@pytest.mark.usefixtures("home")
def test_without_the_game_it_says_what_to_do() -> None:
    status, said = _run()
    assert status == 1
    assert "Start the game once" in said
