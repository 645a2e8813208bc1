"""Phases of play."""

from enum import IntEnum


class Phase(IntEnum):
    """What the game is doing in a frame. Overtime is a column of its own: it overlaps these."""

    UNKNOWN = 0
    COUNTDOWN = 1
    """Kickoff countdown: cars stand on their marks and cannot move."""
    ACTIVE = 2
    """The ball is in play, or waits for the kickoff's first touch."""
    GOAL = 3
    """After a goal, until its replay or the next countdown: cars still drive."""
    GOAL_REPLAY = 4
    ENDED = 5
    """After the final whistle: podium and scoreboard."""
    PAUSED = 6
    WAITING = 7
    """Before the first countdown: warm-up and players joining."""
