"""A match that the Stats API tells, played by a script, as rows, events and numbers."""

from typing import Any

import numpy as np
import pytest

from rockettrainer.live._kinds import Kind
from rockettrainer.live._stats_session import StatsSession
from rockettrainer.match import EventKind, Events, Match, Phase, Team, Visible
from rockettrainer.sources.stats_api import Reader
from tests.support.stats_api import GUID, RATE, Car, Scene, cars, message

ME = 3
PLACE = {"X": 0.0, "Y": 0.0, "Z": 93.15}


class Played:
    """A session, and the scene that it is told of."""

    def __init__(self, own_team: int | None = 1) -> None:
        self.scene = Scene(cars(), own_team=own_team)
        self.scene.target = self.scene.cars[ME]
        self.session = StatsSession("test")
        self._reader = Reader()
        self._now_s = 1000.0

    def tell(self, event: str, **data: Any) -> None:  # noqa: ANN401 (JSON is any of many types)
        read = self._reader.read(message(event, {"MatchGuid": GUID} | data))
        assert read is not None
        self.session.take(read, self._now_s)

    def play(self, seconds: float) -> None:
        for _ in range(round(seconds * RATE)):
            self._now_s += 1 / RATE
            self.scene.time_s -= 1 / RATE
            self.tell("UpdateState", **self.scene.state())

    def kick_off(self) -> None:
        for event in ("MatchCreated", "MatchInitialized", "CountdownBegin"):
            self.tell(event)
        self.play(3.0)
        self.tell("RoundStarted")

    def car(self, index: int) -> Car:
        return self.scene.cars[index]

    def match(self) -> Match:
        return self.session.recorder.match()


@pytest.fixture
def played() -> Played:
    return Played()


def _slot(match: Match, name: str) -> int:
    return [player.name for player in match.roster].index(name)


def _of(events: Events, *kinds: EventKind) -> list[tuple[int, int, int]]:
    found = events.where(*kinds)
    columns = (found.player, found.other, found.detail)
    return [(int(a), int(b), int(c)) for a, b, c in zip(*columns, strict=True)]


def test_the_own_team_is_measured_and_opponents_are_not(played: Played) -> None:
    played.kick_off()
    me, opponent = played.car(ME), played.car(0)
    me.speed_uu_s, me.boost = 2250.0, 40.0
    opponent.speed_uu_s = 2250.0
    played.play(10.0)
    me.speed_uu_s, me.boost = 1000.0, 60.0
    played.play(10.0)
    analysis, match = played.session.recorder.analysis(), played.match()
    mine = analysis.players[_slot(match, "Myself")].metrics
    theirs = analysis.players[_slot(match, opponent.name)]
    assert mine["supersonic_s"] == pytest.approx(10.0, abs=0.05)
    assert mine["boost_mean"] == pytest.approx(50.0, abs=0.2)
    assert theirs.missing["supersonic_s"] == "this source does not show: speed"
    assert theirs.missing["boost_mean"] == "this source does not show: boost"
    assert theirs.metrics["score"] == 0.0
    assert analysis.teams[0].missing["boost_mean"] == "this source does not show: boost"
    assert "distance_uu" in analysis.players[_slot(match, "Myself")].missing


def test_who_plays_where_and_what_is_known(played: Played) -> None:
    played.kick_off()
    played.play(1.0)
    session, match = played.session, played.match()
    assert [player.team for player in match.roster] == [Team.BLUE] * 2 + [Team.ORANGE] * 2
    assert session.recorder.seats.player(session.me).name == "Myself"
    assert (match.info.match_guid, match.info.map_code) == (GUID, "Stadium_P")
    assert (match.info.playlist_id, match.info.team_size) == (13, 2)
    assert session.kind is Kind.ONLINE
    assert session.is_match
    assert session.is_online
    assert Visible.POSITIONS not in match.visible


def test_phases_follow_the_game(played: Played) -> None:
    seen = []

    def now() -> None:
        played.play(0.5)
        seen.append(Phase(played.session.phase).name)

    played.play(0.02)
    assert played.session.phase == Phase.WAITING
    for event in ("CountdownBegin", "RoundStarted", "MatchPaused", "MatchUnpaused"):
        played.tell(event)
        now()
    played.tell("GoalScored", Scorer=played.car(ME).ref, ImpactLocation=PLACE | {"Y": -5200.0})
    now()
    played.tell("GoalReplayStart")
    played.scene.replay = True
    now()
    played.tell("GoalReplayEnd")
    played.scene.replay = False
    now()
    for event in ("CountdownBegin", "RoundStarted", "MatchEnded", "PodiumStart"):
        played.tell(event)
        now()
    expected = "COUNTDOWN ACTIVE PAUSED ACTIVE GOAL GOAL_REPLAY COUNTDOWN COUNTDOWN ACTIVE"
    assert seen == [*expected.split(), "ENDED", "ENDED"]


