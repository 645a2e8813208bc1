"""How frames become time.

What a row shows holds until the next row: a kernel that takes in row ``i`` adds the step from
``i - 1`` to ``i`` to whatever row ``i - 1`` shows.
"""

from rockettrainer.features._kernel import kernel
from rockettrainer.match import F64, U8, Phase

MAX_GAP_S = 3.0
"""A stream that was silent for longer has lost its connection; what happened is not known."""

_COUNTDOWN = int(Phase.COUNTDOWN)
_ACTIVE = int(Phase.ACTIVE)
_GOAL = int(Phase.GOAL)
_GOAL_REPLAY = int(Phase.GOAL_REPLAY)


@kernel
def step_s(time_s: F64, phase: U8, row: int) -> float:
    """Seconds of the match from the row before to a row; 0 for the first.

    The step to a kickoff's first row is none: it leaps over the goal's replay. Nor is that to the
    first row of a goal's replay: in it everything is where, and as full, as seconds before.
    """
    if row == 0 or (phase[row] in (_COUNTDOWN, _GOAL_REPLAY) and phase[row - 1] != phase[row]):
        return 0.0
    step = time_s[row] - time_s[row - 1]
    return step if 0.0 < step <= MAX_GAP_S else 0.0


@kernel
def in_play(phase: int) -> bool:
    """Whether players are on the field: kickoff countdown, play, and celebrating a goal."""
    return phase in (_COUNTDOWN, _ACTIVE, _GOAL)


@kernel
def can_act(phase: int) -> bool:
    """Whether players can drive: play, and celebrating a goal."""
    return phase in (_ACTIVE, _GOAL)


@kernel
def is_active(phase: int) -> bool:
    """Whether the ball is in play."""
    return phase == _ACTIVE
