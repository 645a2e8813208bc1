"""The Stats API's feed: a game that is played by a script over real sockets."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from websockets.asyncio.server import ServerConnection, serve

from rockettrainer.library import Library
from rockettrainer.live._live import Live
from rockettrainer.live._stats_feed import StatsApiFeed, StatsApiSettings
from rockettrainer.live._stats_held import Held
from rockettrainer.sources.stats_api import (
    TCP_PORT,
    WEB_PORT,
    Client,
    Connected,
    Disconnected,
    Reader,
)
from tests.support.stats_api import GUID, RATE, Json, Scene, cars, message, stream

pytestmark = pytest.mark.anyio
WHOLE = [message(name, data) for name, data in stream(states=5)]


class Clock:
    """Time as a test wants it."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


def _match(guid: str = GUID, seconds: float = 8.0) -> Iterator[tuple[float, bytes]]:
    """A match from kickoff to the final whistle, with the time of each message."""
    scene, at_s = Scene(cars(), guid=guid), 0.0
    scene.target = scene.cars[3]
    data: Json = {"MatchGuid": guid}
    for name in ("MatchCreated", "MatchInitialized", "CountdownBegin", "RoundStarted"):
        yield at_s, message(name, data)
    for state in range(round(seconds * RATE)):
        at_s += 1 / RATE
        scene.time_s -= 1 / RATE
        scene.cars[3].boost = float(state % 100)
        yield at_s, message("UpdateState", scene.state())
    yield at_s, message("MatchEnded", data | {"WinnerTeamNum": 1})
    for _ in range(3 * RATE):
        at_s += 1 / RATE
        yield at_s, message("UpdateState", scene.state())
    yield at_s, message("MatchDestroyed", data)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "home", workers=1) as opened:
        yield opened


@asynccontextmanager
async def _live(library: Library, clock: Clock) -> AsyncIterator[tuple[Live, StatsApiFeed]]:
    """The server's part, listening at no port."""
    live = Live(library)
    await live.open()
    feed = StatsApiFeed(
        live,
        library.home / "live",
        StatsApiSettings(enabled=True, tcp_port=0, web_port=0),
        clock=clock,
    )
    feed.start()
    await live.ready.wait()
    await asyncio.sleep(0)
    try:
        yield live, feed
    finally:
        await feed.stop()
        await live.close()


def _journals(library: Library) -> list[Path]:
    return list((library.home / "live" / "stats_api").glob("*.journal"))


async def _until(fact: Callable[[], bool], seconds: float = 10.0) -> None:
    for _ in range(round(seconds / 0.02)):
        if fact():
            return
        await asyncio.sleep(0.02)
    raise TimeoutError


def _tell(feed: StatsApiFeed, clock: Clock, messages: Iterator[tuple[float, bytes]]) -> None:
    start_s = clock.now_s
    for at_s, raw in messages:
        clock.now_s = start_s + at_s
        feed.hear(raw)


async def test_a_match_is_stored_once_with_what_was_seen(library: Library) -> None:
    clock = Clock()
    async with _live(library, clock) as (live, feed):
        _tell(feed, clock, _match())
        await _until(lambda: library.store.count() == 1 and not _journals(library))
        last = live.last
    assert last is not None
    assert (last.source, last.partial) == ("stats_api", False)
    line = library.store.matches().matches[0]
    stored = library.store.match(line.id)
    assert stored is not None
    mine = next(seat for seat in stored.players if seat.player.name == "Myself")
    assert mine.measured.metrics["boost_mean"] == pytest.approx(44.5, abs=0.2)
    theirs = stored.players[0].measured
    assert theirs.missing["boost_mean"] == "this source does not show: boost"


async def test_another_guid_is_another_match(library: Library) -> None:
    clock = Clock()
    async with _live(library, clock) as (_, feed):
        first = [item for item in _match("A" * 32) if b"Match" not in item[1][:20]]
        _tell(feed, clock, iter(first))
        _tell(feed, clock, _match("B" * 32))
        await _until(lambda: library.store.count() == 2)
    assert feed.reader.malformed == 0


async def test_a_server_that_was_killed_goes_on(library: Library) -> None:
    clock = Clock()
    told = list(_match())
    half = len(told) // 2
    async with _live(library, clock) as (_, feed):
        for at_s, raw in told[:half]:
            clock.now_s = 1000.0 + at_s
            feed.hear(raw)
        for task in feed._tasks:  # what a kill leaves: nothing is ended
            task.cancel()
    assert len(_journals(library)) == 1
    async with _live(library, clock) as (live, feed):
        card = live.stage.card
        assert card is not None
        taken_up = card.session
        assert taken_up.recorder.rows > 0
        for at_s, raw in told[half:]:
            clock.now_s = 1003.0 + at_s
            feed.hear(raw)
        await _until(lambda: library.store.count() == 1 and not _journals(library))
    assert taken_up.gap_s == pytest.approx(3.0, abs=0.1)


async def test_a_match_that_breaks_off_is_kept_as_far_as_it_went(library: Library) -> None:
    clock = Clock()
    async with _live(library, clock) as (live, feed):
        _tell(feed, clock, iter(list(_match())[: 7 * RATE]))
        clock.now_s += 1000.0
        await _until(lambda: live.last is not None)
        assert live.last is not None
        assert live.last.partial
    assert library.store.count() == 1