def test_who_comes_late_learns_from_the_clock(played: Played) -> None:
    played.scene.time_s = 200.5
    played.play(0.1)
    assert played.session.phase == Phase.WAITING
    played.play(1.5)
    assert played.session.phase == Phase.ACTIVE


def test_the_replay_of_a_goal_is_left_out(played: Played) -> None:
    played.kick_off()
    played.car(ME).speed_uu_s = 1000.0
    played.play(5.0)
    touch = {"Players": [played.car(ME).ref], "Ball": {"PostHitSpeed": 36.0, "Location": PLACE}}
    goal = {"Scorer": played.car(ME).ref, "ImpactLocation": PLACE | {"Y": -5200.0}}
    played.tell("BallHit", **touch)
    played.tell("GoalScored", **goal)
    played.scene.score[1] = 1
    played.play(1.0)
    played.tell("GoalReplayStart")
    played.scene.replay = True
    played.car(ME).speed_uu_s, played.car(ME).boost = 2290.0, 99.0
    played.play(4.0)
    played.tell("BallHit", **touch)
    played.tell("GoalScored", **goal)
    demolish = {"EventName": "Demolish", "MainTarget": played.car(ME).ref}
    played.tell("StatfeedEvent", **demolish, SecondaryTarget=played.car(0).ref)
    pad = {"Location": PLACE, "BoostType": "BoostType_Pad", "bReplay": True}
    played.tell("BoostPickup", Player=played.car(ME).ref, **pad)
    played.play(1.0)
    played.tell("GoalReplayEnd")
    played.scene.replay, played.car(ME).speed_uu_s = False, 0.0
    played.play(0.5)
    match = played.match()
    me = _slot(match, "Myself")
    assert _of(match.events, EventKind.GOAL) == [(me, -1, 1)]
    assert _of(match.events, EventKind.TOUCH) == [(me, -1, 1)]
    assert not _of(match.events, EventKind.DEMOLITION, EventKind.SMALL_PAD)
    mine = played.session.recorder.analysis().players[me].metrics
    assert mine["supersonic_s"] == 0.0
    shown_again = match.frames.phase == Phase.GOAL_REPLAY
    assert np.isnan(match.frames.boost[shown_again, me]).all()
    assert shown_again.sum() == pytest.approx(5.0 * RATE, abs=2)


@pytest.mark.parametrize(
    ("scorer", "place", "team"),
    [
        (ME, PLACE | {"Y": -5200.0}, 1),
        (ME, PLACE | {"Y": 5200.0}, 0),  # an own goal, laid at the feet of who shot it
        (None, PLACE | {"Y": 5200.0}, 0),
        (0, PLACE, 0),
        (None, PLACE, 1),  # told by the score alone
    ],
)
def test_a_goal_is_of_the_side_that_it_counts_for(
    played: Played, scorer: int | None, place: dict[str, float], team: int
) -> None:
    played.kick_off()
    played.play(1.0)
    who = {} if scorer is None else played.car(scorer).ref
    played.tell("GoalScored", Scorer=who, ImpactLocation=place, GoalSpeed=0)
    played.scene.score[team] += 1
    played.play(0.5)
    assert [goal.team for goal in played.session.goals] == [team]
    rows = played.session.recorder.analysis().players
    conceded = [row.metrics["goals_conceded"] for row in rows]
    assert conceded == [team, team, 1 - team, 1 - team]


