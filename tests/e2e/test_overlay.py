"""The overlay in a browser: every scene, light, steady, and never more than it may be."""

import gzip
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from rockettrainer.live._kinds import Source
from rockettrainer.live._show import Line, Number
from tests.e2e.conftest import Visitor
from tests.e2e.test_quality import AXE, SERIOUS
from tests.support import live_feed
from tests.support.live_feed import KEYS, Feed, varied

FIRST_LOAD_BYTES: Final = 30_000
CARD_PX: Final = {"width": 264, "height": 216}
PAGES: Final = 20
UPDATES: Final = 60
LONG: Final = "Empty tank 24 % of the time, usually 16 %: take small pads on the way."
ADVICE: Final = Line("boost_zero_percent", LONG)
HOSTILE: Final = "<img src=x onerror=\"document.title='owned'\">\u202e"
BLIND: Final = ("positions", "pads", "inputs")
BACKGROUNDS: Final = {
    "snow": "linear-gradient(160deg, #fff, #eaf2fa 40%, #d7e6f4)",
    "field": "linear-gradient(180deg, #0a1a12, #163524 45%, #0c2016)",
}
SCENES: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "mini": ({"view": "mini"}, "1,412"),
    "mini-gap": ({"view": "mini", "gap_s": 12.3}, "12 s missing"),
    "full": ({"advice": ADVICE}, "take small pads"),
    "countdown": ({"phase": "countdown", "advice": None}, "Kickoff"),
    "goal-replay": ({"phase": "goal_replay", "advice": ADVICE}, "Goal replay"),
    "paused": ({"phase": "paused"}, "Paused"),
    "gap": (
        {"gap_s": 12.3, "source": Source.STATS_API, "unseen": BLIND, "momentum": -0.6},
        "Not seen: positions, boost pads, inputs",
    ),
    "no-signal": ({"connected": False, "warning": "The plugin is old: update it."}, "No signal"),
    "missing": (
        {
            "numbers": tuple(
                Number(key, None, None, "it is not known who you are") for key in KEYS
            ),
            "momentum": None,
            "advice": None,
        },
        "it is not known who you are",
    ),
    "waiting": (
        {"phase": "none", "view": "hidden", "connected": False, "source": None},
        "rockettrainer setup stats-api",
    ),
    "ready": ({"phase": "waiting", "view": "hidden"}, "Plugin connected"),
    "ended": ({"phase": "ended", "view": "summary"}, "You won 2"),
}


@pytest.fixture
def feed(browser: Browser) -> Iterator[Feed]:  # noqa: ARG001 (without one, nothing needs to run)
    with live_feed.running() as told:
        told.panel(*KEYS)
        told.state()
        yield told


