//! What the object names of a replay mean, resolved once into dense tables so that the hot
//! loop never compares a string.

/// Role of an actor, from the archetype it was spawned with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Other,
    Car,
    Ball,
    Boost,
    Jump,
    DoubleJump,
    Dodge,
    /// A player replication info: the scoreboard line of one seat.
    Player,
    Team(u8),
    Camera,
    Pad,
}

impl Kind {
    /// A part that hangs on a car and switches on and off.
    pub fn is_component(self) -> bool {
        matches!(self, Self::Boost | Self::Jump | Self::DoubleJump | Self::Dodge)
    }
}

/// A replicated property we read; everything else is `Ignored`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Ignored,
    RigidBody,
    Throttle,
    Steer,
    Handbrake,
    CarPlayer,
    Demolish,
    DodgesRefreshed,
    Active,
    Vehicle,
    BoostAmount,
    Boost,
    UnlimitedBoost,
    UnlimitedBoostCount,
    NoBoost,
    DodgeTorque,
    PickupOld,
    PickupNew,
    CameraPlayer,
    CameraProfile,
    SecondaryCamera,
    PlayerSecondaryCamera,
    PlayerCamera,
    UniqueId,
    PlayerName,
    PlayerTeam,
    Bot,
    Spectator,
    Loadout,
    Loadouts,
    SteeringSensitivity,
    Title,
    /// Counter of the scoreboard: score, goals, assists, saves, shots.
    Tally(u8),
    TeamScore,
    StateName,
    Countdown,
    SecondsRemaining,
    Overtime,
    BallHit,
    MatchEnded,
    Forfeit,
    StatEvent,
    HitTeam,
    MatchGuid,
    Playlist,
    ServerName,
    ServerRegion,
    MatchType,
    StartEpoch,
    Mutators,
    TeamSize,
}

