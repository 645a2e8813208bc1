import pytest

from rockettrainer.desktop._monitor import (
    Box,
    Monitor,
    Place,
    chosen_monitor,
    monitor_at,
    other_monitor,
)
from tests.desktop.fakes import FULL_HD, ULTRA_HD


@pytest.mark.parametrize(
    ("x", "y", "corner"),
    [(20, 30, "top-left"), (1600, 30, "top-right"), (20, 800, "bottom-left")],
)
def test_a_card_stays_at_its_corner_when_it_grows(x: int, y: int, corner: str) -> None:
    place = Place.of(Box(x, y, 264, 80), FULL_HD.box)
    assert place.corner == corner
    assert place.box(264, 80, FULL_HD.box) == (x, y, 264, 80)
    grown = place.box(264, 216, FULL_HD.box)
    assert grown.y + (216 if place.bottom else 0) == y + (80 if place.bottom else 0)


def test_a_place_means_the_same_at_another_resolution() -> None:
    place = Place.of(Box(96, 54, 264, 216), FULL_HD.box)
    assert place.box(528, 432, ULTRA_HD.box) == (1920 + 192, 108, 528, 432)


def test_a_card_is_kept_on_its_monitor() -> None:
    assert Place.of(Box(-50, 1000, 264, 216), FULL_HD.box).box(264, 216, FULL_HD.box) == (
        *(0, 864),
        *(264, 216),
    )
    assert Place(across=1, along=1).box(3000, 2000, FULL_HD.box) == (0, 0, 3000, 2000)


def test_a_monitor_that_is_gone_is_replaced_by_the_primary_one() -> None:
    monitors = [ULTRA_HD, FULL_HD]
    assert chosen_monitor(monitors, "right") is ULTRA_HD
    assert chosen_monitor(monitors, "unplugged") is FULL_HD
    assert chosen_monitor([ULTRA_HD], None) is ULTRA_HD
    assert other_monitor(monitors, FULL_HD) is ULTRA_HD
    assert other_monitor([FULL_HD], FULL_HD) is None


def test_a_card_is_on_the_monitor_with_its_middle_or_the_nearest() -> None:
    monitors = [FULL_HD, ULTRA_HD]
    assert monitor_at(monitors, Box(1700, 0, 264, 216)) is FULL_HD
    assert monitor_at(monitors, Box(1800, 0, 264, 216)) is ULTRA_HD
    assert monitor_at(monitors, Box(-900, 0, 264, 216)) is FULL_HD


def test_the_scale_goes_with_the_lines_that_a_page_counts() -> None:
    assert FULL_HD.suiting == 1
    assert ULTRA_HD.suiting == 2
    assert Monitor("dense", ULTRA_HD.box, density=2).suiting == 1