async def test_the_plugin_sees_more(library: Library) -> None:
    clock = Clock()
    async with _live(library, clock) as (live, feed):
        live.plugin_came(print)
        _tell(feed, clock, _match())
        assert live.stage.card is None
        live.plugin_went(print)


async def test_a_journal_that_is_none_is_put_aside(library: Library) -> None:
    folder = library.home / "live" / "stats_api"
    folder.mkdir(parents=True)
    (folder / "x.journal").write_bytes(b"nonsense")
    async with _live(library, Clock()):
        assert (folder / "x.damaged").is_file()


async def test_no_message_ends_listening(library: Library) -> None:
    rng = random.Random(5)  # noqa: S311 (numbers for a test)
    clock = Clock()
    values = ["-1", "2147483647", '""', "[]", "{}", "null", "255", "1e9", '"x"', "true"]
    async with _live(library, clock) as (_, feed):
        for _ in range(3000):
            raw = (
                rng.choice(WHOLE).replace(b"\\", b"").replace(b':"{', b":{").replace(b'}"}', b"}}")
            )
            parts = raw.split(b",")
            where = rng.randrange(len(parts))
            name, colon, _ = parts[where].rpartition(b":")
            parts[where] = name + colon + rng.choice(values).encode()
            clock.now_s += rng.choice([0.0, 0.03, 2.0])
            feed.hear(b",".join(parts))
    assert feed.reader.read_count > 300
    assert feed.reader.malformed > 300


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (None, StatsApiSettings()),
        (
            {"enabled": False, "tcp_port": 1, "web_port": 0},
            StatsApiSettings(enabled=False, tcp_port=1, web_port=0),
        ),
        ({"enabled": "no", "tcp_port": -5, "web_port": "x"}, StatsApiSettings()),
        ("off", StatsApiSettings(tcp_port=TCP_PORT, web_port=WEB_PORT)),
    ],
)
def test_settings_that_make_no_sense_are_the_usual(
    chosen: object, expected: StatsApiSettings
) -> None:
    assert StatsApiSettings.of(chosen) == expected


class Game:
    """The game's two ports: everyone who comes is told the same, in pieces of any length."""

    def __init__(self) -> None:
        self.served = 0
        self.rng = random.Random(3)  # noqa: S311 (numbers for a test)

    async def tcp(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        whole = b"".join(WHOLE)
        while whole:
            size = self.rng.randrange(1, 900)
            writer.write(whole[:size])
            whole = whole[size:]
            await writer.drain()
        self.served += 1
        writer.close()

    async def web(self, socket: ServerConnection) -> None:
        for index, raw in enumerate(WHOLE):
            await socket.send(raw.decode() if index % 2 else raw)
        self.served += 1


async def _objects(client: Client, count: int) -> tuple[list[bytes], list[object]]:
    wholes: list[bytes] = []
    news: list[object] = []
    async for item in client.objects():
        (wholes if isinstance(item, bytes) else news).append(item)  # type: ignore[arg-type]
        if len(wholes) == count:
            return wholes, news
    raise AssertionError


async def test_the_stream_is_read_over_tcp_and_again_when_it_ended() -> None:
    game = Game()
    server = await asyncio.start_server(game.tcp, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        async with asyncio.timeout(20.0):
            wholes, news = await _objects(Client(port, 0), 2 * len(WHOLE))
    assert wholes == WHOLE * 2
    assert news == [Connected("tcp"), Disconnected("the other side ended it"), Connected("tcp")]


async def test_where_tcp_is_off_the_socket_is_read() -> None:
    game = Game()
    async with serve(game.web, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        async with asyncio.timeout(20.0):
            wholes, news = await _objects(Client(1, port), len(WHOLE))
    assert wholes == WHOLE
    assert news == [Connected("web")]


async def test_another_program_at_the_port_is_left() -> None:
    async def chatter(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for _piece in range(64):
            writer.write(b"\x00nonsense" * 8192)
            await writer.drain()

    server = await asyncio.start_server(chatter, "127.0.0.1", 0)
    async with server:
        client = Client(server.sockets[0].getsockname()[1], 0)
        async with asyncio.timeout(20.0):
            news = [item async for item in _first(client, 2)]
    assert news == [Connected("tcp"), Disconnected("what listens there is not the game")]
    assert client.splitter.skipped > 1 << 20


async def _first(client: Client, count: int) -> AsyncIterator[object]:
    async for item in client.objects():
        yield item
        count -= 1
        if not count:
            return


def test_a_held_match_is_the_same_from_its_journal(tmp_path: Path) -> None:
    feed_path = tmp_path / "m.journal"
    held = Held(feed_path, "key", ["Myself"])
    reader = Reader()
    for at_s, raw in list(_match())[:100]:
        event = reader.read(raw)
        assert event is not None
        held.take(event, raw, 1000.0 + at_s)
    held.journal.close()
    again = Held.again(feed_path)
    assert again is not None
    assert again.guid == GUID
    assert again.heard_s == held.heard_s
    assert again.session.recorder.rows == held.session.recorder.rows
    assert again.session.me == held.session.me
    again.journal.close()