const FIELDS: &[(&str, Field)] = &[
    ("TAGame.RBActor_TA:ReplicatedRBState", Field::RigidBody),
    ("TAGame.Vehicle_TA:ReplicatedThrottle", Field::Throttle),
    ("TAGame.Vehicle_TA:ReplicatedSteer", Field::Steer),
    ("TAGame.Vehicle_TA:bReplicatedHandbrake", Field::Handbrake),
    ("Engine.Pawn:PlayerReplicationInfo", Field::CarPlayer),
    ("TAGame.Car_TA:ReplicatedDemolish", Field::Demolish),
    ("TAGame.Car_TA:ReplicatedDemolish_CustomFX", Field::Demolish),
    ("TAGame.Car_TA:ReplicatedDemolishGoalExplosion", Field::Demolish),
    ("TAGame.Car_TA:ReplicatedDemolishExtended", Field::Demolish),
    ("TAGame.Car_TA:DodgesRefreshedCounter", Field::DodgesRefreshed),
    ("TAGame.CarComponent_TA:ReplicatedActive", Field::Active),
    ("TAGame.CarComponent_TA:Vehicle", Field::Vehicle),
    ("TAGame.CarComponent_Boost_TA:ReplicatedBoostAmount", Field::BoostAmount),
    ("TAGame.CarComponent_Boost_TA:ReplicatedBoost", Field::Boost),
    ("TAGame.CarComponent_Boost_TA:bUnlimitedBoost", Field::UnlimitedBoost),
    ("TAGame.CarComponent_Boost_TA:UnlimitedBoostRefCount", Field::UnlimitedBoostCount),
    ("TAGame.CarComponent_Boost_TA:bNoBoost", Field::NoBoost),
    ("TAGame.CarComponent_Dodge_TA:DodgeTorque", Field::DodgeTorque),
    ("TAGame.VehiclePickup_TA:ReplicatedPickupData", Field::PickupOld),
    ("TAGame.VehiclePickup_TA:NewReplicatedPickupData", Field::PickupNew),
    ("TAGame.CameraSettingsActor_TA:PRI", Field::CameraPlayer),
    ("TAGame.CameraSettingsActor_TA:ProfileSettings", Field::CameraProfile),
    ("TAGame.CameraSettingsActor_TA:bUsingSecondaryCamera", Field::SecondaryCamera),
    ("TAGame.PRI_TA:bUsingSecondaryCamera", Field::PlayerSecondaryCamera),
    ("TAGame.PRI_TA:CameraSettings", Field::PlayerCamera),
    ("Engine.PlayerReplicationInfo:UniqueId", Field::UniqueId),
    ("Engine.PlayerReplicationInfo:PlayerName", Field::PlayerName),
    ("Engine.PlayerReplicationInfo:Team", Field::PlayerTeam),
    ("Engine.PlayerReplicationInfo:bBot", Field::Bot),
    ("Engine.PlayerReplicationInfo:bIsSpectator", Field::Spectator),
    ("TAGame.PRI_TA:ClientLoadout", Field::Loadout),
    ("TAGame.PRI_TA:ClientLoadouts", Field::Loadouts),
    ("TAGame.PRI_TA:SteeringSensitivity", Field::SteeringSensitivity),
    ("TAGame.PRI_TA:Title", Field::Title),
    ("TAGame.PRI_TA:MatchScore", Field::Tally(0)),
    ("TAGame.PRI_TA:MatchGoals", Field::Tally(1)),
    ("TAGame.PRI_TA:MatchAssists", Field::Tally(2)),
    ("TAGame.PRI_TA:MatchSaves", Field::Tally(3)),
    ("TAGame.PRI_TA:MatchShots", Field::Tally(4)),
    ("Engine.TeamInfo:Score", Field::TeamScore),
    ("TAGame.GameEvent_TA:ReplicatedStateName", Field::StateName),
    ("TAGame.GameEvent_TA:ReplicatedRoundCountDownNumber", Field::Countdown),
    ("TAGame.GameEvent_Soccar_TA:SecondsRemaining", Field::SecondsRemaining),
    ("TAGame.GameEvent_Soccar_TA:bOverTime", Field::Overtime),
    ("TAGame.GameEvent_Soccar_TA:bBallHasBeenHit", Field::BallHit),
    ("TAGame.GameEvent_Soccar_TA:bMatchEnded", Field::MatchEnded),
    ("Engine.GameReplicationInfo:bMatchIsOver", Field::MatchEnded),
    ("TAGame.GameEvent_Team_TA:bForfeit", Field::Forfeit),
    ("TAGame.GameEvent_Soccar_TA:ReplicatedStatEvent", Field::StatEvent),
    ("TAGame.Ball_TA:HitTeamNum", Field::HitTeam),
    ("ProjectX.GRI_X:MatchGUID", Field::MatchGuid),
    ("ProjectX.GRI_X:MatchGuid", Field::MatchGuid),
    ("ProjectX.GRI_X:ReplicatedGamePlaylist", Field::Playlist),
    ("Engine.GameReplicationInfo:ServerName", Field::ServerName),
    ("ProjectX.GRI_X:ReplicatedServerRegion", Field::ServerRegion),
    ("TAGame.GameEvent_TA:MatchTypeClass", Field::MatchType),
    ("TAGame.GameEvent_TA:MatchStartEpoch", Field::StartEpoch),
    ("TAGame.GameEvent_SoccarPrivate_TA:MatchSettings", Field::Mutators),
    ("TAGame.GameEvent_Team_TA:MaxTeamSize", Field::TeamSize),
];

/// Field and kind of every object id of one replay.
pub struct Objects {
    fields: Vec<Field>,
    kinds: Vec<Kind>,
}

impl Objects {
    pub fn new(names: &[String]) -> Self {
        Self {
            fields: names.iter().map(|name| field(name)).collect(),
            kinds: names.iter().map(|name| kind(name)).collect(),
        }
    }

