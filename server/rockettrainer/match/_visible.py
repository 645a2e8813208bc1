"""What a source can see."""

from enum import Flag, auto


class Visible(Flag):
    """Kinds of facts that a source gives. What it cannot see is NaN and its metrics are absent."""

    SCOREBOARD = auto()
    """Score, goals, assists, saves, shots of every player."""
    CLOCK = auto()
    """Frames with time, clock and phase of play."""
    POSITIONS = auto()
    """Poses and velocities of the ball and all cars."""
    BOOST = auto()
    """Boost amounts of all players."""
    PADS = auto()
    """Who took which boost pad."""
    INPUTS = auto()
    """Throttle, steer, handbrake."""
    DEMOLITIONS = auto()
    """Who demolished whom."""
    BALL_TEAM = auto()
    """Which team touched the ball last."""
    SPEED = auto()
    """How fast cars are: from velocities, or told as a number of its own."""
    CONTROLS = auto()
    """Pitch, yaw and roll of the stick, and how many wheels touch something."""

    REPORTS = auto()
    """In which frames the game sent what, which is how a replay file is made."""

    NOTHING = 0
    REPLAY = (
        SCOREBOARD | CLOCK | POSITIONS | BOOST | PADS | INPUTS | DEMOLITIONS | BALL_TEAM
        | SPEED | REPORTS
    )  # fmt: skip
    """All that a replay file with readable frames gives."""
    LIVE = (
        SCOREBOARD | CLOCK | POSITIONS | BOOST | PADS | INPUTS | DEMOLITIONS | BALL_TEAM
        | SPEED | CONTROLS
    )  # fmt: skip
    """All that the game itself shows while it runs."""
