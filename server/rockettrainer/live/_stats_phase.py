"""Phases of play, out of what the Stats API tells."""

from typing import Final

from rockettrainer.match import Phase
from rockettrainer.sources.stats_api import (
    BallHit,
    CountdownBegin,
    Event,
    Game,
    GoalReplayEnd,
    GoalReplayStart,
    GoalScored,
    MatchEnded,
    MatchInitialized,
    MatchPaused,
    MatchUnpaused,
    PodiumStart,
    RoundStarted,
)

_BEGINS: Final[dict[type[Event], Phase]] = {
    MatchInitialized: Phase.COUNTDOWN,
    CountdownBegin: Phase.COUNTDOWN,
    RoundStarted: Phase.ACTIVE,
    GoalScored: Phase.GOAL,
    GoalReplayStart: Phase.GOAL_REPLAY,
    GoalReplayEnd: Phase.COUNTDOWN,
    MatchEnded: Phase.ENDED,
    PodiumStart: Phase.ENDED,
}
_WAITS: Final = frozenset((Phase.WAITING, Phase.UNKNOWN))


class Phases:
    """Follows the match.

    Events tell most. Who comes into a match that goes on learns from the clock that it does.
    """

    def __init__(self) -> None:
        self.phase = Phase.WAITING
        self._paused_in: Phase | None = None
        self._clock_s: float | None = None

    @property
    def in_replay(self) -> bool:
        """Whether a goal is shown again: what is seen then has been before."""
        return self.phase is Phase.GOAL_REPLAY

    def event(self, event: Event) -> None:
        """Takes in an event."""
        if self.phase is Phase.ENDED:
            return
        if isinstance(event, MatchPaused):
            self._paused_in = self._paused_in or self.phase
            self.phase = Phase.PAUSED
        elif isinstance(event, MatchUnpaused) and self._paused_in is not None:
            self.phase, self._paused_in = self._paused_in, None
        elif isinstance(event, GoalScored) and self.in_replay:
            return
        elif isinstance(event, BallHit) and self.phase in _WAITS:
            self.phase = Phase.ACTIVE
        else:
            self.phase = _BEGINS.get(type(event), self.phase)

    def state(self, game: Game) -> None:
        """Takes in how everything stands."""
        before, self._clock_s = self._clock_s, game.time_seconds
        if self.phase is Phase.ENDED:
            return
        if game.is_replay:
            self.phase = Phase.GOAL_REPLAY
        elif game.has_winner:
            self.phase = Phase.ENDED
        elif self.in_replay:
            self.phase = Phase.COUNTDOWN
        elif self.phase in _WAITS and None not in (before, game.time_seconds):
            self.phase = self.phase if before == game.time_seconds else Phase.ACTIVE
