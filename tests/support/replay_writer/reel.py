"""Making the frames of a script without writing every one down."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Self

from .events import Event
from .script import Body, MatchFacts, MatchScript, Moment, Player

FRAME_S = 1 / 30
_START_S = 10.0


@dataclass
class Reel:
    """Collects frames; between them ball and cars fly straight on.

    Attributes:
        ball: The ball as it is now; None is not on the field.
        cars: The cars as they are now; a player who is taken out has none.
        moments: The frames so far.
        keyframes: Frames in which everything is repeated.
    """

    ball: Body | None = None
    cars: dict[Player, Body] = field(default_factory=dict)
    moments: list[Moment] = field(default_factory=list)
    keyframes: set[int] = field(default_factory=set)

    @property
    def frame(self) -> int:
        """The next frame to come."""
        return len(self.moments)

    def roll(self, frames: int, *events: Event) -> Self:
        """Adds frames; the events happen in the first of them."""
        for step in range(frames):
            time = _START_S + self.frame * FRAME_S
            self.moments.append(
                Moment(time, self.ball, dict(self.cars), events if step == 0 else ())
            )
            self._fly_on()
        return self

    def keyframe(self, *events: Event) -> Self:
        """Adds one frame in which everything is repeated."""
        self.keyframes.add(self.frame)
        return self.roll(1, *events)

    def script(
        self, facts: MatchFacts | None = None, roster: tuple[Player, ...] = ()
    ) -> MatchScript:
        """The script so far."""
        moments = tuple(self.moments)
        return MatchScript(moments, facts or MatchFacts(), roster, frozenset(self.keyframes))

    def _fly_on(self) -> None:
        self.cars = {player: _moved(body) for player, body in self.cars.items()}
        self.ball = _moved(self.ball) if self.ball else None


def _moved(body: Body) -> Body:
    x, y, z = (p + v * FRAME_S for p, v in zip(body.position, body.velocity, strict=True))
    return replace(body, position=(x, y, z))
