"""The summary in a browser: of a match, of half of one, of training, and of nothing."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
import pytest
from playwright.sync_api import Browser, Page, expect

from rockettrainer.library import Library
from rockettrainer.live._kinds import Kind, Source
from rockettrainer.live._numbers import ENOUGH
from rockettrainer.live._show import Me
from rockettrainer.live._summary import Finding, GoalLine, Summary
from tests.e2e.conftest import Visitor
from tests.e2e.test_quality import AXE, SERIOUS
from tests.support.matches import fill
from tests.support.server import Live, running

STORED: Final = 12
HOSTILE: Final = "<img src=x onerror=\"document.title='owned'\">"


def found(
    key: str, name: str, unit: str, value: float, usual: float | None, matches: int = 14
) -> Finding:
    text = f"{name} {value:.4g} {unit}, usually {usual} ({matches} matches)"
    return Finding(key, name, value, unit, usual, matches, text)


STRENGTHS: Final = (
    found("saves", "Saves", "", 4, 1.5),
    found("supersonic_percent", "Time at supersonic speed", "%", 14.2, 9.8),
    found("boost_collected_per_min", "Boost collected", "boost/min", 412, 350),
)
LEAKS: Final = (
    found("boost_zero_percent", "Time with an empty tank", "%", 24.1, 16.0),
    found("behind_ball_percent", "Time behind the ball", "%", 58.3, 70.9),
)
WON: Final = Summary(
    session="a",
    match_id=7,
    source=Source.PLUGIN,
    kind=Kind.BOTS,
    result="win",
    score=(3, 2),
    me=Me("Myself", 0),
    headline="Won 3:2. Saves 4, usually 1.5 (14 matches)",
    strengths=STRENGTHS,
    leaks=LEAKS,
    goals=(
        GoalLine(31.2, 0, "Myself"),
        GoalLine(95.0, 1, HOSTILE),
        GoalLine(142.5, 1, None),
        GoalLine(143.0, 0, "Ⓑlue 🚀"),
        GoalLine(299.0, 0, "Myself"),
    ),
    unseen=(),
    partial=False,
    matches=15,
)
GAMES: Final[dict[str, tuple[Summary, str]]] = {
    "won": (WON, "What went well"),
    "partial": (
        msgspec.structs.replace(
            WON,
            source=Source.STATS_API,
            kind=Kind.ONLINE,
            match_id=None,
            result="loss",
            score=(1, 2),
            partial=True,
            unseen=("positions", "pads", "inputs"),
            headline="Lost 2:1. Time with an empty tank 24.1 %, usually 16 % (14 matches)",
            strengths=(),
            goals=WON.goals[:3],
        ),
        "Parts of the match were not seen",
    ),
    "few": (
        msgspec.structs.replace(WON, strengths=(), leaks=(), matches=2, headline="Won 3:2"),
        f"after {ENOUGH} matches",
    ),
    "training": (
        msgspec.structs.replace(
            WON,
            kind=Kind.FREEPLAY,
            match_id=None,
            result=None,
            score=None,
            me=None,
            strengths=(),
            leaks=(),
            goals=(),
            headline="12 minutes of training",
        ),
        "nobody trains as they play",
    ),
}


@pytest.fixture(scope="module", name="served")
def _served(
    browser: Browser,  # noqa: ARG001 (without one, nothing needs to run)
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Live]:
    library = Library(tmp_path_factory.mktemp("home"))
    fill(library.store, STORED)
    library.me.look()
    with running(library) as started:
        yield started
    library.store.close()


@pytest.fixture
def live(served: Live) -> Live:
    """A server with matches, none of which was seen live."""
    last(served).unlink(missing_ok=True)
    return served


def last(live: Live) -> Path:
    """Where it is kept what the last session was."""
    return live.services.library.home / "live" / "last.json"


def told(live: Live, summary: Summary) -> None:
    """Makes a session the last one, as if it had just been kept."""
    last(live).write_bytes(msgspec.json.encode(summary))


def opened(live: Live, visitor: Visitor, width: int = 1280) -> Page:
    """The summary, entered by a link of its own."""
    page = visitor.page(width, width * 9 // 16)
    with live.client() as client:
        link: str = client.post("/session/link").raise_for_status().json()["url"]
    page.goto(link.replace("#/start", "#/summary"))
    page.get_by_role("heading", level=1).wait_for()
    return page


def serious(page: Page) -> list[str]:
    if not AXE.is_file():
        pytest.skip("no axe-core: npm ci in overlay_ui")
    page.evaluate(AXE.read_text("utf-8"))
    faults = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [fault["id"] for fault in faults if fault["impact"] in SERIOUS]


def test_the_code_leaves_the_address(live: Live, visitor: Visitor) -> None:
    told(live, WON)
    page = opened(live, visitor)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Won 3:2")
    assert page.url == f"{live.url}/#/summary"
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Won 3:2")


def test_before_the_first_game_it_says_how_to_get_one(live: Live, visitor: Visitor) -> None:
    page = opened(live, visitor)
    expect(page.get_by_text("No game was watched yet").first).to_be_visible()
    assert serious(page) == []
    visitor.complaints.clear()  # that there is none is an answer of 404


@pytest.mark.parametrize("name", GAMES)
def test_each_kind_of_game_has_no_barrier(live: Live, visitor: Visitor, name: str) -> None:
    summary, said = GAMES[name]
    told(live, summary)
    page = opened(live, visitor)
    expect(page.get_by_text(said).first).to_be_visible()
    assert serious(page) == []
    assert page.locator("img[src=x]").count() == 0
    assert "owned" not in page.title()


def test_the_keyboard_reaches_the_match(live: Live, visitor: Visitor) -> None:
    told(live, WON)
    page = opened(live, visitor)
    page.get_by_role("link", name="Last game").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Last game")).to_have_attribute("aria-current", "page")
    link = page.get_by_role("link", name="Open the match")
    for _ in range(12):
        page.keyboard.press("Tab")
        if link.evaluate("one => one === document.activeElement"):
            break
    expect(link).to_be_focused()
    told(live, msgspec.structs.replace(WON, match_id=1))
    page.reload()
    link.press("Enter")
    expect(page).to_have_url(f"{live.url}/#/match/1")


@pytest.mark.long
@pytest.mark.parametrize("width", [1280, 1920])
def test_pictures_of_each_kind(live: Live, visitor: Visitor, tmp_path: Path, width: int) -> None:
    """Nothing is wider than the window; set ROCKETTRAINER_PICTURES to a folder to keep them."""
    folder = Path(os.environ.get("ROCKETTRAINER_PICTURES", tmp_path))
    for name, (summary, said) in GAMES.items():
        told(live, summary)
        page = opened(live, visitor, width)
        expect(page.get_by_text(said).first).to_be_visible()
        page.evaluate("document.fonts.ready")
        page.screenshot(path=folder / f"summary-{name}-{width}.png")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()
