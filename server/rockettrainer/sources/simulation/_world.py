"""The physics: cars, ball and boost pads, one tick of 1/120 s at a time."""

from collections.abc import Sequence
from math import cos, pi, sin
from random import Random
from typing import Any, Final

from rockettrainer.match import (
    BIG_PAD_BOOST,
    BOOST_AT_KICKOFF,
    CAR_REST_Z_UU,
    DEMOLITION_RESPAWN_S,
    KICKOFF_SPAWNS,
    RESPAWN_SPAWNS,
    SMALL_PAD_BOOST,
    Team,
)
from rockettrainer.sources.simulation._controls import Controls
from rockettrainer.sources.simulation._crossbar import bar_push_uu_s
from rockettrainer.sources.simulation._engine import engine
from rockettrainer.sources.simulation._happening import Happening, Kind, Place

TICKS_A_S: Final = 120
TICK_S: Final = 1.0 / TICKS_A_S
_NEVER_S: Final = 1e9
_RESPAWN_Z_UU: Final = 36.0
"""RocketSim: they fall the last bit."""
_RESPAWN_YAW_RAD: Final = pi / 2
_SAME_TOUCH_TICKS: Final = 12
"""A car that lies against the ball touches it in every tick: that is one touch, until it was
away for a tenth of a second. The crossbar likewise."""


