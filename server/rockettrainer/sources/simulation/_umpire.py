"""Who scored, who passed, who shot and who saved: told from touches and where the ball will go.

The rules are the game's as players know them. A touch is a shot when the ball would now go in,
and a save when it would have and now does not. A goal belongs to the last of the scoring side to
touch the ball, however long ago; to nobody if none of them did since the kickoff.
"""

from collections.abc import Sequence
from typing import Any, Final

from rockettrainer.match import BALL_RADIUS_UU, HALF_LENGTH_UU, Team
from rockettrainer.sources.simulation._happening import Happening, Kind
from rockettrainer.sources.simulation._world import TICKS_A_S, World

_AHEAD_TICKS: Final = 6
_AHEAD: Final = 3 * TICKS_A_S // _AHEAD_TICKS
"""A ball that takes longer than three seconds to the goal is no shot."""
_PASS_S: Final = 5.0
"""A pass that is older is no assist."""


class Umpire:
    """Watches one match.

    Args:
        world: Where it is played.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self.kickoff()

    def kickoff(self) -> None:
        """Forgets what was before."""
        self._touches: list[tuple[float, Happening]] = []
        self._threat = Team.NONE
        self._shot_by = -1

    def judge(self, happened: Sequence[Happening], time_s: float) -> list[Happening]:
        """Shots and saves among what happened in a tick."""
        touches = [event for event in happened if event.kind is Kind.TOUCH]
        if not touches:
            return []
        self._touches += [(time_s, touch) for touch in touches]
        before, self._threat = self._threat, self._side_that_scores()
        return [event for touch in touches for event in self._call(touch, before)]

    def goal(self, team: Team, ball: Any) -> list[Happening]:  # noqa: ANN401 (RocketSim has no types)
        """The goal, and the assist and the shot that go with it.

        Args:
            team: That scored.
            ball: The simulator's state of the ball.
        """
        ours = [n for n, (_, touch) in enumerate(self._touches) if touch.team is team]
        scorer = self._touches[ours[-1]][1].player if ours else -1
        speed = (ball.vel.x**2 + ball.vel.y**2 + ball.vel.z**2) ** 0.5
        goal = Happening(
            Kind.GOAL, player=scorer, team=team, value=speed, position=ball.pos.as_tuple()
        )
        unseen = scorer >= 0 and self._shot_by != scorer
        shot = [Happening(Kind.SHOT, player=scorer, team=team)] if unseen else []
        return [*shot, *self._assist(ours, scorer, team), goal]

    def _assist(self, ours: list[int], scorer: int, team: Team) -> list[Happening]:
        if not ours:
            return []
        last = ours[-1]
        for number in range(last - 1, -1, -1):
            time_s, touch = self._touches[number]
            if touch.team is not team or self._touches[last][0] - time_s > _PASS_S:
                break
            if touch.player != scorer:
                return [Happening(Kind.ASSIST, player=touch.player, team=team)]
        return []

    def _call(self, touch: Happening, before: Team) -> list[Happening]:
        saved = before not in (Team.NONE, touch.team) and self._threat is not before
        if self._threat is not touch.team:
            self._shot_by = -1
            kind = Kind.SAVE if saved else None
        else:
            again = self._shot_by == touch.player
            self._shot_by = touch.player
            kind = Kind.SAVE if saved else None if again else Kind.SHOT
        return [] if kind is None else [Happening(kind, player=touch.player, team=touch.team)]

    def _side_that_scores(self) -> Team:
        """The side into whose favour the ball is going in by itself."""
        for state in self._world.prediction(_AHEAD, _AHEAD_TICKS):
            if abs(state.pos.y) > HALF_LENGTH_UU + BALL_RADIUS_UU:
                return Team.BLUE if state.pos.y > 0.0 else Team.ORANGE
        return Team.NONE
