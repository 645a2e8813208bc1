"""A bot."""

from math import atan2
from random import Random
from typing import Final

from rockettrainer.sources.simulation._bots._decide import Decision
from rockettrainer.sources.simulation._bots._moves import BackOut, Dodge, Move
from rockettrainer.sources.simulation._bots._plans import Hold, Plan
from rockettrainer.sources.simulation._bots._sight import CarSight, Sight
from rockettrainer.sources.simulation._bots._steer import land
from rockettrainer.sources.simulation._bots._traits import traits_of
from rockettrainer.sources.simulation._controls import Controls

_ROOM_UU: Final = 1500.0
"""As long as the ball is farther, there is time to flip for speed."""
_STUCK_UU_S: Final = 120.0
_STUCK_LOOKS: Final = 12
_SCRUM_UU: Final = 400.0
"""Nearer to the ball, cars that push each other get free by jumping."""


class Bot:
    """Plays one car.

    Args:
        slot: Which.
        skill: 0 to 1.
        seed: Of its chance.
    """

    def __init__(self, slot: int, skill: float, seed: int) -> None:
        self.slot = slot
        self.traits = traits_of(skill)
        self._random = Random(seed)  # noqa: S311 (a game)
        self.reset()

    def reset(self) -> None:
        """Forgets what it was about to do, as at a kickoff."""
        self._move: Move | None = None
        self._plan: Plan | None = None
        self._look_again_s = 0.0
        self._stuck = 0

    def act(self, sight: Sight, now_s: float) -> Controls:
        """What it presses now."""
        me = sight.cars[self.slot]
        if me.demolished:
            self.reset()
            return Controls()
        if self._move is not None:
            if (controls := self._move.step(me, sight, now_s)) is not None:
                return controls
            self._move = None
        if not me.on_ground:
            return land(me)
        if self._plan is None or now_s >= self._look_again_s:
            self._plan = Decision(me, sight, self.traits, self._random, now_s).choose()
            self._look_again_s = now_s + self.traits.reaction_s * self._random.uniform(0.7, 1.3)
        return self._follow(self._plan, me, sight, now_s)

    def _follow(self, plan: Plan, me: CarSight, sight: Sight, now_s: float) -> Controls:
        wanted = plan.follow(me, sight, now_s)
        if isinstance(wanted, Controls):
            move = self._freed(me, sight, wanted, now_s)
            if move is None and self._flips_for_speed(plan, me, sight):
                move = Dodge(now_s, 0.0)
            if move is None:
                return wanted
            wanted = move
        self._move = wanted
        return wanted.step(me, sight, now_s) or Controls()

    def _freed(self, me: CarSight, sight: Sight, wanted: Controls, now_s: float) -> Move | None:
        """The way out for a car that gives full throttle and stands still."""
        held = wanted.throttle == 1.0 and abs(me.speed) < _STUCK_UU_S
        self._stuck = self._stuck + 1 if held else 0
        if self._stuck < _STUCK_LOOKS:
            return None
        self._stuck = 0
        ball = me.local(sight.ball.position)
        if ball.length < _SCRUM_UU and self._random.random() < self.traits.dodge_share:
            return Dodge(now_s, atan2(ball.y, ball.x))
        return BackOut(now_s, wanted.steer)

    def _flips_for_speed(self, plan: Plan, me: CarSight, sight: Sight) -> bool:
        """A flip forward is the cheapest way to be fast, with room ahead."""
        if not isinstance(plan, Hold) or not 900.0 < me.speed < 1700.0 or me.up.z < 0.95:
            return False
        ahead = me.local(plan.place)
        straight = abs(atan2(ahead.y, ahead.x)) < 0.15 and ahead.x > _ROOM_UU
        clear = (sight.ball.position - me.position).length > _ROOM_UU
        return straight and clear and self._random.random() < 0.1 * self.traits.dodge_share