class World:
    """A field with cars.

    Args:
        teams: Team of each slot.

    Attributes:
        cars: The simulator's state of each car, by slot, after the last step.
        ball: Its state of the ball.
    """

    def __init__(self, teams: Sequence[Team]) -> None:
        sim = engine()
        self._sim = sim
        self._arena = sim.Arena(sim.GameMode.SOCCAR)
        self._handles = [
            self._arena.add_car(int(team), sim.CarConfig(sim.CarConfig.OCTANE)) for team in teams
        ]
        self._slot = {car.id: slot for slot, car in enumerate(self._handles)}
        self._teams = tuple(teams)
        self._pads = self._arena.get_boost_pads()
        self._happened: list[Happening] = []
        self._down: dict[int, int] = {}
        self._gone: set[int] = set()
        self._last_touch = [-_SAME_TOUCH_TICKS] * len(teams)
        self._last_bar = -_SAME_TOUCH_TICKS
        self._listen()
        # The simulator brings demolished cars back at a place of its own chance: `_respawn` does
        # it instead, with ours.
        rules = self._arena.get_mutator_config()
        rules.respawn_delay = _NEVER_S
        self._arena.set_mutator_config(rules)
        self._scored: Team | None = None
        self._ticks = 0
        self.kickoff(0)

    def kickoff(self, seed: int) -> list[Happening]:
        """Puts ball and cars in their places.

        Args:
            seed: Chooses the places.

        Returns:
            The pads that came back.
        """
        self._arena.reset_kickoff(seed)
        self._line_up(Random(seed))  # noqa: S311 (a game)
        self._down.clear()
        self._scored = None
        self._happened.clear()
        self._look()
        self._pads_back()
        back, self._happened = self._happened, []
        return back

    def step(self, controls: Sequence[Controls]) -> list[Happening]:
        """Advances by one tick.

        Args:
            controls: Of each slot.

        Returns:
            What happened in it.
        """
        for car, wanted in zip(self._handles, controls, strict=True):
            car.set_controls(self._sim_controls(wanted))
        before = self.ball
        self._arena.step(1)
        self._ticks += 1
        self._look()
        self._hit_bar(before)
        self._pads_back()
        self._respawn()
        happened, self._happened = self._happened, []
        return happened

    def goal_for(self) -> Team | None:
        """The team for which the ball is in the goal, once it is."""
        return self._scored

    def ball_in_play(self, *, wanted: bool) -> None:
        """Whether cars meet the ball: not after a goal, when it has blown up."""
        self._arena.set_car_ball_collision(wanted)

    def prediction(self, count: int, every: int) -> list[Any]:
        """The ball's states at the next ``count`` times ``every`` ticks, if nobody touches it."""
        return list(self._arena.get_ball_prediction(count, every))

    def pads(self) -> list[tuple[Place, bool, bool]]:
        """Place of each pad, whether it is big, and whether it is there."""
        return [(_place(pad), pad.is_big, n not in self._gone) for n, pad in enumerate(self._pads)]

    def _listen(self) -> None:
        arena = self._arena
        arena.set_ball_touch_callback(self._on_touch)
        arena.set_boost_pickup_callback(self._on_pad)
        arena.set_car_demo_callback(self._on_demolition)
        arena.set_goal_score_callback(self._on_ball_in)

    def _look(self) -> None:
        self.cars = [car.get_state() for car in self._handles]
        self.ball = self._arena.ball.get_state()

    def _sim_controls(self, wanted: Controls) -> Any:  # noqa: ANN401 (RocketSim has no types)
        return self._sim.CarControls(
            throttle=wanted.throttle, steer=wanted.steer, pitch=wanted.pitch, yaw=wanted.yaw,
            roll=wanted.roll, jump=wanted.jump, boost=wanted.boost, handbrake=wanted.handbrake,
        )  # fmt: skip

    def _pads_back(self) -> None:
        for number in list(self._gone):
            pad = self._pads[number]
            if pad.get_state().is_active:
                self._gone.discard(number)
                self._happened.append(
                    Happening(Kind.PAD_BACK, position=_place(pad), big=pad.is_big)
                )

    def _respawn(self) -> None:
        due = [slot for slot, tick in self._down.items() if tick <= self._ticks]
        for slot in due:
            del self._down[slot]
            self._handles[slot].set_state(self._fresh(slot))
            self.cars[slot] = self._handles[slot].get_state()

    def _line_up(self, random: Random) -> None:
        """Cars at their kickoff places, both sides' the same.

        The simulator's own choice hangs on where in memory its cars lie.
        """
        places = random.sample(KICKOFF_SPAWNS.tolist(), len(KICKOFF_SPAWNS))
        for team in (Team.BLUE, Team.ORANGE):
            slots = [slot for slot, side in enumerate(self._teams) if side is team]
            for slot, (x, y, yaw_rad) in zip(slots, places, strict=False):
                self._handles[slot].set_state(self._at(slot, x, y, yaw_rad, CAR_REST_Z_UU))

    def _fresh(self, slot: int) -> Any:  # noqa: ANN401 (RocketSim has no types)
        """A car at one of the places where its team returns, facing the other goal."""
        x, y = RESPAWN_SPAWNS[self._ticks % len(RESPAWN_SPAWNS)]
        return self._at(slot, x, y, _RESPAWN_YAW_RAD, _RESPAWN_Z_UU)

    def _at(self, slot: int, x: float, y: float, yaw_rad: float, z: float) -> Any:  # noqa: ANN401
        """A car standing at a place given as blue's."""
        side = 1.0 if self._teams[slot] is Team.BLUE else -1.0
        along, across = cos(yaw_rad) * side, sin(yaw_rad) * side
        vec, state = self._sim.Vec, self._sim.CarState()
        state.pos = vec(x * side, y * side, z)
        state.rot_mat = self._sim.RotMat(
            vec(along, across, 0), vec(-across, along, 0), vec(0, 0, 1)
        )
        state.boost = BOOST_AT_KICKOFF
        return state

    def _on_touch(self, *, car: Any, **_: object) -> None:  # noqa: ANN401 (RocketSim has no types)
        slot = self._slot[car.id]
        away = self._ticks - self._last_touch[slot]
        self._last_touch[slot] = self._ticks
        if away > _SAME_TOUCH_TICKS:
            before = self.ball.vel
            speed = (before.x**2 + before.y**2 + before.z**2) ** 0.5
            self._happened.append(
                Happening(Kind.TOUCH, player=slot, team=self._teams[slot], value=speed)
            )

    def _on_pad(self, *, car: Any, boost_pad: Any, **_: object) -> None:  # noqa: ANN401
        slot, place = self._slot[car.id], _place(boost_pad)
        after = car.get_state().boost
        amount = BIG_PAD_BOOST if boost_pad.is_big else SMALL_PAD_BOOST
        before = after - amount if after < BIG_PAD_BOOST else self.cars[slot].boost
        self._gone.add(self._number(place))
        self._happened.append(
            Happening(Kind.PAD, player=slot, value=before, position=place, big=boost_pad.is_big)
        )

    def _hit_bar(self, before: Any) -> None:  # noqa: ANN401 (RocketSim has no types)
        push_uu_s = bar_push_uu_s(before, self.ball, TICK_S)
        if push_uu_s is None or self._ticks - 1 in self._last_touch:  # a car's push is none of it
            return
        away = self._ticks - self._last_bar
        self._last_bar = self._ticks
        if away > _SAME_TOUCH_TICKS:
            place = self.ball.pos.as_tuple()
            self._happened.append(Happening(Kind.CROSSBAR, value=push_uu_s, position=place))

    def _number(self, place: Place) -> int:
        return next(n for n, pad in enumerate(self._pads) if _place(pad) == place)

    def _on_demolition(self, *, bumper: Any, victim: Any, **_: object) -> None:  # noqa: ANN401
        slot, place = self._slot[victim.id], victim.get_state().pos.as_tuple()
        self._down[slot] = self._ticks + round(DEMOLITION_RESPAWN_S * TICKS_A_S)
        self._happened.append(
            Happening(
                Kind.DEMOLITION, player=self._slot[bumper.id], other=slot, position=place
            )
        )  # fmt: skip

    def _on_ball_in(self, *, team: int, **_: object) -> None:
        self._scored = Team(team)


def _place(pad: Any) -> Place:  # noqa: ANN401
    x, y, z = pad.get_pos().as_tuple()
    return float(x), float(y), float(z)
