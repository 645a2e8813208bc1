"""Who demolished whom."""

from rockettrainer.features._accumulator import Accumulator, State
from rockettrainer.features._kernel import kernel
from rockettrainer.match import EventKind, Events, Frames

_DEMOLITION = int(EventKind.DEMOLITION)


@kernel
def _advance(state: State, frames: Frames, events: Events, start: int, stop: int) -> None:  # noqa: ARG001
    for index in range(events.kind.shape[0]):
        if events.kind[index] != _DEMOLITION:
            continue
        attacker, victim = events.player[index], events.other[index]
        if attacker >= 0:
            state.players[attacker]["inflicted"] += 1
        if victim >= 0:
            state.players[victim]["taken"] += 1


ACCUMULATOR = Accumulator(
    "demolition", _advance, player_fields=[("inflicted", "f8"), ("taken", "f8")]
)
