"""``python -m scripts.bench.api``: how long pages take with thousands of matches in the store.

Exit status 1 if a target is missed.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import httpx

from rockettrainer.features import METRICS
from rockettrainer.library import Library
from rockettrainer.match import Match
from rockettrainer.sources import ReplayError, read_replay
from rockettrainer.storage import Store
from tests.conftest import corpus
from tests.support.matches import ME, fill, match, record
from tests.support.server import running

_WITH_FRAMES = 60
_FRAMES = 9_000
_WARM_UP = 20


@dataclass(frozen=True, slots=True)
class _Page:
    name: str
    target_ms: float
    path: Callable[[random.Random], str]


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.api", description=__doc__)
    parser.add_argument("--matches", type=int, default=5_000)
    parser.add_argument("--requests", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        library = Library(Path(home))
        fill(library.store, options.matches)
        with_frames = list(_add_frames(library.store, options.matches))
        mine = next(p.id for p in library.store.players(limit=500) if p.account == ME)
        library.me.choose([mine])
        with running(library) as live, live.client() as client:
            results = [_timed(client, p, options.requests) for p in _pages(with_frames)]
        library.store.close()
    sys.stdout.write(f"{options.matches} matches, {options.requests} requests each, ms\n")
    for page, times in results:
        p50, p95 = _percentiles(times)
        verdict = "ok" if p95 < page.target_ms else "MISSED"
        line = f"{page.name:22} p50 {p50:6.1f}  p95 {p95:6.1f}  target {page.target_ms:4.0f}"
        sys.stdout.write(f"{line}  {verdict}\n")
    return any(_percentiles(times)[1] >= page.target_ms for page, times in results)


def _pages(with_frames: list[int]) -> list[_Page]:
    playlists = ("ranked-doubles", "ranked-standard", "hoops")
    keys = [metric.key for metric in METRICS[:40]]
    last = f"{max(with_frames)}"
    return [
        _Page("list", 50, lambda _: "/replays/recent"),
        _Page("list, searched", 50, lambda r: f"/replays/recent?q=Player+{r.randrange(20_000)}"),
        _Page(
            "list, won", 50, lambda r: f"/replays/recent?result=win&playlist={r.choice(playlists)}"
        ),
        _Page("match", 60, lambda r: f"/replays/{r.choice(with_frames)}"),
        _Page("match, seen before", 60, lambda _: f"/replays/{last}"),
        _Page("trend", 100, lambda r: f"/analytics/progress?last=200&metric={r.choice(keys)}"),
        _Page("stats", 100, lambda _: "/users/stats"),
        _Page("series", 100, lambda _: f"/replays/{last}/series"),
        _Page("heatmap", 100, lambda _: f"/replays/{last}/heatmap?player=ball"),
        _Page("frames", 150, lambda _: f"/replays/{last}/frames"),
        _Page("info", 50, lambda _: "/info"),
        _Page("candidates", 100, lambda _: "/users/candidates"),
    ]


def _timed(client: httpx.Client, page: _Page, requests: int) -> tuple[_Page, list[float]]:
    draws = random.Random(1)  # noqa: S311 (nothing secret)
    times = []
    for number in range(_WARM_UP + requests):
        path = page.path(draws)
        began = time.perf_counter()
        client.get(path).raise_for_status()
        if number >= _WARM_UP:
            times.append((time.perf_counter() - began) * 1000)
        time.sleep(0.012)  # within the rate that one person may ask at
    return page, times


def _percentiles(times: list[float]) -> tuple[float, float]:
    cuts = statistics.quantiles(times, n=20)
    return statistics.median(times), cuts[18]


def _add_frames(store: Store, first: int) -> Iterator[int]:
    """Adds matches with frames: of real replays where there are any, else of random bits."""
    real = [made for path in corpus(valid=True) if (made := _read(path))][:_WITH_FRAMES]
    for number in range(_WITH_FRAMES):
        made = real[number % len(real)] if real else match(first + number, frames=_FRAMES)
        size = len(made.roster)
        base = record(first + number, team_size=max(1, size // 2 + size % 2))
        rows = (base.analysis.players * 2)[:size]
        full = replace(
            base,
            roster=made.roster,
            analysis=replace(base.analysis, players=rows),
            frames=store.files.write_frames(made),
        )
        yield store.add_match(full).match_id


def _read(path: Path) -> Match | None:
    try:
        made = read_replay(path)
    except (ReplayError, OSError):
        return None
    return made if made.frames.size > _FRAMES // 2 else None


if __name__ == "__main__":
    sys.exit(main())
