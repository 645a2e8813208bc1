"""A simulated match as a match."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final

import numpy as np

from rockettrainer.match import (
    STANDARD_PADS,
    AnyArray,
    EventKind,
    Events,
    Frames,
    HeaderStats,
    Match,
    MatchInfo,
    Player,
    Roster,
    Visible,
    blank_frames,
    no_events,
)
from rockettrainer.sources.plugin import nearest_pad
from rockettrainer.sources.simulation._game import Game
from rockettrainer.sources.simulation._happening import Happening, Kind
from rockettrainer.sources.simulation._scene import Scene
from rockettrainer.sources.simulation._setup import Setup

MAP: Final = "Stadium_P"
"""The simulator's field has the measures of a standard arena; it stands for this one."""
_KINDS: Final = {
    Kind.COUNTDOWN: EventKind.KICKOFF,
    Kind.TOUCH: EventKind.TOUCH,
    Kind.SHOT: EventKind.SHOT,
    Kind.SAVE: EventKind.SAVE,
    Kind.ASSIST: EventKind.ASSIST,
    Kind.GOAL: EventKind.GOAL,
    Kind.DEMOLITION: EventKind.DEMOLITION,
    Kind.OVERTIME: EventKind.OVERTIME,
    Kind.MATCH_ENDED: EventKind.MATCH_END,
}
_Row = tuple[int, int, float, int, int, int, float, tuple[float, float, float]]
_NAN: Final = float("nan")


def simulate(setup: Setup, every: int = 1) -> Match:
    """Plays a match and keeps it.

    Args:
        setup: Who plays, by which rules.
        every: Keep one tick of so many; 120 are a second.

    Raises:
        SimulatorMissing: RocketSim is not installed.
    """
    return match_of(setup, Game(setup).scenes(), every)


def match_of(setup: Setup, scenes: Iterable[Scene], every: int = 1) -> Match:
    """A match out of its ticks; arguments as of `simulate`."""
    kept: list[Scene] = []
    rows: list[_Row] = []
    for tick, scene in enumerate(scenes):
        frame = -(-tick // every)
        rows += (_event(frame, scene, one) for one in scene.happened if _told(one))
        if tick % every == 0:
            kept.append(scene)
    frames = _frames(kept, len(setup.seats))
    return Match(
        info=_info(setup, kept),
        roster=Roster(tuple(_players(setup, kept[-1]))),
        visible=Visible.LIVE,
        frames=frames,
        events=_events(rows, frames),
        warnings=("Bots played this match in a simulator (RocketSim), not in the game.",),
    )


def match_guid(setup: Setup) -> str:
    """Names the match among all that can be simulated."""
    return sha256(repr(setup).encode()).hexdigest()[:32].upper()


def _told(happening: Happening) -> bool:
    return happening.kind in _KINDS or happening.kind is Kind.PAD


def _event(frame: int, scene: Scene, one: Happening) -> _Row:
    place = one.position or (_NAN, _NAN, _NAN)
    kind, detail, value = _KINDS.get(one.kind, EventKind.SMALL_PAD), -1, one.value
    if one.kind is Kind.PAD:
        kind = EventKind.BIG_PAD if one.big else EventKind.SMALL_PAD
        detail = nearest_pad(place[0], place[1])
        x, y, z, _ = STANDARD_PADS[detail].tolist()
        place = (x, y, z)
    elif one.kind in (Kind.TOUCH, Kind.GOAL):
        detail = int(one.team)
    if one.kind is Kind.TOUCH:
        value = abs(float(np.linalg.norm(scene.ball["velocity"])) - one.value)
        x, y, z = scene.ball["position"].tolist()
        place = (x, y, z)
    return int(kind), frame, scene.time_s, one.player, one.other, detail, value, place


def _events(rows: list[_Row], frames: Frames) -> Events:
    if not rows:
        return no_events()
    kind, frame, time_s, player, other, detail, value, place = zip(*rows, strict=True)
    return Events(
        kind=np.array(kind, np.uint8),
        frame=np.minimum(np.array(frame, np.int32), np.int32(frames.size - 1)),
        time_s=np.array(time_s, np.float64),
        player=np.array(player, np.int16),
        other=np.array(other, np.int16),
        detail=np.array(detail, np.int32),
        value=np.array(value, np.float32),
        position=np.array(place, np.float32),
    )


def _frames(scenes: list[Scene], players: int) -> Frames:
    frames = blank_frames(len(scenes), players)
    for name in ("time_s", "clock_s", "phase", "overtime", "ball_hit", "ball_team", "countdown"):
        getattr(frames, name)[:] = [getattr(scene, name) for scene in scenes]
    frames.team_score[:] = [scene.score for scene in scenes]
    _copy(frames, np.stack([scene.ball for scene in scenes]), "ball_")
    cars = np.stack([scene.cars for scene in scenes])
    _copy(frames, cars, "")
    frames.boost_reported[:] = frames.boost
    frames.speed[:] = np.linalg.norm(frames.velocity, axis=2)
    return frames


def _copy(frames: Frames, records: AnyArray, prefix: str) -> None:
    for name in records.dtype.names or ():
        column: AnyArray | None = getattr(frames, prefix + name, None)
        if column is not None:
            column[:] = records[name]


def _info(setup: Setup, scenes: list[Scene]) -> MatchInfo:
    last = scenes[-1]
    played = np.array([scene.phase for scene in scenes])
    return MatchInfo(
        match_guid=match_guid(setup),
        name="Simulated match",
        map_code=MAP,
        team_size=max(len(setup.blue), len(setup.orange)),
        score=last.score,
        overtime=last.overtime,
        forfeit=False,
        duration_s=float(np.isin(played, (1, 2, 3)).mean() * last.time_s),
    )


def _players(setup: Setup, last: Scene) -> Iterator[Player]:
    for seat, team, car in zip(setup.seats, setup.teams, last.cars, strict=True):
        counts = (int(car[name]) for name in ("score", "goals", "assists", "saves", "shots"))
        platform, _, account = seat.id.partition(":")
        yield Player(
            id=seat.id,
            platform=platform,
            platform_id=account,
            name=seat.name,
            team=team,
            is_bot=not seat.is_me,
            header_stats=HeaderStats(*counts),
            spans=((0.0, last.time_s),),
        )
