"""How each event of a script shows in the network stream."""

from __future__ import annotations

from functools import singledispatch

from . import _values as values
from . import events
from ._demolitions import DemolitionReport
from ._stage import Stage
from .dialect import BoostAttribute, PickupAttribute
from .events import Component, Counter, Phase

# Inputs are bytes with their middle at 128.
_INPUT_MIDDLE = 128
_INPUT_SPAN = 127.5
_GOAL_EFFECT = "FX_GoalExplosion.Default"


@singledispatch
def act(event: object, stage: Stage) -> None:  # noqa: ARG001
    """Tells the actors on stage what an event changes."""
    raise TypeError(f"{event!r} cannot be written")


@act.register
def _(event: events.EnterPhase, stage: Stage) -> None:
    name = values.number(stage.stream.names.place(event.phase))
    stage.tell_game("TAGame.GameEvent_TA:ReplicatedStateName", name)


@act.register
def _(event: events.CountdownNumber, stage: Stage) -> None:
    number = values.number(event.number)
    stage.tell_game("TAGame.GameEvent_TA:ReplicatedRoundCountDownNumber", number)
    stage.tell_game("TAGame.GameEvent_TA:ReplicatedGameStateTimeRemaining", number)


@act.register
def _(event: events.Clock, stage: Stage) -> None:
    seconds = values.number(event.seconds)
    stage.tell_game("TAGame.GameEvent_Soccar_TA:SecondsRemaining", seconds)


@act.register
def _(_event: events.Overtime, stage: Stage) -> None:
    stage.tell_game("TAGame.GameEvent_Soccar_TA:bOverTime", values.YES)


@act.register
def _(event: events.MatchEnd, stage: Stage) -> None:
    stage.tell_game("TAGame.GameEvent_Soccar_TA:bMatchEnded", values.YES)
    if event.forfeit:
        stage.tell_game("TAGame.GameEvent_Team_TA:bForfeit", values.YES)


@act.register
def _(event: events.BallHit, stage: Stage) -> None:
    stage.tell_game("TAGame.GameEvent_Soccar_TA:bBallHasBeenHit", values.flag(event.hit))


@act.register
def _(event: events.Touch, stage: Stage) -> None:
    stage.tell(stage.ball(), "TAGame.Ball_TA:HitTeamNum", values.byte(event.team))


@act.register
def _(event: events.Goal, stage: Stage) -> None:
    scorer, team = event.scorer, event.scorer.team
    act(events.EnterPhase(Phase.AFTER_GOAL), stage)
    act(events.Announce("Goal"), stage)
    goals = stage.tallies.get((scorer, Counter.GOALS), 0) + 1
    act(events.Tally(scorer, Counter.GOALS, goals), stage)
    stage.tell_game("TAGame.GameEvent_Soccar_TA:ReplicatedScoredOnTeam", values.byte(1 - team))
    stage.team_scores[team] += 1
    score = values.number(stage.team_scores[team])
    stage.tell(stage.teams[team], "Engine.TeamInfo:Score", score)
    effect = stage.table.objects.place(_GOAL_EFFECT)
    explosion = values.explosion(effect, stage.player(scorer), event.ball)
    stage.tell(stage.ball(), "TAGame.Ball_TA:ReplicatedExplosionDataExtended", explosion)


@act.register
def _(event: events.Tally, stage: Stage) -> None:
    stage.tallies[event.player, event.counter] = event.value
    player = stage.player(event.player)
    stage.tell(player, f"TAGame.PRI_TA:{event.counter}", values.number(event.value))


@act.register
def _(event: events.Announce, stage: Stage) -> None:
    named = stage.object_link(f"StatEvents.Events.{event.name}")
    stage.tell_game("TAGame.GameEvent_Soccar_TA:ReplicatedStatEvent", named)


@act.register
def _(event: events.Boost, stage: Stage) -> None:
    car = stage.car(event.player)
    attribute = stage.dialect.boost
    new = attribute is BoostAttribute.NEW
    amount = values.replicated_boost(car.grants, event.amount) if new else values.byte(event.amount)
    stage.tell(car.components[Component.BOOST], f"TAGame.CarComponent_Boost_TA:{attribute}", amount)


@act.register
def _(event: events.Work, stage: Stage) -> None:
    car, part = stage.car(event.player), event.component
    actor = car.components[part]
    if car.switched[part] % 2 != event.on:
        car.switched[part] += 1
    active = values.byte(car.switched[part] % 256)
    stage.tell(actor, "TAGame.CarComponent_TA:ReplicatedActive", active)
    if event.torque is not None:
        torque = values.hundredths(event.torque)
        stage.tell(actor, "TAGame.CarComponent_Dodge_TA:DodgeTorque", torque)


@act.register
def _(event: events.Inputs, stage: Stage) -> None:
    car = stage.car(event.player).actor
    for name, value in (("Throttle", event.throttle), ("Steer", event.steer)):
        if value is not None:
            step = min(255, max(0, round(_INPUT_MIDDLE + value * _INPUT_SPAN)))
            stage.tell(car, f"TAGame.Vehicle_TA:Replicated{name}", values.byte(step))
    if event.handbrake is not None:
        pulled = values.flag(event.handbrake)
        stage.tell(car, "TAGame.Vehicle_TA:bReplicatedHandbrake", pulled)


@act.register
def _(event: events.BallCam, stage: Stage) -> None:
    camera = stage.camera(event.player)
    attribute = "TAGame.CameraSettingsActor_TA:bUsingSecondaryCamera"
    stage.tell(camera, attribute, values.flag(event.on))


@act.register
def _(event: events.DodgeRefresh, stage: Stage) -> None:
    car = stage.car(event.player).actor
    stage.tell(car, "TAGame.Car_TA:DodgesRefreshedCounter", values.number(event.count))


@act.register
def _(event: events.Pickup, stage: Stage) -> None:
    car = stage.car(event.player)
    car.grants += 1
    _tell_pad(stage, event.pad, car.actor)
    act(events.Boost(event.player, event.amount), stage)


@act.register
def _(event: events.PadReturn, stage: Stage) -> None:
    _tell_pad(stage, event.pad, None)


@act.register
def _(event: events.Demolition, stage: Stage) -> None:
    attacker = event.attacker
    wreck = stage.wreck(event.victim)
    report = DemolitionReport(
        wreck,
        stage.car(attacker).actor if attacker else values.NO_ACTOR,
        stage.player(attacker) if attacker else values.NO_ACTOR,
        event.attacker_velocity,
        event.victim_velocity,
    )
    attribute = stage.dialect.demolition
    stage.tell(wreck, f"TAGame.Car_TA:{attribute}", report.packed(attribute))


@act.register
def _(event: events.Leave, stage: Stage) -> None:
    stage.leave(event.player)


@act.register
def _(event: events.Spectate, stage: Stage) -> None:
    stage.player(event.player, spectator=True)


@act.register
def _(event: events.FutureAttribute, stage: Stage) -> None:
    stage.tell(stage.car(event.player).actor, "TAGame.Car_TA:NotYetInvented", values.byte(1))


def _tell_pad(stage: Stage, pad: int, car: int | None) -> None:
    actor = stage.pad(pad)
    attribute = stage.dialect.pickup
    if attribute is PickupAttribute.OLD:
        report = values.pickup(car)
    else:
        stage.pad_counts[pad] += 2 if car is not None else 0
        report = values.new_pickup(car, stage.pad_counts[pad] % 254)
    stage.tell(actor, f"TAGame.VehiclePickup_TA:{attribute}", report)
