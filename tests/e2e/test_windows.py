"""Overlay and summary as real windows over a window that fills the screen, as a game's does."""

import os
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if sys.platform != "linux":
    pytest.skip("these windows are looked at on X11", allow_module_level=True)

from rockettrainer.desktop import check
from tests.e2e.screen import HEIGHT, Screen, missing, screen
from tests.e2e.windows import OVERLAY, SUMMARY, WindowFeed, feeding, shown
from tests.support.waiting import until

if TYPE_CHECKING:
    from PIL import Image

SNOW, NIGHT = 0xF4F8FC, 0x0A1420
ACROSS, ALONG = 29, 43
"""Of the lower left at 1080 lines."""
WORDS = (0xF2, 0xF6, 0xFB)
DARK = 0x40
"""The card's ground, whatever is beneath."""
WAIT_S = 30.0


@pytest.fixture
def home(tmp_path: Path) -> Path:
    if (lacks := missing()) is not None:
        pytest.skip(lacks)
    os.environ.setdefault("DISPLAY", ":0")  # the kit is looked for, no display opened
    if (found := check()).kit is None:
        pytest.skip(f"{found.problem}: {found.hint}")
    return tmp_path


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        number: int = free.getsockname()[1]
    return number


@pytest.fixture
def feed(home: Path, port: int) -> Iterator[WindowFeed]:
    with feeding(home, port) as told:
        yield told


@pytest.fixture(params=[False, True], ids=["plain", "composed"])
def desk(home: Path, request: pytest.FixtureRequest) -> Iterator[Screen]:
    if request.param and shutil.which("picom") is None:
        pytest.skip("no picom: apt install picom")
    with screen(home / "screen.log", composed=request.param) as found:
        yield found


@pytest.fixture
def plain(home: Path) -> Iterator[Screen]:
    with screen(home / "screen.log") as found:
        yield found


def is_at(desk: Screen, x: int, below: int, *, full: bool | None = None) -> bool:
    box = desk.box(OVERLAY)
    if box is None or box[2] != 264 or box[0] != x or HEIGHT - box[1] - box[3] != below:
        return False
    return full is None or (box[3] > 150) is full


def card(desk: Screen) -> "Image.Image":
    box = desk.box(OVERLAY)
    assert box is not None
    x, y, width, height = box
    return desk.picture().crop((x, y, x + width, y + height))


def colours(picture: "Image.Image") -> set[object]:
    return {colour for _, colour in picture.getcolors(picture.width * picture.height) or ()}


def brightest(picture: "Image.Image") -> int:
    """Channel of the card's ground, above all words."""
    pixel = picture.getpixel((130, 3))
    assert isinstance(pixel, tuple)
    return max(pixel)


def test_the_card_lies_over_a_game_and_takes_nothing_from_it(
    feed: WindowFeed, desk: Screen, home: Path
) -> None:
    game = desk.game(SNOW)
    feed.state(view="full")
    with shown(home, desk):
        until(lambda: is_at(desk, ACROSS, ALONG, full=True), WAIT_S)
        assert desk.focus == game.id
        until(lambda: WORDS in colours(card(desk)), WAIT_S)
        desk.clicks()
        desk.click(ACROSS + 100, HEIGHT - ALONG - 100)
        assert desk.clicks() == [(ACROSS + 100, HEIGHT - ALONG - 100)]
        assert desk.focus == game.id
        feed.state(view="mini")
        until(lambda: is_at(desk, ACROSS, ALONG, full=False), WAIT_S)
        feed.state(view="hidden")
        until(lambda: desk.box(OVERLAY) is None, WAIT_S)


