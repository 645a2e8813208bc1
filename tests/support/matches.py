"""Matches of no replay, for tests of what keeps and shows them."""

import hashlib
from datetime import UTC, datetime

import numpy as np

from rockettrainer.features import METRICS, Analysis, Measured
from rockettrainer.match import (
    AnyArray,
    Camera,
    Events,
    Frames,
    HeaderStats,
    Match,
    MatchInfo,
    Player,
    Roster,
    Team,
    Visible,
    blank_frames,
    no_events,
)
from rockettrainer.storage import MatchRecord, Store

FIRST_PLAYED_AT = 1_700_000_000
PLAYLIST_IDS = (11, 13, 10, 6, 30)
MAPS = ("Stadium_P", "cs_p", "beach_p", "underwater_p")
KEYS = tuple(metric.key for metric in METRICS)
METRIC = KEYS[0]
ABSENT_METRIC = KEYS[-1]
"""No player of these matches has it."""
ME = "steam:76561190000000001"
PER_TRANSACTION = 250


def fill(store: Store, count: int, *, first: int = 0, metrics: int = len(KEYS)) -> None:
    """Puts so many three-against-three matches into a store; one player is in all of them.

    Args:
        store: To fill.
        count: How many.
        first: Number of the first.
        metrics: Values of each player.
    """
    for start in range(first, first + count, PER_TRANSACTION):
        with store.writing() as connection:
            for number in range(start, min(start + PER_TRANSACTION, first + count)):
                store.add_match(record(number, metrics=metrics), connection=connection)


def record(number: int, *, metrics: int = len(KEYS), team_size: int = 3) -> MatchRecord:
    """A match of that number, always the same."""
    random = np.random.default_rng(number)
    names = KEYS[:metrics] + tuple(f"made_up_{n}" for n in range(metrics - len(KEYS)))
    roster = _roster(number, team_size, random)
    rows = [_measured(names, random) for _ in range(2 * team_size + 2)]
    return MatchRecord(
        info=info(number, random),
        roster=roster,
        visible=Visible.REPLAY,
        analysis=Analysis(tuple(rows[2:]), (rows[0], rows[1])),
        analyser="test-1",
        played_at=FIRST_PLAYED_AT + number * 600,
        stat_names=("Demolition", "EpicSave"),
        warnings=("one player never spawned",),
    )


def info(number: int, random: np.random.Generator) -> MatchInfo:
    """Facts of a match, all of them known."""
    winner, loser = 4 + int(random.integers(0, 3)), int(random.integers(0, 4))
    digest = hashlib.sha256(f"match {number}".encode()).hexdigest().upper()
    played = datetime.fromtimestamp(FIRST_PLAYED_AT + number * 600, UTC)
    return MatchInfo(
        replay_id=digest[:32],
        match_guid=digest[32:],
        name=f"Match {number}",
        recorded_by="Myself",
        date=played.strftime("%Y-%m-%d %H:%M:%S"),
        start_epoch=FIRST_PLAYED_AT + number * 600,
        build_version="230825.54654.432226",
        map_code=MAPS[number % len(MAPS)],
        match_type="Online",
        playlist_id=PLAYLIST_IDS[number % len(PLAYLIST_IDS)],
        team_size=3,
        score=(winner, loser) if number % 2 else (loser, winner),
        overtime=number % 7 == 0,
        forfeit=False,
        duration_s=300.0 + number % 60,
        server_name="EU123",
        server_region="EU",
        ball_archetype="Archetypes.Ball.Ball_Default",
    )


def match(number: int, *, frames: int = 300, players: int = 6) -> Match:
    """The match of a record with frames and events, every column filled with odd values."""
    made = record(number, team_size=players // 2)
    columns, events = odd_frames(number, frames, players)
    return Match(
        info=made.info,
        roster=made.roster,
        visible=made.visible,
        frames=columns,
        events=events,
        stat_names=made.stat_names,
        warnings=made.warnings,
    )


def odd_frames(seed: int, frames: int, players: int) -> tuple[Frames, Events]:
    """Columns of random bits: every NaN there is, infinities, -0.0 and the ends of integers."""
    random = np.random.default_rng(seed)
    table = no_events()._asdict()
    events = {name: np.empty((frames // 3, *c.shape[1:]), c.dtype) for name, c in table.items()}
    columns = blank_frames(frames, players)
    everything: list[AnyArray] = [*columns, *events.values()]
    for column in everything:
        raw = column.view(np.uint8)
        raw[:] = np.frombuffer(random.bytes(raw.size), np.uint8).reshape(raw.shape)
    return columns, Events(**events)


def _roster(number: int, team_size: int, random: np.random.Generator) -> Roster:
    others = random.choice(20_000, 2 * team_size - 1, replace=False)
    people = [_player(ME, "Myself", Team.BLUE, random)]
    for seat, other in enumerate(others.tolist(), 1):
        team = Team.BLUE if seat < team_size else Team.ORANGE
        people.append(_player(f"epic:{other:032x}", f"Player {other}", team, random))
    if number % 10 == 0:
        people[-1] = Player(
            id="bot:Sultan", platform="bot", platform_id="", name="Sultan", team=Team.ORANGE,
            is_bot=True,
        )  # fmt: skip
    return Roster(tuple(people))


def _player(account: str, name: str, team: Team, random: np.random.Generator) -> Player:
    goals, assists, saves, shots = (int(n) for n in random.integers(0, 5, 4))
    return Player(
        id=account,
        platform=account.partition(":")[0],
        platform_id=account.partition(":")[2],
        name=name,
        team=team,
        header_stats=HeaderStats(100 * goals, goals, assists, saves, shots),
        car_body_id=23,
        camera=Camera(110.0, 100.0, -3.0, 270.0, 0.45, 4.7, None),
        steering_sensitivity=1.25,
        spans=((0.0, 100.5), (110.25, 312.0)),
    )


def _measured(names: tuple[str, ...], random: np.random.Generator) -> Measured:
    values = dict(zip(names, random.normal(50.0, 20.0, len(names)).tolist(), strict=True))
    missing = {} if ABSENT_METRIC not in values else {ABSENT_METRIC: "there was no such thing"}
    return Measured({key: v for key, v in values.items() if key not in missing}, missing)
