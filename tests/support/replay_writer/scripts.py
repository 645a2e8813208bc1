"""Ready games, each about one thing a decoder must get right."""

from __future__ import annotations

import math

from .events import (
    Announce,
    BallCam,
    BallHit,
    Boost,
    Clock,
    Component,
    CountdownNumber,
    Counter,
    Demolition,
    DodgeRefresh,
    EnterPhase,
    Event,
    Goal,
    Inputs,
    Leave,
    MatchEnd,
    Overtime,
    PadReturn,
    Phase,
    Pickup,
    Spectate,
    Tally,
    Touch,
    Work,
)
from .reel import Reel
from .script import (
    BLUE,
    ORANGE,
    Account,
    Body,
    Camera,
    MatchFacts,
    MatchScript,
    Moment,
    Platform,
    Player,
    Quaternion,
    Scoreline,
)

ANN = Player(
    "Ann",
    BLUE,
    Account(Platform.STEAM, 76561198000000001),
    car_body=4284,
    camera=Camera(fov=109.0, height=90.0, pitch=-4.0, distance=280.0, stiffness=0.4),
    steering_sensitivity=1.5,
    header=Scoreline(score=142, goals=1, assists=0, saves=0, shots=2),
)
OTTO = Player(
    "Otto",
    ORANGE,
    Account(Platform.EPIC, text="8c67109ee36f4344bbfc18a23305018b"),
    header=Scoreline(score=52, saves=1, shots=1),
)
BEA = Player("Bea ☣", BLUE, Account(Platform.XBOX, 2533274800000001))
BOT = Player("Sundown", ORANGE, camera=None)

BALL_AT_REST = Body((0.0, 0.0, 92.75), asleep=True)
# The pad behind blue's goal line and the big one at midfield.
SMALL_PAD, BIG_PAD = 7, 12
SMALL_PAD_PLACE = (0.0, -4240.0, 17.0)
BIG_PAD_PLACE = (-3584.0, 0.0, 17.0)
# What the game grants, of 255: twelve hundredths, or all of it.
SMALL_GRANT, FULL_BOOST, KICKOFF_BOOST = 31, 255, 85


def facing(yaw: float, pitch: float = 0.0, roll: float = 0.0) -> Quaternion:
    """A rotation from the game's three angles, in radians."""
    sp, cp = math.sin(pitch / 2), math.cos(pitch / 2)
    sy, cy = math.sin(yaw / 2), math.cos(yaw / 2)
    sr, cr = math.sin(roll / 2), math.cos(roll / 2)
    return (
        cr * sp * sy - sr * cp * cy,
        -cr * sp * cy - sr * cp * sy,
        cr * cp * sy - sr * sp * cy,
        cr * cp * cy + sr * sp * sy,
    )


NORTH, SOUTH = facing(math.pi / 2), facing(-math.pi / 2)


def duel() -> MatchScript:
    """A kickoff, a goal by Ann after a touch by each, and the countdown after it."""
    reel = _kickoff(Clock(300))
    ball = Body(
        (0.0, 0.0, 92.75), (120.5, 2400.25, 310.0), (1.5, -2.25, 5.9), facing(1.0, 0.5, 2.0)
    )
    reel.cars[ANN] = Body((-5.25, -120.5, 17.01), (30.0, 1410.0, 0.5), (0.01, 0.02, -5.5), NORTH)
    reel.cars[OTTO] = Body((9.0, 4000.0, 1200.5), (-800.0, -1300.0, 500.0), rotation=SOUTH)
    reel.ball = ball
    reel.roll(
        5, BallHit(hit=True), Touch(BLUE), Boost(ANN, KICKOFF_BOOST), Boost(OTTO, KICKOFF_BOOST)
    )
    reel.roll(5, Touch(ORANGE), Clock(299)).roll(20, Touch(BLUE), Tally(ANN, Counter.SHOTS, 1))
    goal = Goal(ANN, (100.0, 5200.0, 400.0))
    reel.ball = None
    reel.roll(30, goal, Tally(ANN, Counter.SCORE, 142), Tally(ANN, Counter.SHOTS, 2))
    _line_up(reel)
    reel.keyframe(EnterPhase(Phase.COUNTDOWN), BallHit(hit=False), Touch(255))
    reel.roll(10, CountdownNumber(3)).roll(10, EnterPhase(Phase.ACTIVE), CountdownNumber(0))
    reel.roll(3, MatchEnd())
    facts = MatchFacts(
        name="Duel",
        recorded_by="Ann",
        start_epoch=1775035164,
        seconds_played=4.5,
        unfair_team_size=1,
    )
    return reel.script(facts, (ANN, OTTO))


