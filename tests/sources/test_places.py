"""Where the game may be, on systems of all kinds."""

import json
import sys
from pathlib import Path

import pytest

from rockettrainer.sources import (
    bakkesmod_folders,
    install_folders,
    replay_folders,
    user_folders,
)
from rockettrainer.sources._system import System

DEMOS = "My Games/Rocket League/TAGame/Demos"
PROTON = "steamapps/compatdata/252950/pfx/drive_c/users/steamuser"


not_on_windows = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows allows neither such links nor such names"
)


def made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def libraries(steam: Path, *paths: str) -> None:
    """Has Steam list its libraries, as it writes them."""
    entries = "".join(f'\t"{n}"\n\t{{\n\t\t"path"\t\t"{p}"\n\t}}\n' for n, p in enumerate(paths))
    made(steam / "steamapps")
    text = f'"libraryfolders"\n{{\n{entries}}}\n'
    (steam / "steamapps/libraryfolders.vdf").write_text(text, encoding="utf-8")


def test_documents_in_the_home(tmp_path: Path) -> None:
    demos = made(tmp_path / "Documents" / DEMOS)
    assert replay_folders(System(tmp_path)) == (demos,)
    assert user_folders(System(tmp_path)) == (demos.parent,)


@pytest.mark.parametrize(
    "said", ["%USERPROFILE%/Papers", "%UserProfile%/Papers", "{home}/Papers", "{home}/x/../Papers"]
)
def test_documents_that_were_moved_come_first(tmp_path: Path, said: str) -> None:
    stale = made(tmp_path / "Documents" / DEMOS)
    moved = made(tmp_path / "Papers" / DEMOS)
    made(tmp_path / "x")
    variables = {"USERPROFILE": str(tmp_path)}
    system = System(tmp_path, variables, documents=said.format(home=tmp_path))
    first, second = replay_folders(system)
    assert (first.resolve(), second) == (moved, stale)


def test_a_variable_that_is_not_set_leads_nowhere(tmp_path: Path) -> None:
    assert replay_folders(System(tmp_path, documents="%NOWHERE%/Documents")) == ()


def test_documents_that_onedrive_took(tmp_path: Path) -> None:
    demos = made(tmp_path / "OneDrive - Club/Documents" / DEMOS)
    variables = {"ONEDRIVECOMMERCIAL": str(tmp_path / "OneDrive - Club")}
    assert replay_folders(System(tmp_path, variables)) == (demos,)


def test_steam_libraries_on_other_drives(tmp_path: Path) -> None:
    libraries(tmp_path / ".local/share/Steam", str(tmp_path / "drive d"), str(tmp_path / "gone"))
    demos = made(tmp_path / "drive d" / PROTON / "Documents" / DEMOS)
    game = tmp_path / "drive d/steamapps/common/rocketleague"
    made(game / "TAGame")
    system = System(tmp_path)
    assert replay_folders(system) == (demos,)
    assert install_folders(system) == (game,)


def test_steam_where_the_registry_says(tmp_path: Path) -> None:
    game = tmp_path / "Games/Steam/steamapps/common/rocketleague"
    made(game / "TAGame")
    assert install_folders(System(tmp_path, steam=str(tmp_path / "Games/Steam"))) == (game,)


@not_on_windows
def test_backslashes_in_the_list_are_one_each(tmp_path: Path) -> None:
    game = tmp_path / "D:\\Games" / "steamapps/common/rocketleague"
    made(game / "TAGame")
    libraries(tmp_path / ".local/share/Steam", f"{tmp_path}/D:\\\\Games")
    assert install_folders(System(tmp_path)) == (game,)


@not_on_windows
def test_a_folder_that_links_lead_to_is_named_once(tmp_path: Path) -> None:
    steam = tmp_path / ".local/share/Steam"
    libraries(steam, str(steam))
    made(tmp_path / ".steam")
    (tmp_path / ".steam/steam").symlink_to(steam)
    made(steam / PROTON / "Documents" / DEMOS)
    (steam / PROTON / "My Documents").symlink_to("Documents")
    (found,) = replay_folders(System(tmp_path))
    assert found.resolve() == steam / PROTON / "Documents" / DEMOS


@pytest.mark.parametrize(
    "text", ["", '"path"', '"path" "', '"libraryfolders" { "1" { "path" "\\', "\x00" * 100]
)
def test_a_list_that_is_none_names_nothing(tmp_path: Path, text: str) -> None:
    steam = made(tmp_path / ".local/share/Steam/steamapps")
    (steam / "libraryfolders.vdf").write_text(text, encoding="utf-8")
    assert install_folders(System(tmp_path)) == ()


def test_a_path_that_no_system_takes_names_nothing(tmp_path: Path) -> None:
    libraries(tmp_path / ".local/share/Steam", "a\x00b", "x" * 5000)
    assert replay_folders(System(tmp_path)) == ()


def test_epic_says_where_it_put_the_game(tmp_path: Path) -> None:
    manifests = made(tmp_path / "data/Epic/EpicGamesLauncher/Data/Manifests")
    game = tmp_path / "Epic/rocketleague"
    made(game / "TAGame")
    told = {"AppName": "Sugar", "InstallLocation": str(game)}
    (manifests / "1.item").write_text(json.dumps(told), encoding="utf-8")
    for n, other in enumerate(("[]", "{", '{"AppName": "Sugar"}', '{"AppName": 7}')):
        (manifests / f"a{n}.item").write_text(other, encoding="utf-8")
    assert install_folders(System(tmp_path, {"PROGRAMDATA": str(tmp_path / "data")})) == (game,)


def test_bakkesmod_also_inside_of_proton(tmp_path: Path) -> None:
    libraries(tmp_path / ".local/share/Steam")
    steam = tmp_path / ".local/share/Steam" / PROTON
    inside = made(steam / "AppData/Roaming/bakkesmod/bakkesmod")
    own = made(tmp_path / "roaming/bakkesmod/bakkesmod")
    system = System(tmp_path, {"APPDATA": str(tmp_path / "roaming")})
    assert bakkesmod_folders(system) == (own, inside)
