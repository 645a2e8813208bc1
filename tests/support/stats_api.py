"""What the game's Stats API sends: one real message, and a match made up around it."""

import json
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal

GUID: Final = "4366BADC95F480E3"
RATE: Final = 30
KMH: Final = 0.036
Json = dict[str, Any]
Form = Literal["string", "object"]

CAPTURED: Final = {
    "MatchGuid": GUID,
    "Players": [
        {
            "Name": "PlayerA", "PrimaryId": "Steam|1e|0", "Shortcut": 6, "TeamNum": 1,
            "Score": 182, "Goals": 0, "Shots": 1, "Assists": 1, "Saves": 1, "Touches": 33,
            "CarTouches": 142, "Demos": 4, "bHasCar": True, "Speed": 22.09876823425293,
            "Boost": 57,
        },
        {
            "Name": "PlayerB", "PrimaryId": "Steam|79b|0", "Shortcut": 5, "TeamNum": 1,
            "Score": 632, "Goals": 3, "Shots": 5, "Assists": 0, "Saves": 1, "Touches": 38,
            "CarTouches": 93, "Demos": 3, "bOnGround": True, "bHasCar": True,
            "Speed": 57.82514572143555, "Boost": 78, "bBoosting": True,
        },
        {
            "Name": "PlayerD", "PrimaryId": "Steam|5f8|0", "Shortcut": 1, "TeamNum": 0,
            "Score": 447, "Goals": 1, "Shots": 3, "Assists": 0, "Saves": 2, "Touches": 54,
            "CarTouches": 99, "Demos": 1,
        },
    ],
    "Game": {
        "Teams": [
            {
                "Name": "Blue", "TeamNum": 0, "Score": 2, "ColorPrimary": "FF32B4",
                "ColorSecondary": "E5E5E5",
            },
            {
                "Name": "Orange", "TeamNum": 1, "Score": 3, "ColorPrimary": "262626",
                "ColorSecondary": "00B200",
            },
        ],
        "TimeSeconds": 0, "bOvertime": True,
        "Ball": {"Speed": 18.945615768432617, "TeamNum": 0},
        "bReplay": True, "bHasWinner": True, "Winner": "Orange",
        "Arena": "EuroStadium_Rainy_P", "bHasTarget": False,
    },
}  # fmt: skip
"""Data of an UpdateState as the game sent it after a match in overtime, three players of six."""