    pub fn field(&self, object: i32) -> Field {
        usize::try_from(object)
            .ok()
            .and_then(|at| self.fields.get(at).copied())
            .unwrap_or(Field::Ignored)
    }

    pub fn kind(&self, object: i32) -> Kind {
        usize::try_from(object)
            .ok()
            .and_then(|at| self.kinds.get(at).copied())
            .unwrap_or(Kind::Other)
    }
}

fn field(name: &str) -> Field {
    FIELDS.iter().find(|(known, _)| *known == name).map_or(Field::Ignored, |(_, field)| *field)
}

fn kind(name: &str) -> Kind {
    if name.contains("VehiclePickup_Boost_TA") {
        return Kind::Pad;
    }
    if let Some(team) = name.strip_prefix("Archetypes.Teams.Team") {
        return team_number(team);
    }
    if name.starts_with("TAGame.Default__PRI_") {
        return Kind::Player;
    }
    if name == "TAGame.Default__CameraSettingsActor_TA" {
        return Kind::Camera;
    }
    if is_ball(name) {
        return Kind::Ball;
    }
    car_part(name)
}

fn team_number(suffix: &str) -> Kind {
    match suffix.bytes().last() {
        Some(b'0') => Kind::Team(0),
        Some(b'1') => Kind::Team(1),
        _ => Kind::Other,
    }
}

fn is_ball(name: &str) -> bool {
    name.strip_prefix("Archetypes.Ball.")
        .is_some_and(|ball| !ball.contains("Spawner") && !ball.starts_with("BallComponent"))
}

/// Cars and their components: `Archetypes.Car.*`, `…CarComponent_Boost`, and in modes with
/// their own car `…:CarArchetype` and `…:CarArchetype.Boost`.
fn car_part(name: &str) -> Kind {
    if name.starts_with("Archetypes.Car.")
        || name.ends_with(":CarArchetype")
        || name.ends_with("Archetype.CarArchetype")
        || name == "TAGame.Default__Car_TA"
    {
        return Kind::Car;
    }
    let part = name.rsplit(['.', ':']).next().unwrap_or(name);
    match part.strip_prefix("CarComponent_").unwrap_or(part) {
        "Boost" => Kind::Boost,
        "Jump" => Kind::Jump,
        "DoubleJump" => Kind::DoubleJump,
        "Dodge" => Kind::Dodge,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn archetypes_are_recognised() {
        let cases = [
            ("cs_p.TheWorld:PersistentLevel.VehiclePickup_Boost_TA_66", Kind::Pad),
            ("Archetypes.Teams.Team1", Kind::Team(1)),
            ("Archetypes.Teams.TeamWhite0", Kind::Team(0)),
            ("TAGame.Default__PRI_Breakout_TA", Kind::Player),
            ("Archetypes.Ball.CubeBall", Kind::Ball),
            ("Archetypes.Ball.Ball_RingSpawner", Kind::Other),
            ("Archetypes.Ball.BallComponent_KeepUp", Kind::Other),
            ("Archetypes.GameEvent.GameEvent_Season:CarArchetype", Kind::Car),
            ("Archetypes.KnockOut.GameEvent_Knockout:CarArchetype.Boost", Kind::Boost),
            ("Archetypes.CarComponents.CarComponent_DoubleJump", Kind::DoubleJump),
            ("Archetypes.Mutators.Mutator_Robin:Jump", Kind::Jump),
            ("Engine.WorldInfo", Kind::Other),
        ];
        for (name, expected) in cases {
            assert_eq!(kind(name), expected, "{name}");
        }
    }

    #[test]
    fn unknown_ids_are_ignored() {
        let objects = Objects::new(&["TAGame.Vehicle_TA:ReplicatedSteer".into()]);
        assert_eq!(objects.field(0), Field::Steer);
        assert_eq!(objects.field(7), Field::Ignored);
        assert_eq!(objects.kind(-1), Kind::Other);
    }
}
