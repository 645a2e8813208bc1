"""``python -m scripts.bench.overlay``: what an update costs the overlay's page, in Chromium.

Script is the time in the page's own functions, from the message to the last text written. Delay is
from the arrival of a message to the drawn frame that shows it. Exit status 1 if a target is missed.
"""

import sys
import time
from statistics import quantiles
from typing import Final

from playwright.sync_api import Page, Route, sync_playwright

from tests.e2e.conftest import CHROMIUM, FLAGS
from tests.support import live_feed
from tests.support.live_feed import KEYS, Feed, varied

_UPDATES: Final = 600
_HZ: Final = 30
_SCRIPT_MS: Final = 0.5
_DELAY_MS: Final = 25.0
"""One and a half frames at 60 Hz."""

_FLAGS: Final = (*FLAGS, "--disable-features=LocalNetworkAccessChecks")
"""A page whose headers were changed on the way is one of nowhere for Chromium."""

_CLOCKS: Final = """
window.costs = []
let current = null
const draw = window.requestAnimationFrame.bind(window)
window.requestAnimationFrame = (paint) => draw((at) => {
    const start = performance.now()
    paint(at)
    if (!current) return
    current.script += performance.now() - start
    current.delay = performance.now() - current.arrived
    window.costs.push(current)
    current = null
})
const property = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage')
Object.defineProperty(WebSocket.prototype, 'onmessage', {
    set(handler) {
        property.set.call(this, (event) => {
            const start = performance.now()
            handler(event)
            current ??= { arrived: start, script: 0 }
            current.script += performance.now() - start
        })
    },
})
"""


def main() -> int:
    """Measures and prints."""
    if CHROMIUM is None:
        sys.stderr.write("no browser: apt install chromium, or set CHROMIUM to one\n")
        return 2
    with live_feed.running() as feed, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(_FLAGS))
        costs = _costs(feed, browser.new_page(viewport={"width": 1920, "height": 1080}))
        browser.close()
    print(f"{len(costs)} drawn of {_UPDATES} updates at {_HZ} Hz")
    met = [
        _row("script", [one["script"] for one in costs], _SCRIPT_MS),
        _row("message to drawn frame", [one["delay"] for one in costs], _DELAY_MS),
    ]
    return 0 if all(met) else 1


def _costs(feed: Feed, page: Page) -> list[dict[str, float]]:
    """Milliseconds of each update that was drawn."""
    page.route("**/overlay.html", _isolated)
    page.add_init_script(_CLOCKS)
    feed.panel(*KEYS)
    feed.state()
    page.goto(feed.address)
    page.locator(".line").first.wait_for()
    page.evaluate("window.costs.length = 0")
    for step in range(_UPDATES):
        feed.state(numbers=varied(step), momentum=(step % 20 - 10) / 10)
        time.sleep(1 / _HZ)
    costs: list[dict[str, float]] = page.evaluate("window.costs")
    return costs


def _isolated(route: Route) -> None:
    """Gives the page a finer clock: one of 5 µs instead of 100."""
    answer = route.fetch()
    headers = answer.headers | {"cross-origin-embedder-policy": "require-corp"}
    route.fulfill(response=answer, headers=headers)


def _row(name: str, taken_ms: list[float], target_ms: float) -> bool:
    cuts = quantiles(taken_ms, n=100)
    verdict = "ok" if cuts[94] <= target_ms else "MISS"
    print(
        f"{name:24} p50 {cuts[49]:6.3f} ms  p95 {cuts[94]:6.3f} ms of {target_ms:g} ms  {verdict}"
    )
    return cuts[94] <= target_ms


if __name__ == "__main__":
    sys.exit(main())
