"""The life of a match: countdown, play, goals and their replays, overtime, the end."""

from collections import deque
from collections.abc import Iterator, Sequence
from random import Random
from typing import Final

import numpy as np

from rockettrainer.match import BALL_REST_Z_UU, Phase, Team
from rockettrainer.sources.simulation._bots import Bot, look
from rockettrainer.sources.simulation._controls import Controls
from rockettrainer.sources.simulation._happening import Happening, Kind
from rockettrainer.sources.simulation._scene import BALL, CAR, NO_BALL, Scene, ball_row, car_row
from rockettrainer.sources.simulation._setup import Setup
from rockettrainer.sources.simulation._tally import Tally
from rockettrainer.sources.simulation._umpire import Umpire
from rockettrainer.sources.simulation._world import TICK_S, TICKS_A_S, World

_THINK_TICKS: Final = 4
"""Between two looks at what to press: a thirtieth of a second."""
_GROUNDED_UU: Final = 10.0
"""A ball that is no higher above the ground lies on it, which ends a match whose time is up."""
_AT_REST: Final = Controls()


class Game:
    """Plays a match.

    Args:
        setup: Who plays, and how long.
    """

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._random = Random(setup.seed)  # noqa: S311 (a game)
        self._world = World(setup.teams)
        self._umpire = Umpire(self._world)
        self._bots = [
            Bot(slot, seat.skill, self._random.getrandbits(32))
            for slot, seat in enumerate(setup.seats)
        ]
        self._controls = [_AT_REST] * len(self._bots)
        self._tally = Tally(len(self._bots))
        self._ticks = 0
        self._clock_s = setup.rules.length_s
        self._overtime = False
        self._hit = False
        self._ball_team = Team.NONE
        self._past: deque[Scene] = deque(maxlen=self._count(setup.rules.goal_replay_s))

    def scenes(self) -> Iterator[Scene]:
        """The match, tick by tick."""
        while True:
            yield from self._countdown()
            yield from self._round()
            if self._world.goal_for() is not None:
                yield from self._celebration()
            if self._is_over():
                break
            if self._world.goal_for() is not None:
                yield from self._goal_replay()
            elif not self._overtime:
                self._overtime, self._clock_s = True, 0.0
        yield from self._podium()

    @staticmethod
    def _count(seconds: float) -> int:
        return round(seconds * TICKS_A_S)

    def _is_over(self) -> bool:
        blue, orange = self._tally.score
        time_is_up = self._overtime or self._clock_s <= 0.0
        return time_is_up and blue != orange

    def _countdown(self) -> Iterator[Scene]:
        back = self._world.kickoff(self._random.getrandbits(31))
        self._hit, self._ball_team = False, Team.NONE
        self._controls = [_AT_REST] * len(self._bots)
        self._umpire.kickoff()
        for bot in self._bots:
            bot.reset()
        begins = [Happening(Kind.OVERTIME)] if self._overtime else []
        begins += [*back, Happening(Kind.COUNTDOWN)]
        ticks = self._count(self._setup.rules.countdown_s)
        for tick in range(ticks):
            left = -(-(ticks - tick) // TICKS_A_S)
            happened = self._world.step(self._controls)
            yield self._scene(Phase.COUNTDOWN, [*begins, *happened], countdown=left)
            begins = []

    def _round(self) -> Iterator[Scene]:
        self._past.clear()
        begins = [Happening(Kind.ROUND_STARTED)]
        while self._world.goal_for() is None and not self._whistle():
            happened = [*begins, *self._play()]
            begins = []
            if (team := self._world.goal_for()) is not None:
                happened += self._umpire.goal(team, self._world.ball)
            scene = self._scene(Phase.ACTIVE, happened)
            self._past.append(scene)
            yield scene

    def _whistle(self) -> bool:
        grounded = self._world.ball.pos.z < BALL_REST_Z_UU + _GROUNDED_UU
        return not self._overtime and self._clock_s <= 0.0 and grounded

    def _play(self) -> list[Happening]:
        """One tick of play."""
        if self._ticks % _THINK_TICKS == 0:
            sight = look(self._world, self._setup.teams)
            now_s = self._ticks * TICK_S
            self._controls = [bot.act(sight, now_s) for bot in self._bots]
        happened = self._world.step(self._controls)
        for event in happened:
            if event.kind is Kind.TOUCH:
                self._hit, self._ball_team = True, event.team
        if self._hit:
            up = TICK_S if self._overtime else -TICK_S
            self._clock_s = max(self._clock_s + up, 0.0)
        return [*happened, *self._umpire.judge(happened, self._ticks * TICK_S)]

    def _celebration(self) -> Iterator[Scene]:
        self._world.ball_in_play(wanted=False)
        for _ in range(self._count(self._setup.rules.celebration_s)):
            yield self._scene(Phase.GOAL, self._play_on(), ball=NO_BALL)
        self._world.ball_in_play(wanted=True)

    def _play_on(self) -> list[Happening]:
        """Cars roll out after a goal; the simulator still sees a ball in the net."""
        self._controls = [Controls(throttle=0.3)] * len(self._bots)
        kept = (Kind.PAD, Kind.PAD_BACK, Kind.DEMOLITION)
        return [event for event in self._world.step(self._controls) if event.kind in kept]

    def _goal_replay(self) -> Iterator[Scene]:
        """The last seconds before the goal, shown again while nothing else goes on."""
        begins = [Happening(Kind.GOAL_REPLAY_STARTED)]
        shown = list(self._past)
        for number, past in enumerate(shown):
            if number == len(shown) - 1:
                begins = [*begins, Happening(Kind.GOAL_REPLAY_ENDED)]
            yield self._scene(Phase.GOAL_REPLAY, begins, ball=past.ball, cars=past.cars)
            begins = []

    def _podium(self) -> Iterator[Scene]:
        blue, orange = self._tally.score
        winner = Team.BLUE if blue > orange else Team.ORANGE
        begins = [Happening(Kind.MATCH_ENDED, team=winner)]
        for _ in range(self._count(self._setup.rules.podium_s)):
            yield self._scene(Phase.ENDED, begins)
            begins = []

    def _scene(
        self,
        phase: Phase,
        happened: Sequence[Happening],
        *,
        countdown: int = 0,
        ball: np.ndarray | None = None,
        cars: np.ndarray | None = None,
    ) -> Scene:
        self._tally.add(happened)
        self._ticks += 1
        return Scene(
            time_s=self._ticks * TICK_S,
            clock_s=self._clock_s,
            phase=phase,
            overtime=self._overtime,
            countdown=countdown,
            ball_hit=self._hit,
            ball_team=self._ball_team,
            score=self._tally.score,
            ball=np.array(ball_row(self._world.ball), BALL) if ball is None else ball,
            cars=self._car_rows() if cars is None else cars,
            happened=tuple(happened),
        )

    def _car_rows(self) -> np.ndarray:
        rows = zip(self._world.cars, self._controls, self._tally.rows, strict=True)
        return np.array([car_row(*row) for row in rows], CAR)
