from pathlib import Path

import pytest

from rockettrainer.desktop._card import Card
from rockettrainer.desktop._settings import SettingsFile
from tests.desktop.fakes import FULL_HD, ULTRA_HD, Glass, Told


class Desk:
    """A card on some monitors."""

    def __init__(self, home: Path, glass: Glass) -> None:
        self.glass = glass
        self.told = Told()
        self.file = SettingsFile(home)
        self.card = Card(glass, self.told, self.file)
        self._order = 0.0

    def clicks(self) -> bool:
        return self.glass.clicks

    def shown(self) -> bool:
        return self.glass.box is not None

    def ask(self, name: str, *given: object, order: float | None = None) -> None:
        self._order += 1
        self.card.asked(self._order if order is None else order, name, list(given))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, Glass(FULL_HD, ULTRA_HD))


def test_the_window_is_as_big_as_the_card_and_at_the_lower_left(desk: Desk) -> None:
    desk.ask("fit", 264, 80)
    assert desk.glass.box == (29, 957, 264, 80)
    assert desk.glass.opacity == 0.86
    assert not desk.clicks()
    assert desk.told["place"] == "bottom-left"
    assert desk.told["scale"] == "1.000"
    assert desk.told["edit"] is None


def test_where_nothing_is_shown_there_is_no_window(desk: Desk) -> None:
    desk.ask("fit", 264, 80)
    desk.ask("fit", 0, 0)
    assert desk.glass.box is None


def test_an_older_size_does_not_undo_a_newer_one(desk: Desk) -> None:
    desk.ask("fit", 264, 200, order=9)
    desk.ask("fit", 264, 80, order=8)
    assert desk.glass.box is not None
    assert desk.glass.box.height == 200


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("fit", ["a", 3]),
        ("fit", [float("nan"), 3]),
        ("fit", [1]),
        ("move_by", [1e9, 0]),
        ("set_scale", []),
        ("set_opacity", [None]),
        ("quit", []),
    ],
)
def test_what_makes_no_sense_is_not_done(desk: Desk, name: str, given: list[object]) -> None:
    desk.ask("fit", 264, 80)
    desk.card.edit(wanted=True)
    before = (desk.glass.box, desk.file.now)
    desk.ask(name, *given)
    assert (desk.glass.box, desk.file.now) == before


def test_no_page_makes_a_window_that_hides_the_game(desk: Desk) -> None:
    desk.ask("fit", 1e6, 1e6)
    assert desk.glass.box is not None
    assert desk.glass.box[2:] == (264 * 4, 216 * 4)


def test_a_page_moves_its_window_only_while_it_is_arranged(desk: Desk) -> None:
    desk.ask("fit", 264, 80)
    desk.ask("move_by", 100, -100)
    assert desk.glass.box == (29, 957, 264, 80)
    desk.card.edit()
    assert desk.clicks()
    assert desk.told["edit"] == "1"
    desk.ask("move_by", 100, -100)
    desk.ask("done")
    assert not desk.clicks()
    assert desk.glass.box == (129, 857, 264, 80)


def test_the_place_is_remembered_for_each_monitor(desk: Desk, tmp_path: Path) -> None:
    desk.ask("fit", 264, 80)
    desk.card.edit(wanted=True)
    desk.ask("move_by", 100, 0)
    desk.ask("move_by", 2500, 0)
    desk.ask("done")
    assert desk.told["scale"] == "2.000"
    box = desk.glass.box

    again = Desk(tmp_path, Glass(FULL_HD, ULTRA_HD))
    again.ask("fit", 264, 80)
    assert again.glass.box == box
    again.glass.plugged = [FULL_HD]
    again.card.arrange()
    assert again.glass.box == (129, 957, 264, 80)
    again.glass.plugged = [FULL_HD, ULTRA_HD]
    again.card.arrange()
    assert again.glass.box == box


def test_size_and_opacity_are_kept_within_bounds(desk: Desk, tmp_path: Path) -> None:
    desk.card.edit(wanted=True)
    desk.ask("set_scale", 1.25)
    desk.ask("set_opacity", 0.2)
    assert desk.glass.box is not None
    assert desk.glass.box[2:] == (330, 270)
    desk.ask("done")
    kept = SettingsFile(tmp_path).now
    assert (kept.size, kept.opacity) == (1.25, 0.82)
    assert desk.glass.opacity == 0.82


def test_the_overlay_can_be_put_away_and_arranged_all_the_same(desk: Desk, tmp_path: Path) -> None:
    desk.ask("fit", 264, 80)
    desk.card.toggle()
    assert not desk.shown()
    assert not SettingsFile(tmp_path).now.overlay
    desk.card.edit(wanted=True)
    assert desk.shown()
    desk.card.edit(wanted=False)
    assert not desk.shown()
    desk.card.toggle()
    assert desk.shown()


def test_it_is_out_of_the_way_while_nothing_is_played(desk: Desk) -> None:
    desk.ask("fit", 264, 80)
    desk.card.rest(wanted=True)
    assert not desk.shown()
    desk.card.rest(wanted=False)
    assert desk.shown()
    assert desk.card.box == desk.glass.box


def test_a_see_through_window_has_nothing_behind_the_card(tmp_path: Path) -> None:
    desk = Desk(tmp_path, Glass(see_through=True))
    desk.card.arrange()
    assert desk.told["bare"] == "1"
