import json
import logging
from dataclasses import replace
from pathlib import Path

import pytest

from rockettrainer.desktop._keys import BadKey, Key, parse_key
from rockettrainer.desktop._monitor import Place
from rockettrainer.desktop._settings import FILE, Settings, SettingsFile


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    place = Place(right=True, bottom=False, across=0.25, along=0.125)
    chosen = replace(Settings(), overlay=False, opacity=0.9, size=1.2, edit_key=Key("O", ("Alt",)))
    SettingsFile(tmp_path).put(chosen.placed("HDMI-1", Place()).placed("DP-2", place))
    found = SettingsFile(tmp_path).now
    assert found == chosen.placed("HDMI-1", Place()).placed("DP-2", place)
    assert found.monitor == "DP-2"


@pytest.mark.parametrize(
    "said",
    [
        {"opacity": "dark", "size": None, "places": [], "monitor": 3, "overlay": "yes"},
        {"show_key": "A", "edit_key": 10, "places": {"x": 1}, "see_through": 1},
        [],
        "none",
    ],
)
def test_nonsense_leaves_the_usual(
    said: object, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE).write_text(json.dumps(said), "utf-8")
    with caplog.at_level(logging.ERROR):
        assert SettingsFile(tmp_path).now == Settings()


def test_numbers_are_kept_within_what_can_be_read(tmp_path: Path) -> None:
    said = {"opacity": 0.1, "size": 9, "places": {"x": {"across": -4, "along": 8}}}
    (tmp_path / FILE).write_text(json.dumps(said), "utf-8")
    found = SettingsFile(tmp_path).now
    assert (found.opacity, found.size) == (0.82, 1.5)
    assert found.places == {"x": Place(across=0, along=1)}


def test_a_file_that_cannot_be_read_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{half", "utf-8")
    assert SettingsFile(tmp_path).now == Settings()
    assert (tmp_path / "windows.unreadable.json").read_text("utf-8") == "{half"


def test_a_full_disk_costs_the_memory_of_a_choice_only(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "gone")
    (tmp_path / "gone").write_text("a file where the folder should be", "utf-8")
    file.put(replace(Settings(), size=1.1))
    assert file.now.size == 1.1


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("F9", Key("F9")),
        ("f24", Key("F24")),
        (" shift + ctrl + o ", Key("O", ("Ctrl", "Shift"))),
        ("Alt+7", Key("7", ("Alt",))),
    ],
)
def test_a_key_is_read_as_a_player_writes_it(text: str, key: Key) -> None:
    assert parse_key(text) == key
    assert parse_key(str(key)) == key


@pytest.mark.parametrize("text", ["", "F25", "F0", "Ctrl", "Hyper+F9", "O", "Shift+O", "Ctrl+OO"])
def test_a_key_that_is_none_is_refused_with_the_reason(text: str) -> None:
    with pytest.raises(BadKey, match=r"hot key|typing"):
        parse_key(text)
