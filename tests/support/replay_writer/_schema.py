"""The classes of the game that a script needs, with the attributes they replicate."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Spawn(Enum):
    """What a new actor says about its place."""

    NOWHERE = 0
    PLACE = 1
    PLACE_AND_TURN = 2


class GameClass(NamedTuple):
    """A class: its parent, the attributes it adds, and how it spawns if not as its parent."""

    parent: str | None
    attributes: tuple[str, ...] = ()
    spawn: Spawn | None = None


# Parents stand before children: stream ids count up from parent to child.
CLASSES: dict[str, GameClass] = {
    "Core.Object": GameClass(None, spawn=Spawn.NOWHERE),
    "Engine.Actor": GameClass(
        "Core.Object",
        (
            "DrawScale",
            "bTearOff",
            "bNetOwner",
            "bHidden",
            "bCollideActors",
            "bCollideWorld",
            "bBlockActors",
            "Role",
            "RemoteRole",
            "Rotation",
        ),
        Spawn.PLACE,
    ),
    "Engine.Info": GameClass("Engine.Actor"),
    "Engine.ReplicationInfo": GameClass("Engine.Info"),
    "Engine.TeamInfo": GameClass("Engine.Info", ("Score",)),
    "Engine.GameReplicationInfo": GameClass("Engine.ReplicationInfo", ("ServerName",)),
    "ProjectX.GRI_X": GameClass(
        "Engine.GameReplicationInfo",
        ("ReplicatedGamePlaylist", "ReplicatedServerRegion", "MatchGUID", "bGameStarted"),
    ),
    "TAGame.GRI_TA": GameClass("ProjectX.GRI_X"),
    "Engine.PlayerReplicationInfo": GameClass(
        "Engine.ReplicationInfo",
        ("UniqueId", "PlayerName", "Team", "PlayerID", "Ping", "bBot", "bIsSpectator", "Score"),
    ),
    "ProjectX.PRI_X": GameClass("Engine.PlayerReplicationInfo"),
    "TAGame.PRI_TA": GameClass(
        "ProjectX.PRI_X",
        (
            "MatchScore",
            "MatchGoals",
            "MatchAssists",
            "MatchSaves",
            "MatchShots",
            "MatchDemolishes",
            "ClientLoadouts",
            "SteeringSensitivity",
            "PersistentCamera",
            "ReplicatedGameEvent",
        ),
    ),
    "Engine.Pawn": GameClass("Engine.Actor", ("PlayerReplicationInfo",)),
    "ProjectX.Pawn_X": GameClass("Engine.Pawn"),
    "TAGame.RBActor_TA": GameClass(
        "ProjectX.Pawn_X", ("bFrozen", "bReplayActor", "ReplicatedRBState"), Spawn.PLACE_AND_TURN
    ),
    "TAGame.Ball_TA": GameClass(
        "TAGame.RBActor_TA", ("GameEvent", "HitTeamNum", "ReplicatedExplosionDataExtended")
    ),
    "TAGame.Vehicle_TA": GameClass(
        "TAGame.RBActor_TA",
        ("bDriving", "bReplicatedHandbrake", "ReplicatedSteer", "ReplicatedThrottle"),
    ),
    "TAGame.Car_TA": GameClass(
        "TAGame.Vehicle_TA",
        (
            "DodgesRefreshedCounter",
            "ReplicatedDemolish",
            "ReplicatedDemolish_CustomFX",
            "ReplicatedDemolishGoalExplosion",
            "ReplicatedDemolishExtended",
            "NotYetInvented",
        ),
    ),
    "TAGame.CarComponent_TA": GameClass("Engine.ReplicationInfo", ("Vehicle", "ReplicatedActive")),
    "TAGame.CarComponent_AirActivate_TA": GameClass(
        "TAGame.CarComponent_TA", ("AirActivateCount",)
    ),
    "TAGame.CarComponent_Boost_TA": GameClass(
        "TAGame.CarComponent_AirActivate_TA", ("ReplicatedBoostAmount", "ReplicatedBoost")
    ),
    "TAGame.CarComponent_Dodge_TA": GameClass(
        "TAGame.CarComponent_AirActivate_TA", ("DodgeTorque",)
    ),
    "TAGame.CarComponent_DoubleJump_TA": GameClass("TAGame.CarComponent_AirActivate_TA"),
    "TAGame.CarComponent_Jump_TA": GameClass("TAGame.CarComponent_TA"),
    "TAGame.CarComponent_FlipCar_TA": GameClass("TAGame.CarComponent_TA"),
    "TAGame.CameraSettingsActor_TA": GameClass(
        "Engine.ReplicationInfo", ("PRI", "ProfileSettings", "bUsingSecondaryCamera")
    ),
    "TAGame.VehiclePickup_TA": GameClass(
        "Engine.ReplicationInfo", ("ReplicatedPickupData", "NewReplicatedPickupData")
    ),
    "TAGame.VehiclePickup_Boost_TA": GameClass("TAGame.VehiclePickup_TA", spawn=Spawn.NOWHERE),
    "TAGame.Team_TA": GameClass("Engine.TeamInfo", ("GameEvent",)),
    "TAGame.Team_Soccar_TA": GameClass("TAGame.Team_TA"),
    "TAGame.GameEvent_TA": GameClass(
        "Engine.ReplicationInfo",
        (
            "ReplicatedStateName",
            "ReplicatedGameStateTimeRemaining",
            "ReplicatedRoundCountDownNumber",
            "MatchTypeClass",
            "MatchStartEpoch",
        ),
    ),
    "TAGame.GameEvent_Team_TA": GameClass("TAGame.GameEvent_TA", ("MaxTeamSize", "bForfeit")),
    "TAGame.GameEvent_Soccar_TA": GameClass(
        "TAGame.GameEvent_Team_TA",
        (
            "SecondsRemaining",
            "bOverTime",
            "bMatchEnded",
            "bBallHasBeenHit",
            "ReplicatedScoredOnTeam",
            "ReplicatedStatEvent",
            "RoundNum",
        ),
    ),
    "TAGame.GameEvent_SoccarPrivate_TA": GameClass(
        "TAGame.GameEvent_Soccar_TA", ("MatchSettings",)
    ),
}

# Archetype of each actor a script can put on the field, and its class.
GAME = "Archetypes.GameEvent.GameEvent_Soccar"
PRIVATE_GAME = "Archetypes.GameEvent.GameEvent_SoccarPrivate"
SERVER = "GameInfo_Soccar.GameInfo.GameInfo_Soccar:GameReplicationInfoArchetype"
TEAMS = ("Archetypes.Teams.Team0", "Archetypes.Teams.Team1")
PLAYER = "TAGame.Default__PRI_TA"
CAMERA = "TAGame.Default__CameraSettingsActor_TA"
CAR = "Archetypes.Car.Car_Default"
COMPONENT = "Archetypes.CarComponents.CarComponent_"
PAD = "TheWorld:PersistentLevel.VehiclePickup_Boost_TA"

ARCHETYPES: dict[str, str] = {
    GAME: "TAGame.GameEvent_Soccar_TA",
    PRIVATE_GAME: "TAGame.GameEvent_SoccarPrivate_TA",
    SERVER: "TAGame.GRI_TA",
    TEAMS[0]: "TAGame.Team_Soccar_TA",
    TEAMS[1]: "TAGame.Team_Soccar_TA",
    PLAYER: "TAGame.PRI_TA",
    CAMERA: "TAGame.CameraSettingsActor_TA",
    CAR: "TAGame.Car_TA",
    **{
        f"{COMPONENT}{part}": f"TAGame.CarComponent_{part}_TA"
        for part in ("Boost", "Jump", "DoubleJump", "Dodge", "FlipCar")
    },
}


def class_of(archetype: str) -> str:
    """The class of an archetype; balls and boost pads go by their names."""
    if archetype.startswith("Archetypes.Ball."):
        return "TAGame.Ball_TA"
    if PAD in archetype:
        return "TAGame.VehiclePickup_Boost_TA"
    return ARCHETYPES[archetype]


def spawn_of(name: str | None) -> Spawn:
    """How a class spawns: its own way or its nearest ancestor's."""
    while name is not None:
        if (spawn := CLASSES[name].spawn) is not None:
            return spawn
        name = CLASSES[name].parent
    return Spawn.NOWHERE