def test_events_reach_whom_they_name(played: Played) -> None:
    played.kick_off()
    played.car(ME).boost = 88.0
    played.play(1.0)
    me, victim = played.car(ME).ref, played.car(0).ref
    for name in ("Demolish", "Demolition", "Shot", "EpicSave", "Assist", "FlipReset", "Goal"):
        played.tell("StatfeedEvent", EventName=name, MainTarget=me, SecondaryTarget=victim)
    corner = {"X": 3070.0, "Y": 4090.0, "Z": 70.0}
    pad = {"Player": me, "Location": corner, "BoostAmount": 100, "BoostType": "BoostType_Pill"}
    played.tell("BoostPickup", **pad)
    played.tell("CrossbarHit", BallLocation=PLACE, BallLastTouch={"Player": me})
    played.scene.overtime = True
    played.play(0.5)
    match = played.match()
    slot, other = _slot(match, "Myself"), _slot(match, played.car(0).name)
    assert _of(match.events, EventKind.DEMOLITION) == [(slot, other, -1)]
    kinds = (EventKind.SHOT, EventKind.SAVE, EventKind.ASSIST, EventKind.DODGE_REFRESH)
    assert [event[0] for event in _of(match.events, *kinds)] == [slot] * 4
    assert match.stat_names == ("Demolition", "CrossbarHit")
    assert len(_of(match.events, EventKind.OVERTIME)) == 1
    big = match.events.where(EventKind.BIG_PAD)
    assert (big.player.tolist(), big.value.tolist(), big.detail.tolist()) == ([slot], [88.0], [30])
    mine = played.session.recorder.analysis().players[slot].metrics
    assert (mine["big_pads_collected"], mine["boost_collected"]) == (1.0, 12.0)
    assert mine["boost_stolen"] == 0.0
    assert mine["demolitions_inflicted"] == 1.0


def test_players_come_and_go(played: Played) -> None:
    played.kick_off()
    gone = played.scene.cars.pop(0)
    played.play(1.0)
    played.scene.cars.append(Car("Late", 9, 0, "PS4|77|0"))
    played.play(1.0)
    match = played.match()
    assert [player.id for player in match.roster.of(Team.BLUE)] == [
        "epic:0123456789abcdef",
        "bot:Ⓑlue 🚀",
        "ps4:77",
    ]
    assert _of(match.events, EventKind.LEFT) == [(_slot(match, gone.name), -1, -1)]
    on_field = match.frames.on_field[-1, [_slot(match, name) for name in (gone.name, "Late")]]
    assert on_field.tolist() == [0, 1]


def test_more_than_a_match_holds_have_no_seat(played: Played) -> None:
    played.scene.cars += [Car(f"P{n}", 20 + n, n % 2, f"Steam|{n}|0") for n in range(1, 40)]
    played.kick_off()
    played.play(1.0)
    assert len(played.match().roster) == 12


@pytest.mark.parametrize("speed", [2600.0, -1.0])
def test_a_speed_of_no_car_is_unknown(played: Played, speed: float) -> None:
    played.car(ME).speed_uu_s = speed
    played.kick_off()
    played.play(2.0)
    missing = played.session.recorder.analysis().players[ME].missing
    assert missing["supersonic_s"] == "the player had no time in play"


def test_a_spectator_sees_all_and_is_nobody() -> None:
    played = Played(own_team=None)
    played.kick_off()
    played.car(0).boost = 10.0
    played.play(5.0)
    assert played.session.me == -1
    rows = played.session.recorder.analysis().players
    assert rows[0].metrics["boost_mean"] == pytest.approx(10.0, abs=0.5)


def test_possession_is_of_who_touched_last(played: Played) -> None:
    played.kick_off()
    for team, seconds in ((255, 1.0), (0, 4.0), (1, 2.0)):
        played.scene.ball_team = team
        played.play(seconds)
    blue, orange = played.session.recorder.analysis().teams
    assert blue.metrics["possession_s"] == pytest.approx(4.0, abs=0.05)
    assert orange.metrics["possession_s"] == pytest.approx(2.0, abs=0.05)


@pytest.mark.parametrize(
    ("playlist", "guid", "seats", "kind"),
    [
        (13, GUID, 4, Kind.ONLINE),
        (9, "", 1, Kind.FREEPLAY),
        (21, "", 1, Kind.CUSTOM_TRAINING),
        (8, "", 4, Kind.BOTS),
        (24, GUID, 4, Kind.LAN),
        (9999, GUID, 4, Kind.ONLINE),
    ],
)
def test_the_kind_of_play(played: Played, playlist: int, guid: str, seats: int, kind: Kind) -> None:
    played.scene.cars = played.scene.cars[-seats:]
    data: dict[str, Any] = played.scene.state()
    data["Game"]["PlaylistId"], data["MatchGuid"] = playlist, guid
    played.tell("UpdateState", **data)
    assert played.session.kind is kind
    assert played.session.is_match == (seats == 4)


def test_the_end_is_told_once_and_states_may_miss(played: Played) -> None:
    played.kick_off()
    played.play(2.0)
    played.tell("MatchEnded", WinnerTeamNum=1)
    played.session.settle()
    assert played.session.ended_s is not None
    played.play(1.0)
    played.tell("PodiumStart")
    played.play(1.0)
    assert len(_of(played.match().events, EventKind.MATCH_END)) == 1
    assert not played.session.is_online
