"""A real browser on the real command's server, with a data folder of its own."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="no playwright: pip install playwright")

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.e2e.program import Program, running
from tests.support.replays import replay

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "server/rockettrainer/api/static/index.html"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"),
    *("--disable-component-update", "--disable-sync", "--disable-default-apps"),
)
PATIENCE_MS = 90_000
"""The first job of a worker may have to wait until kernels are compiled, on a busy machine."""
MATCHES = 30
"""More than one page of the list."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no browser: apt install chromium, or set CHROMIUM to one")
    if not BUILT.is_file():
        pytest.skip("the page is not built: npm ci && npm run build in overlay_ui")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def program(
    browser: Browser,  # noqa: ARG001 (without one, nothing needs to run)
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Program]:
    """A server with some matches. Tests that count them start their own."""
    with running(tmp_path_factory.mktemp("home")) as started:
        started.add(*(replay(number, playlist=10 + number % 2) for number in range(MATCHES)))
        yield started


@pytest.fixture
def fresh(
    browser: Browser,  # noqa: ARG001 (without one, nothing needs to run)
    tmp_path: Path,
) -> Iterator[Program]:
    """A server that has nothing yet."""
    with running(tmp_path / "home") as started:
        yield started


class Visitor:
    """Opens pages, and says afterwards what their consoles complained of."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts = ExitStack()
        self.complaints: list[str] = []

    def page(self, width: int = 1280, height: int = 900) -> Page:
        """An empty page, in a profile of its own."""
        context = self._browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce"
        )
        self._contexts.callback(context.close)
        context.set_default_timeout(PATIENCE_MS)
        return self.another(context)

    def another(self, profile: BrowserContext) -> Page:
        """An empty page in the same profile as others."""
        page = profile.new_page()
        page.on("console", lambda said: self._note(said.type, said.text))
        page.on("pageerror", lambda error: self._note("error", str(error)))
        return page

    def enter(self, program: Program, width: int = 1280, height: int = 900) -> Page:
        """The list of matches, entered by a link of its own."""
        page = self.page(width, height)
        page.goto(program.link())
        page.get_by_role("heading", name="Matches", level=1).wait_for()
        return page

    def leave(self) -> None:
        """Closes all."""
        self._contexts.close()

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(f"{kind}: {text}")


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    """Every test with it ends with the question whether a console complained."""
    guest = Visitor(browser)
    yield guest
    guest.leave()
    assert guest.complaints == []
