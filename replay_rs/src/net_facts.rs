//! Facts that are sent once or again and again, whatever happens on the field.

use crate::objects::Field;
use boxcars::Attribute;

/// Facts of the match that only the frames tell.
#[derive(Clone, Debug, Default)]
pub struct NetFacts {
    pub match_guid: Option<String>,
    pub playlist: Option<i32>,
    pub server_name: Option<String>,
    pub server_region: Option<String>,
    pub match_class: Option<String>,
    pub start_epoch: Option<i64>,
    pub mutators: Option<String>,
    pub team_size: Option<i32>,
    pub overtime: bool,
    pub forfeit: bool,
    /// Archetypes of all balls, in order of appearance.
    pub balls: Vec<String>,
}

impl NetFacts {
    pub fn update(&mut self, field: Field, attribute: &Attribute, names: &[String]) {
        match (field, attribute) {
            (Field::MatchGuid, Attribute::String(guid)) => keep(&mut self.match_guid, guid),
            (Field::ServerName, Attribute::String(name)) => keep(&mut self.server_name, name),
            (Field::ServerRegion, Attribute::String(region)) => {
                keep(&mut self.server_region, region)
            }
            (Field::Playlist, Attribute::Int(playlist)) => self.playlist = Some(*playlist),
            (Field::TeamSize, Attribute::Int(size)) => self.team_size = Some(*size),
            (Field::StartEpoch, Attribute::Int64(epoch)) => self.start_epoch = Some(*epoch),
            (Field::Mutators, Attribute::PrivateMatch(settings)) => {
                keep(&mut self.mutators, &settings.mutators)
            }
            (Field::Overtime, Attribute::Boolean(overtime)) => self.overtime |= *overtime,
            (Field::Forfeit, Attribute::Boolean(forfeit)) => self.forfeit |= *forfeit,
            (Field::MatchType, Attribute::ActiveActor(class)) => {
                let name = usize::try_from(class.actor.0).ok().and_then(|at| names.get(at));
                self.match_class = name.cloned().or_else(|| self.match_class.take());
            }
            _ => {}
        }
    }
}

fn keep(slot: &mut Option<String>, value: &str) {
    if slot.is_none() && !value.is_empty() {
        *slot = Some(value.to_owned());
    }
}
