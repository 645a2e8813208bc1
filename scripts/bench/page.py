"""``python -m scripts.bench.page``: how soon the list of matches is painted, on a slow machine.

Exit status 1 if the target is missed.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from tests.e2e.conftest import CHROMIUM, FLAGS, Visitor
from tests.e2e.program import running
from tests.support.replays import replay

_MATCHES = 30
_ROUNDS = 5
_SLOWER = 4
_TARGET_MS = 1_000


def main() -> int:
    """Measures and prints."""
    if CHROMIUM is None:
        sys.stderr.write("no browser: apt install chromium, or set CHROMIUM to one\n")
        return 2
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder)) as program,
        sync_playwright() as driver,
    ):
        program.add(*(replay(number) for number in range(_MATCHES)))
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        visitor = Visitor(browser)
        taken = median(_painted_ms(visitor.enter(program)) for _ in range(_ROUNDS))
        visitor.leave()
        browser.close()
    verdict = "ok" if taken < _TARGET_MS else "MISS"
    print(f"list painted at 1/{_SLOWER} speed: {taken:.0f} ms of {_TARGET_MS} ms  {verdict}")
    return 0 if taken < _TARGET_MS else 1


def _painted_ms(page: Page) -> float:
    """Milliseconds from a reload to the first painted line of the list."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    page.reload()
    taken: float = page.evaluate(
        """() => new Promise((done) => {
            const look = () => document.querySelector('main li a')
                ? requestAnimationFrame(() => done(performance.now())) : setTimeout(look, 5)
            look()
        })"""
    )
    page.close()
    return taken


if __name__ == "__main__":
    sys.exit(main())