def leaver_returns() -> MatchScript:
    """Bea leaves at frame 20 and comes back at frame 40, as new actors; Ann keeps playing."""
    reel = Reel(BALL_AT_REST, {ANN: _standing(-2000.0), BEA: _standing(-1000.0)})
    reel.cars[OTTO] = _standing(2000.0)
    reel.roll(20, EnterPhase(Phase.ACTIVE), Tally(BEA, Counter.SCORE, 30))
    returning = reel.cars.pop(BEA)
    reel.roll(10, Leave(BEA)).keyframe().roll(9)
    reel.cars[BEA] = returning
    return reel.roll(20).script(MatchFacts(team_size=2))


def demolition() -> MatchScript:
    """Ann blows Otto up at frame 20; he is back at frame 50. A keyframe repeats the report."""
    reel = Reel(BALL_AT_REST, {ANN: _standing(-500.0), OTTO: _standing(500.0)})
    reel.roll(20, EnterPhase(Phase.ACTIVE))
    del reel.cars[OTTO]
    reel.roll(10, Demolition(OTTO, ANN, (0.0, 2250.0, 0.0), (100.0, -5.0, 0.0)))
    reel.keyframe().roll(19)
    reel.cars[OTTO] = _standing(4608.0)
    return reel.roll(20).script()


def self_demolition() -> MatchScript:
    """Otto blows up by himself at frame 10."""
    reel = Reel(BALL_AT_REST, {ANN: _standing(-500.0), OTTO: _standing(500.0)})
    reel.roll(10, EnterPhase(Phase.ACTIVE))
    del reel.cars[OTTO]
    return reel.roll(10, Demolition(OTTO)).script()


def overtime() -> MatchScript:
    """The clock runs out at frame 10; overtime kicks off at frame 12 and counts up."""
    reel = Reel(BALL_AT_REST, {ANN: _standing(-500.0), OTTO: _standing(500.0)})
    reel.roll(10, EnterPhase(Phase.ACTIVE), Clock(1)).roll(2, Clock(0))
    reel.roll(5, Overtime(), EnterPhase(Phase.COUNTDOWN), CountdownNumber(3))
    reel.roll(5, EnterPhase(Phase.ACTIVE)).roll(5, Clock(1)).roll(5, Clock(2))
    reel.roll(5, Goal(OTTO, (0.0, -5200.0, 100.0)))
    return reel.roll(5, MatchEnd(), EnterPhase(Phase.FINISHED)).script()


def pickups() -> MatchScript:
    """Ann takes a small pad at frame 10 and a big one at frame 20, after which she boosts."""
    reel = Reel(BALL_AT_REST, {ANN: Body(SMALL_PAD_PLACE), OTTO: _standing(3000.0)})
    reel.roll(10, EnterPhase(Phase.ACTIVE), Boost(ANN, KICKOFF_BOOST), Boost(OTTO, KICKOFF_BOOST))
    reel.roll(10, Pickup(ANN, SMALL_PAD, KICKOFF_BOOST + SMALL_GRANT))
    reel.cars[ANN] = Body(BIG_PAD_PLACE)
    reel.roll(10, Pickup(ANN, BIG_PAD, FULL_BOOST)).keyframe()
    reel.roll(15, Work(ANN, Component.BOOST, on=True))
    return reel.roll(
        10, Work(ANN, Component.BOOST, on=False), Boost(ANN, 213), PadReturn(SMALL_PAD)
    ).script()


def components() -> MatchScript:
    """Ann's components work for five frames each, from every tenth frame; then inputs change."""
    reel = Reel(BALL_AT_REST, {ANN: _standing(-500.0), OTTO: _standing(500.0)})
    reel.roll(10, EnterPhase(Phase.ACTIVE), BallCam(ANN, on=True), BallCam(OTTO, on=False))
    for part in (Component.JUMP, Component.DOUBLE_JUMP, Component.BOOST):
        reel.roll(5, Work(ANN, part, on=True)).roll(5, Work(ANN, part, on=False))
    reel.roll(5, Work(ANN, Component.DODGE, on=True, torque=(-1.37, 1.9, 0.0)))
    reel.roll(5, Work(ANN, Component.DODGE, on=False), DodgeRefresh(ANN, 1))
    reel.roll(5, Inputs(ANN, throttle=1.0, steer=-1.0, handbrake=True), BallCam(ANN, on=False))
    reel.roll(5, Inputs(ANN, throttle=0.0, steer=0.5, handbrake=False))
    return reel.roll(5, Inputs(ANN, throttle=-1.0)).script()


def scoreboard() -> MatchScript:
    """Counters of both players rise one after another; the game announces a save."""
    reel = Reel(BALL_AT_REST, {ANN: _standing(-500.0), OTTO: _standing(500.0)})
    reel.roll(5, EnterPhase(Phase.ACTIVE)).roll(5, Tally(ANN, Counter.SHOTS, 1))
    reel.roll(5, Tally(OTTO, Counter.SAVES, 1), Tally(OTTO, Counter.SCORE, 50), Announce("Save"))
    reel.roll(5, Tally(ANN, Counter.ASSISTS, 1), Tally(ANN, Counter.SCORE, 70))
    return reel.keyframe().roll(5, Tally(ANN, Counter.SHOTS, 2)).script()


