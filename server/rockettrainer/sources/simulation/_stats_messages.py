"""Second disguise: a simulated match as the game's Stats API tells it.

As the game does it, and not as its documentation says: speeds in km/h, ``Data`` as a string in
the message, false flags left out, and of the other team nothing but its lines on the scoreboard.

Five events are not told, for a simulated match has no such thing: nobody comes or goes between its
beginning and its end (``PlayerJoined``, ``PlayerLeft``), there is no one to pause it
(``MatchPaused``, ``MatchUnpaused``), and no replay of it is ever opened (``ReplayCreated``).
"""

import json
from collections.abc import Iterator
from math import ceil
from typing import Any, Final

import numpy as np

from rockettrainer.match import BIG_PAD_BOOST, SMALL_PAD_BOOST, Phase, Team
from rockettrainer.sources.simulation._happening import Happening, Kind
from rockettrainer.sources.simulation._record import MAP, match_guid
from rockettrainer.sources.simulation._scene import Scene
from rockettrainer.sources.simulation._setup import Setup

_KMH: Final = 0.036
_TICKS_A_STATE: Final = 4
"""Thirty states a second: as much as many people set."""
_NOBODY: Final = 255
_STATS: Final = {Kind.SHOT: "Shot", Kind.SAVE: "Save", Kind.ASSIST: "Assist"}
_NAMED: Final = {
    Kind.COUNTDOWN: ("CountdownBegin",),
    Kind.ROUND_STARTED: ("RoundStarted",),
    Kind.GOAL_REPLAY_STARTED: ("GoalReplayStart",),
    Kind.GOAL_REPLAY_ENDED: ("GoalReplayWillEnd", "GoalReplayEnd"),
}
_FLAGS: Final = (
    ("bBoosting", "boosting"), ("bOnGround", "on_ground"), ("bPowersliding", "handbrake"),
    ("bDemolished", "demolished"), ("bSupersonic", "supersonic"),
)  # fmt: skip
_COUNTS: Final = (
    ("Score", "score"), ("Goals", "goals"), ("Shots", "shots"), ("Assists", "assists"),
    ("Saves", "saves"), ("Touches", "touches"), ("CarTouches", "touches"), ("Demos", "demolitions"),
)  # fmt: skip
_Json = dict[str, Any]


def message(event: str, data: _Json) -> bytes:
    """A message as it goes over either transport."""
    return json.dumps({"Event": event, "Data": json.dumps(data)}).encode()


