"""What an overlay is told: the panel, the state, thirty times a second, and the end."""

from math import isfinite
from typing import Final

import msgspec
from msgspec import Struct

from rockettrainer.features import Metric, absence, metric
from rockettrainer.live._advice import KEYS as ADVISED
from rockettrainer.live._advice import Advice, advise
from rockettrainer.live._kinds import PHASES, Kind, Source, View
from rockettrainer.live._numbers import NO_USUAL, Usual, chosen, is_rate, value_of
from rockettrainer.live._session import Session
from rockettrainer.match import Visible

_ENCODER: Final = msgspec.json.Encoder()
_SMALLEST_GAP_S: Final = 0.5
_ADVISE_EVERY: Final = 30
"""States between two looks at the rules: about a second."""


class PanelMetric(Struct, frozen=True):
    """A number's name and range."""

    key: str
    name: str
    short: str
    unit: str
    better: str
    low: float
    high: float | None


class Panel(Struct, frozen=True, tag="panel"):
    """Which numbers are shown."""

    metrics: tuple[PanelMetric, ...]


class Number(Struct, frozen=True):
    """A number as it stands."""

    key: str
    value: float | None
    usual: float | None
    reason: str | None


class Me(Struct, frozen=True):
    """The local player."""

    name: str
    team: int


class Line(Struct, frozen=True):
    """Advice."""

    key: str
    text: str


class State(Struct, frozen=True, tag="state"):
    """All of a moment."""

    n: int
    source: Source | None = None
    connected: bool = False
    kind: Kind | None = None
    phase: str = "none"
    view: View = View.HIDDEN
    clock_s: float | None = None
    overtime: bool = False
    score: tuple[int, int] | None = None
    me: Me | None = None
    numbers: tuple[Number, ...] = ()
    momentum: float | None = None
    advice: Line | None = None
    gap_s: float | None = None
    dropped: int = 0
    unseen: tuple[str, ...] = ()
    warning: str | None = None


class Ended(Struct, frozen=True, tag="ended"):
    """A session is over, and stored where it is one to keep."""

    match_id: int | None
    session: str


Shown = Panel | State | Ended


def encoded(message: Shown) -> bytes:
    """A message as JSON."""
    return _ENCODER.encode(message)


class Card:
    """Makes a session's states.

    Args:
        session: That is shown.
        wanted: Keys of the numbers that the user chose.
    """

    def __init__(self, session: Session, wanted: tuple[str, ...]) -> None:
        self.session = session
        self.warning: str | None = None
        self.usual: Usual = NO_USUAL
        self._wanted = wanted
        self._metrics: tuple[Metric, ...] = ()
        self._advised: tuple[Metric, ...] = ()
        self._unseen: tuple[str, ...] = ()
        self._known_for: object = None
        self._turn = -1
        self._found: dict[str, float | None] = {}
        """Of `_advised`, as they were read last."""
        self._advice: Advice | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """Of the metrics whose usual value is of interest."""
        return tuple(dict.fromkeys(m.key for m in (*self.metrics, *self._advised)))

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """That are shown; what is known of the match and of who is the user decides."""
        session = self.session
        recorder = session.recorder
        basis = (recorder.info, session.me, recorder.sees(session.me))
        if self._known_for != basis:
            self._known_for = basis
            self._metrics = chosen(self._wanted, basis[0], basis[2])
            rules = map(metric, ADVISED)
            self._advised = tuple(m for m in rules if absence(m, basis[0], basis[2]) is None)
            self._found = {}
            self._unseen = unseen(basis[2])
        return self._metrics

    def panel(self) -> Panel:
        """Names of the numbers."""
        return Panel(tuple(_panel_metric(m) for m in self.metrics))

    def state(self, n: int) -> State:
        """The present state.

        Args:
            n: Its number.
        """
        session = self.session
        recorder = session.recorder
        frames, row = recorder.frames, recorder.last
        clock_s = float(frames.clock_s[row])
        score = frames.team_score[row].tolist()
        return State(
            n=n,
            source=session.source,
            connected=session.connected,
            kind=session.kind,
            phase=PHASES.get(session.phase, "none"),
            view=View.SUMMARY if session.closed else session.view,
            clock_s=clock_s if isfinite(clock_s) else None,
            overtime=bool(frames.overtime[row] == 1),
            score=(int(score[0]), int(score[1])) if all(map(isfinite, score)) else None,
            me=self._me(),
            numbers=tuple(self._number(m) for m in self.metrics),
            momentum=session.momentum.value,
            advice=self._line(),
            gap_s=round(session.gap_s, 1) if session.gap_s >= _SMALLEST_GAP_S else None,
            dropped=session.dropped,
            unseen=self._unseen,
            warning=self.warning,
        )

    def _me(self) -> Me | None:
        session = self.session
        if session.me < 0:
            return None
        player = session.recorder.seats.player(session.me)
        return Me(player.name, int(player.team))

    def _number(self, shown: Metric) -> Number:
        value = self._value(shown)
        usual = self.usual.medians.get(shown.key) if is_rate(shown) else None
        reason = None if value is not None else self._why_not(shown)
        return Number(shown.key, value, usual, reason)

    def _why_not(self, shown: Metric) -> str:
        return "it is not known who you are" if self.session.me < 0 else shown.undefined

    def _line(self) -> Line | None:
        """The advice, looked for about once a second; its numbers are read one a state.

        All at once they would take longer than all else of a tick.
        """
        self._turn = (self._turn + 1) % _ADVISE_EVERY
        if self._turn < len(self._advised):
            read = self._advised[self._turn]
            self._found[read.key] = self._value(read)
        elif self._turn == len(self._advised):
            values = {key: value for key, value in self._found.items() if value is not None}
            self._advice = advise(values, self.usual.medians, self.session.active_s)
        return None if self._advice is None else Line(self._advice.key, self._advice.text)

    def _value(self, shown: Metric) -> float | None:
        return value_of(shown, self.session.recorder.states, self.session.me)


def unseen(visible: Visible) -> tuple[str, ...]:
    """What the game itself shows and a source does not."""
    missing = Visible.LIVE & ~visible
    return tuple(flag.name.lower() for flag in missing if flag.name)


def _panel_metric(shown: Metric) -> PanelMetric:
    high = shown.high if isfinite(shown.high) else None
    short = _SHORT.get(shown.key, shown.name)
    return PanelMetric(shown.key, shown.name, short, shown.unit, shown.better, shown.low, high)


_SHORT: Final = {
    "boost_mean": "Boost",
    "speed_mean_uu_s": "Speed",
    "behind_ball_percent": "Behind ball",
    "boost_collected_per_min": "Boost/min",
    "boost_used_per_min": "Used/min",
    "supersonic_percent": "Supersonic",
    "boost_zero_percent": "Empty",
}
"""Names that fit on the card, where a metric's own does not."""
