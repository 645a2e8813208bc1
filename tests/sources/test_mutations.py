"""A damaged replay is an error with a kind or a result; it never crashes or hangs the decoder.

The decoder runs in processes of its own, with limits on memory and on the time of each file. Run
as a program, this file is such a process: it takes a range of seeds and says for each, in one
letter, how decoding ended.
"""

from __future__ import annotations

import faulthandler
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest
import rockettrainer_replay as decoder

from tests.support.replay_writer import (
    Body,
    Dialect,
    FutureAttribute,
    MatchFacts,
    MatchScript,
    Moment,
    Reel,
    damaged,
    scripts,
    write_replay,
)
from tests.support.replay_writer.scripts import ANN, OTTO

CASES = 2_000
WORKERS = 2
FILE_LIMIT_S = 30
WORKER_LIMIT_S = 600
MEMORY_LIMIT = 1 << 30
# Real files of such sizes are damaged too, so many of them.
SMALLEST_FILE, LARGEST_FILE = 20_000, 70_000
MOST_REAL_FILES = 12

RESULT, REFUSED, NETWORK_ERROR = "r", "e", "n"

ROOT = Path(__file__).parents[2]
REAL_REPLAYS = Path(os.environ.get("ROCKETTRAINER_REPLAYS", ROOT.parent / "shared" / "replays"))


@cache
def originals() -> Sequence[bytes]:
    """Written replays of every kind, and some small real ones where there are any."""
    games = (scripts.duel(), scripts.leaver_returns(), scripts.demolition(), scripts.pickups())
    written = [write_replay(game, Dialect(net)) for game in games for net in (None, 5, 10, 11)]
    written.append(write_replay(scripts.accounts()))
    found = sorted(REAL_REPLAYS.glob("*.replay")) if REAL_REPLAYS.is_dir() else []
    small = [path for path in found if SMALLEST_FILE <= path.stat().st_size <= LARGEST_FILE]
    return written + [path.read_bytes() for path in small[:MOST_REAL_FILES]]


def ending(content: bytes) -> str:
    """How decoding ends; anything but a result and a ReplayError is let through."""
    try:
        decoded = decoder.decode(content)
    except decoder.ReplayError as error:
        return "i" if error.kind == "internal" else REFUSED
    return RESULT if decoded["network_error"] is None else NETWORK_ERROR


def main(first: int, last: int) -> None:
    """Decodes a range of damaged files and prints a letter for each."""
    limit_memory()
    for seed in range(first, last):
        content = damaged(seed, originals())
        faulthandler.dump_traceback_later(FILE_LIMIT_S, exit=True)
        letter = ending(content)
        faulthandler.cancel_dump_traceback_later()
        sys.stdout.write(letter)
        sys.stdout.flush()


def limit_memory() -> None:
    """Keeps a wrong count from taking the machine's memory; only POSIX can."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def run_worker(seeds: range) -> str:
    """The endings of a range of seeds, or a failure that names the seed it stopped at."""
    command = [sys.executable, __file__, str(seeds.start), str(seeds.stop)]
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    # Reserving memory for threads that are not needed would count against the limit.
    settings = os.environ | {"PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1"}
    worker = subprocess.run(
        command, env=settings, capture_output=True, text=True, timeout=WORKER_LIMIT_S, check=False
    )
    if worker.returncode or len(worker.stdout) < len(seeds):
        seed = seeds.start + len(worker.stdout)
        pytest.fail(f"seed {seed} ended the decoder ({worker.returncode}): {worker.stderr[-2000:]}")
    return worker.stdout


def test_damage_is_an_error_or_a_result() -> None:
    share = CASES // WORKERS
    ranges = [range(n * share, (n + 1) * share) for n in range(WORKERS)]
    with ThreadPoolExecutor(WORKERS) as pool:
        endings = "".join(pool.map(run_worker, ranges))
    internal = [seed for seed, letter in enumerate(endings) if letter == "i"]
    assert not internal, f"seeds {internal[:10]} ran into a bug"
    counts = Counter(endings)
    # The damage must not be so heavy that it all ends at the front door.
    assert min(counts[letter] for letter in (RESULT, REFUSED, NETWORK_ERROR)) > CASES // 20, counts


def test_spoilt_frames_leave_the_header() -> None:
    spoilt = write_replay(scripts.duel(), stream=bytes(range(1, 256)) * 20)
    decoded = decoder.decode(spoilt)
    assert decoded["network_error"] is not None
    assert decoded["frames"] is None
    assert decoded["events"] is None
    assert tuple(decoded["info"]["score"]) == (1, 0)
    assert {line["name"] for line in decoded["players"]} == {"Ann", "Otto"}


def test_a_newer_game_leaves_the_header() -> None:
    reel = Reel(scripts.BALL_AT_REST, {ANN: Body((0.0, 0.0, 17.0))})
    reel.roll(5).roll(5, FutureAttribute(ANN))
    decoded = decoder.decode(write_replay(reel.script(roster=(ANN, OTTO))))
    failure = decoded["network_error"]
    assert failure is not None
    assert failure["kind"] == "unsupported"
    assert failure["hint"]
    assert len(decoded["players"]) == 2


def test_header_alone() -> None:
    whole = write_replay(scripts.duel())
    decoded = decoder.decode_header(whole)
    assert decoded["frames"] is None
    assert decoded["info"]["name"] == "Duel"
    assert decoded["network_error"] is None


def test_sources(tmp_path: Path) -> None:
    content = write_replay(scripts.scoreboard())
    path = tmp_path / "säve.replay"
    path.write_bytes(content)
    for source in (content, path, str(path)):
        frames = decoder.decode(source)["frames"]
        assert frames is not None
        assert len(frames["time_s"]) == 26
    with pytest.raises(FileNotFoundError):
        decoder.decode(tmp_path / "missing.replay")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not_a_replay"),
        (write_replay(scripts.duel())[:-4000], "truncated"),
        (write_replay(scripts.duel())[:900], "truncated"),
    ],
    ids=["empty", "other file", "body cut", "header cut"],
)
def test_what_is_no_replay_says_so(content: bytes, kind: str) -> None:
    with pytest.raises(decoder.ReplayError) as caught:
        decoder.decode(content)
    assert caught.value.kind == kind
    assert caught.value.hint
    assert caught.value.message in str(caught.value)


def test_a_wrong_checksum_is_a_warning() -> None:
    content = bytearray(write_replay(scripts.duel()))
    content[4] ^= 0xFF
    warnings = decoder.decode(bytes(content))["warnings"]
    assert any("checksum" in text or "crc" in text.lower() for text in warnings)


def test_no_frames_at_all() -> None:
    decoded = decoder.decode(write_replay(MatchScript((), MatchFacts(), (ANN, OTTO))))
    assert [line["name"] for line in decoded["players"]] == ["Ann", "Otto"]
    one = decoder.decode(write_replay(MatchScript((Moment(1.0),))))
    assert one["network_error"] is None


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