def message(event: str, data: Json, form: Form = "string") -> bytes:
    """A message as the game sends it, or as its documentation says."""
    held: Any = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    envelope = {"Event": event, "Data": held if form == "string" else data}
    return json.dumps(envelope, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass
class Car:
    """A player, as a test moves him."""

    name: str
    shortcut: int
    team: int
    primary_id: str
    speed_uu_s: float = 0.0
    boost: float = 33.0
    flags: dict[str, bool] = field(default_factory=dict)
    stats: dict[str, int] = field(default_factory=dict)

    @property
    def ref(self) -> Json:
        """As events name him."""
        return {"Name": self.name, "Shortcut": self.shortcut, "TeamNum": self.team}

    def line(self, own_team: int | None) -> Json:
        """As a state lists him: false flags and what is not shown left out."""
        counts = ("Score", "Goals", "Shots", "Assists", "Saves", "Touches", "CarTouches", "Demos")
        line: Json = {"Name": self.name, "PrimaryId": self.primary_id}
        line |= {"Shortcut": self.shortcut, "TeamNum": self.team}
        line |= {name: self.stats.get(name, 0) for name in counts}
        if own_team in (None, self.team):
            line |= {"bHasCar": True, "Speed": self.speed_uu_s * KMH, "Boost": round(self.boost)}
            line |= {name: True for name, on in self.flags.items() if on}
        return line


@dataclass
class Scene:
    """A match that a test plays."""

    cars: list[Car]
    own_team: int | None = 1
    score: list[int] = field(default_factory=lambda: [0, 0])
    time_s: float = 300.0
    guid: str = GUID
    ball_team: int = 255
    replay: bool = False
    overtime: bool = False
    target: Car | None = None
    arena: str = "Stadium_P"

    def state(self) -> Json:
        """Data of an UpdateState."""
        game: Json = {
            "Teams": [
                {"Name": name, "TeamNum": team, "Score": self.score[team]}
                for team, name in enumerate(("Blue", "Orange"))
            ],
            "PlaylistId": 13,
            "TimeSeconds": math.ceil(self.time_s),
            "bOvertime": self.overtime,
            "Ball": {"Speed": 40.0, "TeamNum": self.ball_team},
            "bReplay": self.replay,
            "bHasWinner": False,
            "Winner": "",
            "Arena": self.arena,
            "bHasTarget": self.target is not None,
        }
        if self.target is not None:
            game["Target"] = self.target.ref
        lines = [car.line(self.own_team) for car in self.cars]
        return {"MatchGuid": self.guid, "Players": lines, "Game": game}


def cars() -> list[Car]:
    """Two against two: the second of orange plays here. Names as people have them."""
    return [
        Car("Łukasz „7”", 1, 0, "Epic|0123456789abcdef|0"),
        Car("Ⓑlue 🚀", 2, 0, "Unknown|0|0"),
        Car('quo"te\\{}', 5, 1, "Steam|76561198000000005|0"),
        Car("Myself", 6, 1, "Steam|76561198000000006|0"),
    ]


def stream(states: int = 60) -> Iterator[tuple[str, Json]]:
    """A short match with every event that is documented, as names and data."""
    scene = Scene(cars())
    scene.target = scene.cars[3]
    guid = {"MatchGuid": GUID}
    rest = random.Random(7)  # noqa: S311 (numbers for a test)
    place = {"X": -512.5, "Y": 5120.0, "Z": 93.15}
    yield "MatchCreated", guid
    yield "MatchInitialized", guid
    yield "CountdownBegin", guid
    yield "RoundStarted", guid
    for _ in range(states):
        for car in scene.cars:
            car.speed_uu_s, car.boost = rest.uniform(0, 2300), rest.uniform(0, 100)
            car.flags = {"bBoosting": rest.random() < 0.3, "bOnGround": rest.random() < 0.8}
        scene.time_s -= 1 / RATE
        yield "UpdateState", scene.state()
    me = scene.cars[3].ref
    touch = {"Player": me, "Speed": 80.25}
    ball = {"PreHitSpeed": 0, "PostHitSpeed": 80.25, "Location": place}
    yield "BallHit", {**guid, "Players": [me], "Ball": ball}
    yield (
        "BoostPickup",
        {
            **guid,
            "Player": me,
            "Location": place,
            "BoostAmount": 100,
            "BoostType": "BoostType_Pill",
            "bReplay": False,
        },
    )
    yield "ClockUpdatedSeconds", {**guid, "TimeSeconds": 298, "bOvertime": False}
    yield (
        "CrossbarHit",
        {
            **guid,
            "BallLocation": place,
            "BallSpeed": 60.5,
            "ImpactForce": 127.5,
            "BallLastTouch": touch,
        },
    )
    stat = {**guid, "EventName": "Demolish", "Type": "Rozbiórka"}
    yield "StatfeedEvent", {**stat, "MainTarget": me, "SecondaryTarget": scene.cars[0].ref}
    goal = {"GoalSpeed": 87.3, "GoalTime": 2.0, "ImpactLocation": place, "Scorer": me}
    yield "GoalScored", {**guid, **goal, "BallLastTouch": touch}
    for name in ("GoalReplayStart", "GoalReplayWillEnd", "GoalReplayEnd"):
        yield name, guid
    for name in ("MatchPaused", "MatchUnpaused"):
        yield name, guid
    yield "PlayerJoined", {**guid, "PlayerName": "Late", "PrimaryId": "PS4|77|0"}
    yield "PlayerLeft", {**guid, "PlayerName": "Late", "PrimaryId": "PS4|77|0"}
    yield "MatchEnded", {**guid, "WinnerTeamNum": 1}
    yield "PodiumStart", guid
    yield "ReplayCreated", {**guid, "FileName": "A", "Date": "2026-06-05 18:42:13"}
    yield "MatchDestroyed", guid