def opened(visitor: Visitor, feed: Feed, more: str = "", width: int = 1920) -> Page:
    """The overlay on a screen, when it shows its numbers."""
    page = visitor.page(width, width * 9 // 16)
    page.goto(f"{feed.address}{more}")
    page.locator(".line").first.wait_for()
    return page


def serious(page: Page) -> list[Any]:
    if not AXE.is_file():
        pytest.skip("no axe-core: npm ci in overlay_ui")
    page.evaluate(AXE.read_text("utf-8"))
    faults = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [(f["id"], f["nodes"]) for f in faults if f["impact"] in SERIOUS]


def test_every_scene_says_what_it_should(feed: Feed, visitor: Visitor) -> None:
    page = opened(visitor, feed)
    for name, (changes, said) in SCENES.items():
        feed.state(**changes)
        card = page.locator(".card[data-shown=true]")
        expect(card, name).to_contain_text(said)
        box = card.bounding_box()
        assert box is not None
        assert (box["width"], box["height"]) <= (CARD_PX["width"], CARD_PX["height"]), name
        assert card.evaluate("one => one.scrollHeight <= one.clientHeight + 1"), name
        assert serious(page) == [], name


def test_during_play_two_numbers_are_left_then_none(feed: Feed, visitor: Visitor) -> None:
    page = opened(visitor, feed)
    expect(page.locator(".line")).to_have_count(4)
    feed.state(view="mini")
    expect(page.locator(".line")).to_have_count(2)
    expect(page.get_by_text("Momentum")).to_have_count(0)
    feed.state(view="hidden")
    expect(page.locator(".card")).to_be_hidden()


def test_the_end_makes_room_for_the_score_board(feed: Feed, visitor: Visitor) -> None:
    page = visitor.page()
    page.clock.install()
    page.goto(feed.address)
    feed.state(phase="ended", view="summary")
    page.clock.run_for(1_000)
    expect(page.get_by_text("You won")).to_be_visible()
    page.clock.run_for(7_000)
    expect(page.locator(".card")).to_be_hidden()


def test_numbers_that_change_move_nothing_else(feed: Feed, visitor: Visitor) -> None:
    page = opened(visitor, feed)
    page.evaluate("document.fonts.ready")
    page.evaluate(
        """() => {
            window.shifted = []
            const outside = ({ node }) => !node?.parentElement?.matches('.reading')
            new PerformanceObserver((list) => {
                for (const { sources } of list.getEntries())
                    window.shifted.push(...sources.filter(outside))
            }).observe({ type: 'layout-shift' })
        }"""
    )
    places = "[...document.querySelectorAll('dt, dd')].map(one => one.getBoundingClientRect().x)"
    before = page.evaluate(places)
    for step in range(UPDATES):
        feed.state(numbers=varied(step), momentum=(step % 20 - 10) / 10)
        page.evaluate("new Promise(requestAnimationFrame)")
    expect(page.locator(".reading").first).to_have_text("824")
    assert page.evaluate(places) == before
    assert page.evaluate("window.shifted.length") == 0


def test_nothing_is_too_small_to_read(feed: Feed, visitor: Visitor) -> None:
    page = opened(visitor, feed, "&scale=0.8")
    feed.state(**SCENES["gap"][0])
    expect(page.get_by_text("Not seen")).to_be_visible()
    sizes = page.evaluate(
        """[...document.querySelectorAll('.card *')].filter(one => one.childElementCount === 0)
            .map(one => parseFloat(getComputedStyle(one).fontSize))"""
    )
    assert min(sizes) >= 11
    page.evaluate("location.hash = 'scale=1'")
    expect(page.locator(".reading").first).to_have_css("font-size", "18px")
    expect(page.locator(".line-name").first).to_have_css("font-size", "14px")


def test_the_key_leaves_the_address_and_a_reload_works(feed: Feed, visitor: Visitor) -> None:
    page = opened(visitor, feed, "&bare=1")
    assert feed.access.token not in page.url
    assert page.url.endswith("#bare=1")
    page.reload()
    page.locator(".line").first.wait_for()
    expect(page.locator("html")).to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_a_wrong_key_is_told_from_a_server_that_is_gone(feed: Feed, visitor: Visitor) -> None:
    page = visitor.page()
    page.goto(f"{feed.address}x")
    expect(page.get_by_text("not valid any more")).to_be_visible()
    assert all("401" in said or "403" in said for said in visitor.complaints)
    visitor.complaints.clear()


def test_the_card_comes_back_with_the_server(visitor: Visitor, tmp_path: Path) -> None:
    with live_feed.running() as feed:
        feed.panel(*KEYS)
        feed.state()
        page = opened(visitor, feed, "&bare=1")
    expect(page.get_by_text("does not answer")).to_be_visible()
    assert serious(page) == []
    picture(page, tmp_path, "lost")
    with live_feed.running(feed.port, feed):
        expect(page.locator(".line")).to_have_count(4)
    assert all("ERR_CONNECTION" in said for said in visitor.complaints)
    visitor.complaints.clear()


def test_twenty_pages_show_the_same(feed: Feed, visitor: Visitor) -> None:
    first = visitor.page(264, 216)
    pages = [first, *(visitor.another(first.context) for _ in range(PAGES - 1))]
    for page in pages:
        page.goto(feed.address)
    for step in range(UPDATES):
        feed.state(numbers=varied(step))
    for page in pages:
        expect(page.locator(".reading").first).to_have_text("824")
    assert feed.listeners == PAGES


def test_texts_are_never_more_than_text(feed: Feed, visitor: Visitor) -> None:
    page = opened(visitor, feed)
    feed.state(advice=Line("x", HOSTILE), warning=HOSTILE, unseen=(HOSTILE,))
    expect(page.get_by_text("<img src=x").first).to_be_visible()
    assert page.locator("img").count() == 0
    assert "owned" not in page.title()


def test_it_is_arranged_by_keyboard_and_mouse(feed: Feed, visitor: Visitor) -> None:
    page = opened(visitor, feed)
    page.evaluate(
        """() => {
            window.asked = []
            const note = (name) => (...given) => window.asked.push([name, ...given])
            const names = ['move_by', 'set_scale', 'set_opacity', 'done']
            window.pywebview = { api: Object.fromEntries(names.map((one) => [one, note(one)])) }
            location.hash = 'edit=1'
        }"""
    )
    assert serious(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    handle = page.get_by_role("button", name="Drag here")
    handle.hover()
    page.mouse.down()
    page.mouse.move(300, 300)
    page.mouse.up()
    page.get_by_role("button", name="Done").click()
    asked = page.evaluate("window.asked")
    assert asked[0] == ["move_by", -8, 0]
    assert asked[1] == ["set_opacity", 0.87]
    assert {one[0] for one in asked[2:]} == {"move_by", "done"}
    expect(page.locator(".line")).to_have_count(4)


def test_the_first_load_is_light(feed: Feed, visitor: Visitor) -> None:
    page = visitor.page()
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))  # noqa: PLW0108 (a method will not do)
    page.goto(feed.address)
    page.locator(".line").first.wait_for()
    files = [one for one in loaded if one.url.endswith((".js", ".css"))]
    assert len(files) >= 2
    assert sum(len(gzip.compress(one.body(), 9)) for one in files) < FIRST_LOAD_BYTES


@pytest.mark.long
@pytest.mark.parametrize("width", [1920, 2560])
def test_pictures_of_every_scene(feed: Feed, visitor: Visitor, tmp_path: Path, width: int) -> None:
    page = opened(visitor, feed, "&bare=1", width)
    for name, (changes, said) in SCENES.items():
        feed.state(**changes)
        expect(page.locator(".card[data-shown=true]")).to_contain_text(said)
        picture(page, tmp_path, name, width)
    box = page.locator(".card").bounding_box()
    assert box is not None
    assert box["width"] == CARD_PX["width"] * width / 1920


def picture(page: Page, folder: Path, name: str, width: int = 1920) -> None:
    """Takes a scene over each background; set ROCKETTRAINER_PICTURES to a folder to keep them."""
    kept = Path(os.environ.get("ROCKETTRAINER_PICTURES", folder))
    scale = width / 1920
    clip: Any = {"x": 0, "y": 810 * scale, "width": 320 * scale, "height": 270 * scale}
    for ground, paint in BACKGROUNDS.items():
        page.evaluate("paint => document.body.style.background = paint", paint)
        path = kept / f"overlay-{name}-{ground}-{width}.png"
        assert page.screenshot(path=path, clip=clip)