def accounts() -> MatchScript:
    """A player on each platform, two on one console, a bot, and someone who only watches."""
    people = [
        ANN,
        OTTO,
        BEA,
        Player("Pia", BLUE, Account(Platform.PLAYSTATION, 7345, "Pia_PS")),
        Player("Kim", BLUE, Account(Platform.SWITCH, 998877)),
        Player("Psy", ORANGE, Account(Platform.PSYNET, 445566)),
        Player("Guest", ORANGE, Account(Platform.XBOX, 2533274800000001, local=1)),
        BOT,
    ]
    reel = Reel(BALL_AT_REST, {who: _standing(500.0 * n) for n, who in enumerate(people)})
    watcher = Player("Vera", BLUE, Account(Platform.STEAM, 76561198000000099))
    return reel.roll(10, EnterPhase(Phase.ACTIVE), Spectate(watcher)).script(
        MatchFacts(team_size=4)
    )


def sparse() -> MatchScript:
    """Ann drives and is reported in every fourth frame only."""
    full = Reel(BALL_AT_REST, {ANN: Body((0.0, -2000.0, 17.0), (0.0, 1200.0, 0.0), rotation=NORTH)})
    full.roll(60, EnterPhase(Phase.ACTIVE))
    thinned = [
        moment if frame % 4 == 0 else Moment(moment.time, moment.ball)
        for frame, moment in enumerate(full.moments)
    ]
    return MatchScript(tuple(thinned))


def whole() -> MatchScript:
    """A short match with all that goes on in one: pads, a demolition, a goal, a leaver, a bot."""
    reel = _kickoff(Clock(300), Boost(ANN, KICKOFF_BOOST), Boost(OTTO, KICKOFF_BOOST))
    reel.cars[BEA], reel.cars[BOT] = _standing(-3000.0), _standing(3000.0)
    reel.cars[ANN] = Body((-5.25, -4120.5, 17.01), (30.0, 1410.0, 0.5), rotation=NORTH)
    reel.ball = Body((0.0, 0.0, 92.75), (120.5, 240.25, 0.0))
    reel.roll(30, BallHit(hit=True), Touch(BLUE), Boost(BEA, FULL_BOOST), Boost(BOT, 0))
    reel.roll(15, Work(ANN, Component.BOOST, on=True))
    reel.roll(30, Work(ANN, Component.BOOST, on=False), Boost(ANN, 50), Clock(297))
    reel.roll(10, Pickup(BOT, SMALL_PAD, SMALL_GRANT), Touch(ORANGE))
    reel.roll(10, Pickup(ANN, BIG_PAD, FULL_BOOST), Inputs(OTTO, throttle=1.0, handbrake=True))
    otto = reel.cars.pop(OTTO)
    reel.roll(60, Demolition(OTTO, ANN, (0.0, 2250.0, 0.0), (100.0, -5.0, 0.0)), Clock(294))
    reel.cars[OTTO] = otto
    reel.roll(20, Boost(OTTO, KICKOFF_BOOST), Tally(ANN, Counter.SHOTS, 1))
    reel.ball, _ = None, reel.cars.pop(BEA)
    reel.roll(30, Goal(ANN, (100.0, 5200.0, 400.0)), Tally(ANN, Counter.SCORE, 142), Leave(BEA))
    _line_up(reel)
    reel.roll(10, EnterPhase(Phase.COUNTDOWN), BallHit(hit=False), Touch(255), CountdownNumber(3))
    reel.roll(60, EnterPhase(Phase.ACTIVE), CountdownNumber(0), Clock(293))
    reel.roll(3, MatchEnd())
    return reel.script(MatchFacts(name="Whole", recorded_by="Ann", team_size=2), (ANN, OTTO))


def _kickoff(*events: Event) -> Reel:
    reel = Reel(BALL_AT_REST)
    _line_up(reel)
    reel.roll(5, EnterPhase(Phase.COUNTDOWN), BallHit(hit=False), BallCam(ANN, on=True), *events)
    for number in (3, 2, 1):
        reel.roll(5, CountdownNumber(number))
    return reel.roll(5, EnterPhase(Phase.ACTIVE), CountdownNumber(0))


def _line_up(reel: Reel) -> None:
    reel.ball = BALL_AT_REST
    reel.cars = {
        ANN: Body((0.0, -4608.0, 17.0), rotation=NORTH),
        OTTO: Body((0.0, 4608.0, 17.0), rotation=SOUTH),
    }


def _standing(y: float) -> Body:
    return Body((256.0, y, 17.0), rotation=NORTH)
