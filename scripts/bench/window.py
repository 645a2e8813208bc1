"""``python -m scripts.bench.window``: from a number told to the number painted, in a real window.

The overlay's window on a screen that nobody sees. Each number told is another; the pixels where it
stands are read until they have changed, which counts painting and showing, and the reading itself.
Beside it, the same for an X11 window that is drawn to at once: what the reading alone takes.

Exit status 1 if the target is missed.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from msgspec.structs import replace
from Xlib import X

from scripts.bench._report import Goal, print_goals
from tests.e2e.screen import Screen, missing, screen
from tests.e2e.windows import OVERLAY, WindowFeed, feeding, shown
from tests.support.live_feed import NUMBERS
from tests.support.waiting import until

_ROUNDS = 200
_PAUSE_S = 0.11
"""Between two numbers: not a multiple of a frame, so that every moment of one comes up."""
_TARGET_MS = 25.0
_PORT = 18_787
_LINE = (100, 30, 90, 30)
"""Left, top, width, height of the first number within the card (docs/overlay.md)."""


def main() -> int:
    """Measures and prints."""
    if (lacks := missing()) is not None:
        sys.stderr.write(f"{lacks}\n")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with feeding(home, _PORT) as feed, screen(home / "screen.log") as desk:
            game = desk.game(0xF4F8FC)
            reading = _reading_ms(desk, game)
            _tell(feed, 0)
            with shown(home, desk):
                until(lambda: (desk.box(OVERLAY) or (0, 0, 0, 0))[3] > 150)
                time.sleep(3)
                painted = _painted_ms(desk, feed)
    goals = [
        Goal("number told to number painted, p50", median(painted), _TARGET_MS, "ms"),
        Goal("number told to number painted, p95", _p95(painted), _TARGET_MS, "ms"),
        Goal("of that, reading the screen, p95", _p95(reading), _TARGET_MS, "ms"),
    ]
    print_goals(goals)
    return 0 if all(goal.met for goal in goals) else 1


def _tell(feed: WindowFeed, number: int) -> None:
    first = replace(NUMBERS[0], value=float(10 + number % 80))
    feed.state(view="full", n=number + 1, numbers=(first, *NUMBERS[1:]))


def _painted_ms(desk: Screen, feed: WindowFeed) -> list[float]:
    box = desk.box(OVERLAY) or (0, 0, 0, 0)
    area = (box[0] + _LINE[0], box[1] + _LINE[1], _LINE[2], _LINE[3])
    return [_changed_ms(desk, area, partial(_tell, feed, n)) for n in range(1, _ROUNDS)]


def _reading_ms(desk: Screen, game: Any) -> list[float]:  # noqa: ANN401 (a window)
    def fill(colour: int) -> None:
        pen = game.create_gc(foreground=colour)
        game.fill_rectangle(pen, 100, 100, 90, 30)
        pen.free()

    area = (100, 100, 90, 30)
    return [_changed_ms(desk, area, partial(fill, n * 997)) for n in range(1, _ROUNDS)]


def _changed_ms(desk: Screen, area: tuple[int, int, int, int], change: Callable[[], None]) -> float:
    """Milliseconds until a part of the screen is another."""
    root = desk.display.screen().root
    before = root.get_image(*area, X.ZPixmap, 0xFFFFFFFF).data
    start = time.perf_counter()
    change()
    while root.get_image(*area, X.ZPixmap, 0xFFFFFFFF).data == before:
        if time.perf_counter() - start > 5:
            raise TimeoutError
        time.sleep(0.0005)
    taken = time.perf_counter() - start
    time.sleep(_PAUSE_S)
    return taken * 1e3


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main())
