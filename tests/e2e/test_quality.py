"""What holds on every page: it can be used by all, and it is light."""

import gzip
import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from tests.e2e.conftest import ROOT, Visitor
from tests.e2e.program import Program

AXE = ROOT / "overlay_ui/node_modules/axe-core/axe.min.js"
FIRST_LOAD_BYTES = 180_000
SERIOUS = ("serious", "critical")
PAGES = {
    "matches": "#/matches",
    "match": "#/match/1",
    "trends": "#/trends?metric=goals",
    "me": "#/me",
    "import": "#/import",
    "settings": "#/settings",
}


def settle(page: Page, program: Program, place: str) -> None:
    """Opens a page and waits until everything on it has come."""
    page.goto(f"{program.url}/{place}")
    come(page)


def come(page: Page) -> None:
    """Waits until everything on a page has come."""
    page.get_by_role("heading", level=1).wait_for()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text("Loading", exact=False)).to_have_count(0)


@pytest.mark.parametrize("place", PAGES.values(), ids=PAGES)
def test_no_serious_barrier(program: Program, visitor: Visitor, place: str) -> None:
    if not AXE.is_file():
        pytest.skip("no axe-core: npm ci in overlay_ui")
    page = visitor.enter(program)
    settle(page, program, place)
    page.evaluate(AXE.read_text("utf-8"))
    faults = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [
        (fault["id"], [node["html"] for node in fault["nodes"]])
        for fault in faults
        if fault["impact"] in SERIOUS
    ] == []


def test_the_keyboard_reaches_everything(program: Program, visitor: Visitor) -> None:
    page = visitor.enter(program)
    settle(page, program, PAGES["match"])
    page.reload()
    come(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.get_by_role("tab", name="Boost", exact=True).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Movement")).to_have_attribute("aria-selected", "true")
    explained = page.get_by_role("tabpanel", name="Movement").get_by_role("button").first
    page.keyboard.press("Tab")
    expect(page.get_by_role("tabpanel", name="Movement")).to_be_focused()
    page.keyboard.press("Tab")
    expect(explained).to_be_focused()
    expect(page.get_by_role("tooltip")).to_be_attached()
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_have_count(0)
    page.get_by_role("slider", name="Moment").press("ArrowRight")
    expect(page.get_by_role("slider", name="Moment")).to_have_attribute("aria-valuetext", "0:00")


def test_the_first_load_is_light(program: Program, visitor: Visitor) -> None:
    page = visitor.page()
    scripts: list[Response] = []

    def note(response: Response) -> None:
        if response.url.endswith(".js"):
            scripts.append(response)

    page.on("response", note)
    page.goto(program.link())
    page.get_by_role("list", name="Matches").wait_for()
    page.wait_for_load_state("networkidle")
    loaded = sum(len(gzip.compress(response.body(), 9)) for response in scripts)
    assert 0 < loaded < FIRST_LOAD_BYTES


@pytest.mark.long
@pytest.mark.parametrize("width", [1280, 1920])
def test_pictures_of_every_page(
    program: Program, visitor: Visitor, tmp_path: Path, width: int
) -> None:
    """Nothing is wider than the window; set ROCKETTRAINER_PICTURES to a folder to keep them."""
    folder = Path(os.environ.get("ROCKETTRAINER_PICTURES", tmp_path))
    page = visitor.enter(program, width, 900)
    for name, place in PAGES.items():
        settle(page, program, place)
        page.screenshot(path=folder / f"{name}-{width}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
