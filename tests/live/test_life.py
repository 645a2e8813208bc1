"""Sessions from their beginning to the store, and what goes wrong on the way."""

import asyncio
import errno
import json
import os
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from rockettrainer.library import Library
from rockettrainer.live import Live, PluginLink
from rockettrainer.live._live import RESUME_S
from rockettrainer.storage import EVERYTHING
from tests.live.test_link import event, greeted, tick
from tests.support.replays import replay
from tests.support.waiting import until

SECONDS = 8
Clock = list[float]
Work = Callable[[Live, Library, Clock], Coroutine[Any, Any, None]]


def lived(home: Path, work: Work, workers: int | None = None) -> None:
    async def run(library: Library) -> None:
        now = [1000.0]
        live = Live(library, lambda: now[0])
        await live.open()
        await live.ready.wait()
        await work(live, library, now)
        await live.close()

    if workers is not None:
        with Library(home, workers=workers) as library:
            asyncio.run(run(library))
        return
    library = Library(home)
    try:
        asyncio.run(run(library))
    finally:
        library.store.close()


def play(link: PluginLink, kind: str = "bots", first: int = 1) -> int:
    """A session of some seconds; gives the number of the next event."""
    link.text(event(first, "session_started", kind=kind, map="Stadium_P"))
    link.text(event(first + 1, "player", player=0, id="steam:1", name="Ann", team=0, local=True))
    link.text(event(first + 2, "player", player=1, id="bot:Bo", name="Bo", team=1, is_bot=True))
    for seq in range(1, SECONDS * 120):
        link.binary(tick(seq))
    return first + 3


async def seen(true: Callable[[], object], seconds: float = 60.0) -> None:
    for _ in range(round(seconds / 0.05)):
        if true():
            return
        await asyncio.sleep(0.05)
    raise TimeoutError


