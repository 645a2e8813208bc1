"""The scoreboard, as it stands."""

from rockettrainer.features._accumulator import Accumulator, State
from rockettrainer.features._kernel import kernel
from rockettrainer.match import Events, Frames

COUNTERS = ("score", "goals", "assists", "saves", "shots")


@kernel
def _advance(state: State, frames: Frames, events: Events, start: int, stop: int) -> None:  # noqa: ARG001
    if stop <= start:
        return
    last = stop - 1
    for slot in range(state.players.shape[0]):
        player = state.players[slot]
        player["score"] = frames.score[last, slot]
        player["goals"] = frames.goals[last, slot]
        player["assists"] = frames.assists[last, slot]
        player["saves"] = frames.saves[last, slot]
        player["shots"] = frames.shots[last, slot]
    for team in range(2):
        state.teams[team]["goals"] = frames.team_score[last, team]


ACCUMULATOR = Accumulator(
    "core",
    _advance,
    player_fields=[(counter, "f8") for counter in COUNTERS],
    team_fields=[("goals", "f8")],
)
