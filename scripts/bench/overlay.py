"""``python -m scripts.bench.overlay``: what an update costs the overlay's page, in Chromium.

Script is the processor's time in the page's own functions, from the message to the last text
written, as Chromium's trace counts it: what else the machine does adds nothing. Delay is from the
arrival of a message to the drawn frame that shows it. Exit status 1 if a target is missed.
"""

import json
import sys
import time
from statistics import quantiles
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from tests.e2e.conftest import CHROMIUM, FLAGS
from tests.support import live_feed
from tests.support.live_feed import KEYS, Feed, varied

_UPDATES: Final = 600
_HZ: Final = 30
_SCRIPT_MS: Final = 0.5
_DELAY_MS: Final = 25.0
"""One and a half frames at 60 Hz."""

_CLOCKS: Final = """
window.delays = []
let arrived = null
const draw = window.requestAnimationFrame.bind(window)
window.requestAnimationFrame = (paint) => draw(function painted(at) {
    paint(at)
    if (arrived !== null) window.delays.push(performance.now() - arrived)
    arrived = null
})
const property = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage')
Object.defineProperty(WebSocket.prototype, 'onmessage', {
    set(handler) {
        property.set.call(this, (event) => {
            arrived ??= performance.now()
            handler(event)
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
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        script, delays = _measured(feed, browser)
        browser.close()
    print(f"{len(delays)} drawn of {_UPDATES} updates at {_HZ} Hz")
    met = [
        _row("script", script, _SCRIPT_MS),
        _row("message to drawn frame", delays, _DELAY_MS),
    ]
    return 0 if all(met) else 1


def _measured(feed: Feed, browser: Browser) -> tuple[list[float], list[float]]:
    """Milliseconds of script, and of delay, of each update that was drawn."""
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    page.add_init_script(_CLOCKS)
    feed.panel(*KEYS)
    feed.state()
    page.goto(feed.address)
    page.locator(".line").first.wait_for()
    page.evaluate("window.delays.length = 0")
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    for step in range(_UPDATES):
        feed.state(numbers=varied(step), momentum=(step % 20 - 10) / 10)
        time.sleep(1 / _HZ)
    trace = browser.stop_tracing()
    delays: list[float] = page.evaluate("window.delays")
    return _script_ms(trace), delays


def _script_ms(trace: bytes) -> list[float]:
    """Calls of the page's functions, summed up from one painting to the next."""
    events = json.loads(trace)["traceEvents"]
    calls = [event for event in events if event["name"] == "FunctionCall"]
    sums, spent_us = [], 0.0
    for call in sorted(calls, key=lambda event: float(event["ts"])):
        spent_us += call["tdur"]
        if call["args"]["data"]["functionName"] == "painted":
            sums.append(spent_us / 1000)
            spent_us = 0.0
    return sums


def _row(name: str, taken_ms: list[float], target_ms: float) -> bool:
    cuts = quantiles(taken_ms, n=100)
    verdict = "ok" if cuts[94] <= target_ms else "MISS"
    print(
        f"{name:24} p50 {cuts[49]:6.3f} ms  p95 {cuts[94]:6.3f} ms of {target_ms:g} ms  {verdict}"
    )
    return cuts[94] <= target_ms


if __name__ == "__main__":
    sys.exit(main())