class Teller:
    """Puts one match into messages.

    Args:
        setup: Of the match.
    """

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._guid = {"MatchGuid": match_guid(setup)}
        self._me = next((n for n, seat in enumerate(setup.seats) if seat.is_me), -1)
        self._ticks = 0
        self._second = -1
        self._round_s = 0.0
        self._assist = -1
        self._last_touch = -1

    def begin(self) -> Iterator[bytes]:
        """Before the first tick."""
        for event in ("MatchCreated", "MatchInitialized"):
            yield message(event, self._guid)

    def end(self) -> Iterator[bytes]:
        """After the last."""
        yield message("PodiumStart", self._guid)
        yield message("MatchDestroyed", self._guid)

    def tell(self, scene: Scene) -> Iterator[bytes]:
        """What is told of a tick: every event at once, how everything stands now and then."""
        self._ticks += 1
        for one in scene.happened:
            for event, data in self._events(one, scene):
                yield message(event, self._guid | data)
        second = ceil(scene.clock_s)
        if second != self._second:
            self._second = second
            clock = {"TimeSeconds": second, "bOvertime": scene.overtime}
            yield message("ClockUpdatedSeconds", self._guid | clock)
        if self._ticks % _TICKS_A_STATE == 0 or scene.happened:
            yield message("UpdateState", self._guid | self._state(scene))

    def _events(self, one: Happening, scene: Scene) -> Iterator[tuple[str, _Json]]:
        if one.kind in _NAMED:
            yield from ((event, {}) for event in _NAMED[one.kind])
            if one.kind is Kind.ROUND_STARTED:
                self._round_s = scene.time_s
        elif one.kind is Kind.TOUCH:
            self._last_touch = one.player
            ball = {
                "PreHitSpeed": one.value * _KMH,
                "PostHitSpeed": _speed(scene.ball["velocity"]),
                "Location": _place(scene.ball["position"]),
            }
            yield "BallHit", {"Players": [self._who(one.player)], "Ball": ball}
        elif one.kind is Kind.CROSSBAR:
            yield "CrossbarHit", self._crossbar(one, scene)
        elif one.kind is Kind.PAD:
            yield "BoostPickup", self._pickup(one)
        elif one.kind is Kind.GOAL:
            yield "GoalScored", self._goal(one, scene)
        elif one.kind is Kind.MATCH_ENDED:
            yield "MatchEnded", {"WinnerTeamNum": int(one.team)}
        else:
            yield from self._stat(one)

    def _stat(self, one: Happening) -> Iterator[tuple[str, _Json]]:
        if one.kind in _STATS:
            self._assist = one.player if one.kind is Kind.ASSIST else self._assist
            name = _STATS[one.kind]
            yield "StatfeedEvent", self._feed(name, one)
        elif one.kind is Kind.DEMOLITION:
            target = {"SecondaryTarget": self._who(one.other)}
            yield "StatfeedEvent", self._feed("Demolish", one) | target

    def _feed(self, name: str, one: Happening) -> _Json:
        return {"EventName": name, "Type": name, "MainTarget": self._who(one.player)}

    def _pickup(self, one: Happening) -> _Json:
        return {
            "Player": self._who(one.player),
            "Location": _place(one.position),
            "BoostAmount": BIG_PAD_BOOST if one.big else SMALL_PAD_BOOST,
            "BoostType": "BoostType_Pill" if one.big else "BoostType_Pad",
            "bReplay": False,
        }

    def _crossbar(self, one: Happening, scene: Scene) -> _Json:
        speed_kmh = _speed(scene.ball["velocity"])
        return {
            "BallLocation": _place(one.position),
            "BallSpeed": speed_kmh,
            "ImpactForce": one.value * _KMH,
            "BallLastTouch": {"Player": self._who(self._last_touch), "Speed": speed_kmh},
        }

    def _goal(self, one: Happening, scene: Scene) -> _Json:
        assister, self._assist = self._assist, -1
        told = {
            "GoalSpeed": one.value * _KMH,
            "GoalTime": scene.time_s - self._round_s,
            "ImpactLocation": _place(one.position),
            "Scorer": self._who(one.player),
            "BallLastTouch": {"Player": self._who(self._last_touch), "Speed": one.value * _KMH},
        }
        return told | ({"Assister": self._who(assister)} if assister >= 0 else {})

    def _who(self, slot: int) -> _Json:
        if slot < 0:
            return {"Name": "", "Shortcut": 0, "TeamNum": 0}
        name, team = self._setup.seats[slot].name, self._setup.teams[slot]
        return {"Name": name, "Shortcut": slot + 1, "TeamNum": int(team)}

    def _state(self, scene: Scene) -> _Json:
        return {
            "Players": [self._line(slot, car) for slot, car in enumerate(scene.cars)],
            "Game": self._game(scene),
        }

    def _line(self, slot: int, car: Any) -> _Json:  # noqa: ANN401 (a NumPy record)
        seat = self._setup.seats[slot]
        account = seat.id.capitalize().replace(":", "|") + "|0" if seat.is_me else "Unknown|0|0"
        line = self._who(slot) | {"PrimaryId": account}
        line |= {name: int(car[column]) for name, column in _COUNTS}
        if self._setup.teams[slot] is not self._own_team:
            return line
        if not car["demolished"]:
            line |= {
                "bHasCar": True,
                "Speed": _speed(car["velocity"]),
                "Boost": float(car["boost"]),
            }
        return line | {name: True for name, column in _FLAGS if car[column] > 0}

    @property
    def _own_team(self) -> Team:
        return self._setup.teams[self._me] if self._me >= 0 else Team.NONE

    def _game(self, scene: Scene) -> _Json:
        ended = scene.phase is Phase.ENDED
        names = ("Blue", "Orange")
        ball_team = int(scene.ball_team)
        game: _Json = {
            "Teams": [
                {"Name": name, "TeamNum": team, "Score": scene.score[team]}
                for team, name in enumerate(names)
            ],
            "TimeSeconds": ceil(scene.clock_s),
            "bOvertime": scene.overtime,
            "Ball": {"TeamNum": ball_team if ball_team >= 0 else _NOBODY},
            "bReplay": scene.phase is Phase.GOAL_REPLAY,
            "bHasWinner": ended,
            "Winner": names[scene.score[1] > scene.score[0]] if ended else "",
            "Arena": MAP,
            "bHasTarget": self._me >= 0,
        }
        if not np.isnan(scene.ball["velocity"]).any():
            game["Ball"]["Speed"] = _speed(scene.ball["velocity"])
        return game | ({"Target": self._who(self._me)} if self._me >= 0 else {})


def _speed(velocity: Any) -> float:  # noqa: ANN401 (a NumPy record's field)
    return float(np.linalg.norm(velocity)) * _KMH


def _place(position: Any) -> _Json:  # noqa: ANN401
    x, y, z = (float(part) for part in position)
    return {"X": x, "Y": y, "Z": z}