@pytest.mark.parametrize("ground", [SNOW, NIGHT], ids=["snow", "night"])
def test_the_card_can_be_read_over_any_ground(
    feed: WindowFeed, desk: Screen, home: Path, ground: int
) -> None:
    desk.game(ground)
    feed.state(view="full")
    with shown(home, desk):
        until(lambda: is_at(desk, ACROSS, ALONG, full=True), WAIT_S)
        until(lambda: WORDS in colours(card(desk)), WAIT_S)
        picture = card(desk)
        keep(picture, f"overlay-{'snow' if ground == SNOW else 'night'}", desk)
        assert brightest(picture) < DARK


def test_a_game_that_comes_later_is_beneath_too(
    feed: WindowFeed, plain: Screen, home: Path
) -> None:
    feed.state(view="full")
    with shown(home, plain):
        until(lambda: is_at(plain, ACROSS, ALONG), WAIT_S)
        plain.game(SNOW)
        until(lambda: brightest(card(plain)) < DARK, WAIT_S)


def test_hot_keys_arrange_it_and_its_place_is_remembered(
    feed: WindowFeed, plain: Screen, home: Path
) -> None:
    game = plain.game(NIGHT)
    feed.state(view="full")
    with shown(home, plain):
        until(lambda: is_at(plain, ACROSS, ALONG, full=True), WAIT_S)
        plain.press("F10")
        until(lambda: plain.focus != game.id, WAIT_S)
        until(lambda: plain.box(OVERLAY) == (ACROSS, HEIGHT - ALONG - 216, 264, 216), WAIT_S)
        until(lambda: find_handle(plain), WAIT_S)
        handle = find_handle(plain)
        assert handle is not None
        plain.drag(handle, (handle[0] + 300, handle[1]))
        until(lambda: (plain.box(OVERLAY) or (0,))[0] == ACROSS + 300, WAIT_S)
        plain.press("Escape")
        until(lambda: is_at(plain, ACROSS + 300, ALONG), WAIT_S)
        until(lambda: plain.focus == game.id, WAIT_S)
        plain.press("F9")
        until(lambda: plain.box(OVERLAY) is None, WAIT_S)
        plain.press("F9")
        until(lambda: is_at(plain, ACROSS + 300, ALONG), WAIT_S)
    with shown(home, plain):
        until(lambda: is_at(plain, ACROSS + 300, ALONG), WAIT_S)


def find_handle(desk: Screen) -> tuple[int, int] | None:
    """The middle of the lighter strip by which the card is dragged."""
    box = desk.box(OVERLAY)
    if box is None:
        return None
    picture = card(desk)
    found = [y for y in range(picture.height) if _is_lifted(picture.getpixel((20, y)))]
    return (box[0] + 130, box[1] + found[len(found) // 2]) if len(found) > 10 else None


def _is_lifted(pixel: object) -> bool:
    return isinstance(pixel, tuple) and 0x14 <= pixel[0] <= 0x30 and pixel[2] - pixel[0] > 0x0C


def test_the_summary_opens_when_the_match_is_left(
    feed: WindowFeed, plain: Screen, home: Path
) -> None:
    game = plain.game(NIGHT)
    feed.state(view="full")
    with shown(home, plain):
        until(lambda: is_at(plain, ACROSS, ALONG), WAIT_S)
        feed.state(phase="ended", view="summary")
        feed.ended("0" * 32)
        feed.state(phase="goal_replay", view="full")
        until(lambda: is_at(plain, ACROSS, ALONG, full=True), WAIT_S)
        assert plain.windows(SUMMARY) == []
        assert plain.focus == game.id
        feed.state(phase="none", view="hidden")
        until(lambda: plain.box(SUMMARY), WAIT_S)


def keep(picture: "Image.Image", name: str, desk: Screen) -> None:
    """Keeps a picture to look at, where ``ROCKETTRAINER_PICTURES`` names a folder."""
    folder = os.environ.get("ROCKETTRAINER_PICTURES")
    if folder:
        path = Path(folder)
        path.mkdir(parents=True, exist_ok=True)
        picture.save(path / f"{name}-{'composed' if desk.composed else 'plain'}.png")