class Full:
    """A file on a disk without room."""

    def write(self, _: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def close(self) -> None:
        pass


def test_on_a_full_disk_the_numbers_go_on_and_nothing_is_called_held(tmp_path: Path) -> None:
    async def work(live: Live, _library: Library, _now: Clock) -> None:
        link, said = greeted(live)
        link.text(event(1, "session_started", kind="bots"))
        assert live.feed is not None
        held = live.feed.sessions[1]
        file, held.journal._file = held.journal._file, Full()  # type: ignore[assignment]
        assert file is not None
        file.close()
        for seq in range(1, 240):
            link.binary(tick(seq))
        link.text(event(2, "countdown", 240))
        link.acknowledge()
        assert held.session.recorder.rows == 239
        assert held.journal.failure == os.strerror(errno.ENOSPC)
        assert [message["type"] for message in said] == ["welcome"]
        await seen(lambda: "Not written to disk" in (live.stage.state().warning or ""))

    lived(tmp_path, work)


def test_who_does_not_come_back_leaves_a_match_without_its_end(tmp_path: Path) -> None:
    async def work(live: Live, library: Library, now: Clock) -> None:
        link, _ = greeted(live)
        play(link)
        link.closed()
        assert not live.stage.state().connected
        now[0] += RESUME_S - 1.0
        await asyncio.sleep(1.0)
        assert library.store.count(EVERYTHING) == 0
        now[0] += 2.0
        await seen(lambda: library.store.count(EVERYTHING))
        stored = library.store.match(1)
        assert stored is not None
        assert any("end was not seen" in warning for warning in stored.warnings)
        await seen(lambda: live.last is not None)
        assert live.last is not None
        assert live.last.partial
        assert live.last.match_id == 1
        await seen(lambda: not list((tmp_path / "live").glob("*.journal")))

    lived(tmp_path, work)


def test_training_is_kept_apart_from_the_matches(tmp_path: Path) -> None:
    code = "A503-264C-A7EB-D282"

    async def work(live: Live, library: Library, _now: Clock) -> None:
        link, _ = greeted(live)
        number = play(link, "custom_training")
        pack = {"code": code, "name": "Shots", "shots": 10, "creator": "Cy"}
        link.text(event(number, "training_pack", **pack))
        for attempt, goal in enumerate((True, False, None), 1):
            link.text(event(number + attempt, "training_attempt", shot=1, goal=goal))
        link.text(event(number + 4, "session_ended", reason="left"))
        await seen(lambda: live.last is not None)
        with library.store.writing() as connection:
            row = connection.execute(text("SELECT attempts, successes FROM training_sessions"))
            assert row.one() == (3, 1)
            packs = connection.execute(text("SELECT code, name FROM training_packs"))
            assert packs.one() == (code, "Shots")
        assert library.store.count(EVERYTHING) == 0
        assert live.last is not None
        assert live.last.match_id is None
        assert "training" in live.last.headline

    lived(tmp_path, work)


def test_the_viewing_of_a_replay_and_a_moment_are_not_kept(tmp_path: Path) -> None:
    async def work(live: Live, library: Library, _now: Clock) -> None:
        link, _ = greeted(live)
        number = play(link, "replay")
        link.text(event(number, "session_ended", reason="left"))
        await seen(lambda: live.last is not None)
        assert library.store.count(EVERYTHING) == 0

    lived(tmp_path, work)


def test_a_replay_that_the_game_wrote_is_imported(tmp_path: Path) -> None:
    saved = tmp_path / "saved.replay"

    async def work(live: Live, library: Library, _now: Clock) -> None:
        link, _ = greeted(live)
        link.text(event(1, "session_started", kind="bots"))
        link.text(event(2, "replay_saved", path="no/absolute.replay"))
        link.text(event(3, "replay_saved", path=str(saved)))
        saved.write_bytes(replay(1))
        await asyncio.to_thread(until, lambda: library.store.count(EVERYTHING))
        assert library.store.count(EVERYTHING) == 1

    lived(tmp_path / "home", work, workers=1)


def test_two_bots_of_one_name_have_a_seat_each(tmp_path: Path) -> None:
    async def work(live: Live, _library: Library, _now: Clock) -> None:
        link, _ = greeted(live)
        link.text(event(1, "session_started", kind="bots"))
        for n, (number, team) in enumerate(((0, 0), (1, 0), (0, 1), (0, 0)), 2):
            bot = {"id": "bot:Beast", "name": "Beast", "is_bot": True}
            link.text(event(n, "player", player=number, team=team, **bot))
        assert live.feed is not None
        seats = live.feed.sessions[1].session.recorder.seats
        assert [seats.player(slot).id for slot in range(len(seats))] == [
            *("bot:Beast", "bot:Beast/1", "bot:Beast/2"),
        ]
        assert [int(seats.player(slot).team) for slot in range(3)] == [0, 0, 1]

    lived(tmp_path, work)


def test_all_events_are_acknowledged_also_those_of_a_session_that_is_stored(
    tmp_path: Path,
) -> None:
    async def work(live: Live, _library: Library, _now: Clock) -> None:
        link, said = greeted(live)
        number = play(link)
        link.text(event(number, "session_ended", reason="left"))
        await seen(lambda: live.last is not None)
        await seen(lambda: live.feed is not None and not live.feed.sessions)
        link.acknowledge()
        assert json.dumps(said[-1]) == json.dumps({"type": "ack", "event": number})

    lived(tmp_path, work)


@pytest.mark.parametrize("kind", ["online", "bots"])
def test_only_an_online_match_that_goes_on_forbids_commands(tmp_path: Path, kind: str) -> None:
    async def work(live: Live, _library: Library, _now: Clock) -> None:
        link, _ = greeted(live)
        number = play(link, kind)
        assert live.is_online == (kind == "online")
        link.text(event(number, "match_ended", SECONDS * 120, winner=0))
        link.binary(tick(SECONDS * 120))
        assert not live.is_online

    lived(tmp_path, work)
