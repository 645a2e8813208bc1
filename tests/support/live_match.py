"""A short match, made to be played over the plugin's wire phase by phase."""

import time
from typing import Final

import numpy as np

from rockettrainer.match import (
    EventKind,
    Events,
    Frames,
    Match,
    MatchInfo,
    Phase,
    Player,
    Roster,
    Team,
    Visible,
    blank_frames,
)
from tests.support.matches import ME, PLAYLIST_IDS
from tests.support.plugin import Plugin, script

RATE: Final = 30
PHASES_S: Final = (
    (Phase.COUNTDOWN, 1.0),
    (Phase.ACTIVE, 7.0),
    (Phase.GOAL, 1.0),
    (Phase.GOAL_REPLAY, 1.0),
    (Phase.COUNTDOWN, 1.0),
    (Phase.ACTIVE, 2.0),
    (Phase.ENDED, 1.0),
)
"""In this order, and for how long."""
BOOST: Final = 40.0
SPEED_UU_S: Final = 1200.0
_GOAL_ROW: Final = round(8.0 * RATE)
_FASTER: Final = 4
"""Than it would be played."""
_PAUSE_S: Final = 0.05
"""Longer than from one shown state to the next."""

Act = list[str | bytes]


def short_match() -> Match:
    """You, blue, against a bot: you score once, and it is over."""
    return Match(
        info=MatchInfo(map_code="Stadium_P", playlist_id=PLAYLIST_IDS[0], team_size=1),
        roster=Roster((_player(ME, "Myself", Team.BLUE), _player("bot:Sultan", "Sultan"))),
        visible=Visible.LIVE,
        frames=_frames(),
        events=_goal(),
        stat_names=(),
        warnings=(),
    )


def acts(match: Match) -> list[Act]:
    """What the plugin sends of a match, phase by phase; the last act has no tick any more."""
    phases, row = match.frames.phase, 0
    found: list[Act] = []
    waiting: Act = []
    for message in script(match):
        waiting.append(message)
        if isinstance(message, str):
            continue
        if row == 0 or phases[row] != phases[row - 1]:
            found.append([])
        found[-1] += waiting
        waiting, row = [], row + 1
    return [*found, waiting]


def perform(plugin: Plugin, act: Act) -> None:
    """Sends an act; its last message a little later, so that what it leads to is shown."""
    for message in act[:-1]:
        plugin.socket.send(message)
        time.sleep(1 / (_FASTER * RATE))
    time.sleep(_PAUSE_S)
    plugin.socket.send(act[-1])


def _player(account: str, name: str, team: Team = Team.ORANGE) -> Player:
    platform, _, number = account.partition(":")
    is_bot = platform == "bot"
    return Player(
        id=account, platform=platform, platform_id=number, name=name, team=team, is_bot=is_bot
    )


def _frames() -> Frames:
    phase = np.concatenate([np.full(round(long_s * RATE), each) for each, long_s in PHASES_S])
    count = phase.size
    played = np.cumsum(phase == Phase.ACTIVE) / RATE
    frames = blank_frames(count, 2)
    frames.time_s[:] = np.arange(count) / RATE
    frames.clock_s[:] = 300 - played
    frames.phase[:] = phase
    frames.overtime[:] = 0
    frames.team_score[:] = 0
    frames.team_score[_GOAL_ROW:, 0] = 1
    frames.ball_position[:] = (0, 2000, 93)
    frames.on_field[:] = 1
    for name in ("ball_velocity", "ball_angular_velocity", "velocity", "angular_velocity"):
        getattr(frames, name)[:] = 0
    for rotation in (frames.rotation, frames.ball_rotation):
        rotation[:] = (0, 0, 0, 1)
    frames.position[..., 1] = -2000 + SPEED_UU_S * played[:, None] * (1, -1) / 4
    frames.position[..., (0, 2)] = 17
    frames.velocity[..., 1] = SPEED_UU_S, -SPEED_UU_S
    frames.boost[:] = BOOST
    return frames


def _goal() -> Events:
    return Events(
        kind=np.array([EventKind.GOAL], np.uint8),
        frame=np.array([_GOAL_ROW], np.int32),
        time_s=np.array([_GOAL_ROW / RATE]),
        player=np.array([0], np.int16),
        other=np.array([-1], np.int16),
        detail=np.array([0], np.int32),
        value=np.array([2000], np.float32),
        position=np.array([(0, 5120, 300)], np.float32),
    )
