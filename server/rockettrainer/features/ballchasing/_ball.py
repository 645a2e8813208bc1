"""Possession, the ball's side, and who was the last defender."""

from math import isnan

from rockettrainer.features._geometry import forward
from rockettrainer.features._kernel import kernel
from rockettrainer.match import F32, AnyArray, Phase

FRESH_S = 0.06
"""A defender counts as there if the car was reported in the goal's frame or the one before."""
_NOBODY = -1
_COUNTDOWN = int(Phase.COUNTDOWN)
_ACTIVE = int(Phase.ACTIVE)
_GOAL = int(Phase.GOAL)


@kernel
def add_run(teams: AnyArray, touched: int, before: int, phase: int) -> None:
    """Follows runs of possession: from a team's first touch to the opponents' first.

    A run that a goal, a kickoff or the end of the match cuts off is nobody's.

    Args:
        teams: Sums of both teams; the first holds the clock and the run.
        touched: Team that touched the ball last, -1 for none.
        before: Phase of the row before.
        phase: Phase of the row.
    """
    run, clock_s = teams[0], teams[0]["clock_s"]
    if phase != before and phase in (_COUNTDOWN, _GOAL):
        run["holder"] = _NOBODY
    elif phase == _ACTIVE and touched in (0, 1) and touched != run["holder"]:
        if run["holder"] >= 0:
            teams[run["holder"]]["possession_s"] += clock_s - run["held_since_s"]
        run["holder"] = touched
        run["held_since_s"] = clock_s


@kernel
def add_side(teams: AnyArray, ball_y: float, before: int) -> None:
    """Adds the time since the ball's last report to the half it is in; arguments as above."""
    since_s = teams[0]["clock_s"] - teams[0]["ball_s"]
    teams[0]["ball_s"] = teams[0]["clock_s"]
    if before == _ACTIVE and ball_y < 0.0:
        teams[0]["side_s"] += since_s
    elif before == _ACTIVE and ball_y > 0.0:
        teams[1]["side_s"] += since_s


@kernel
def last_defender(players: AnyArray, places: F32, team: int, clock_s: float) -> int:
    """Slot of a team's rearmost car that was reported just now, or else last; -1 for none."""
    found, found_y, found_since = _NOBODY, 0.0, 0.0
    for slot in range(players.shape[0]):
        y, since_s = forward(team, places[slot, 1]), clock_s - players[slot]["pose_s"]
        if players[slot]["team"] != team or isnan(y):
            continue
        fresh, found_fresh = since_s <= FRESH_S, found_since <= FRESH_S
        nearer = y < found_y if fresh and found_fresh else since_s < found_since
        if found == _NOBODY or nearer:
            found, found_y, found_since = slot, y, since_s
    return found
