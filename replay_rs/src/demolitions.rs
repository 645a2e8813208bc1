//! Demolitions from every generation of the property.

use crate::actors::Actors;
use crate::events::{self, Event};
use crate::objects::Kind;
use boxcars::Attribute;

/// Who wrecked whom, as the update says it: actors of cars and of the attacker's seat.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Demolition {
    pub victim_car: Option<i32>,
    pub attacker_car: Option<i32>,
    pub attacker_seat: Option<i32>,
    /// The car blew up by itself, as in the blast of a goal.
    pub own_doing: bool,
}

impl Demolition {
    pub fn read(attribute: &Attribute) -> Option<Self> {
        let named = |flag: bool, actor: boxcars::ActorId| (flag && actor.0 >= 0).then_some(actor.0);
        match attribute {
            Attribute::Demolish(d) => Some(Self {
                victim_car: named(d.victim_flag, d.victim),
                attacker_car: named(d.attacker_flag, d.attacker),
                ..Self::default()
            }),
            Attribute::DemolishFx(d) => Some(Self {
                victim_car: named(d.victim_flag, d.victim),
                attacker_car: named(d.attacker_flag, d.attacker),
                ..Self::default()
            }),
            Attribute::DemolishExtended(d) => Some(Self {
                victim_car: named(d.victim.active, d.victim.actor),
                attacker_car: named(d.attacker.active, d.attacker.actor),
                attacker_seat: named(d.attacker_pri.active, d.attacker_pri.actor),
                own_doing: d.self_demolish || d.goal_explosion_owner.active,
            }),
            _ => None,
        }
    }

    /// The update names an attacker other than the victim.
    pub fn is_attack(&self) -> bool {
        let attacker = self.attacker_car.is_some() || self.attacker_seat.is_some();
        attacker && !self.own_doing && self.attacker_car != self.victim_car
    }
}

/// Counts every wreck once: a car is wrecked one time, and key frames repeat the update.
#[derive(Default)]
pub struct Demolitions {
    pending: Vec<(i32, Demolition)>,
    pub unattributed: usize,
}

/// A wreck with the indexes of the cars involved.
pub struct Wreck {
    pub victim: u32,
    pub attacker: Option<u32>,
    pub attacker_seat: Option<u32>,
    pub attack: bool,
}

impl Demolitions {
    /// Keeps an update until all links of the frame are known.
    pub fn note(&mut self, actor: i32, attribute: &Attribute) {
        self.pending.extend(Demolition::read(attribute).map(|demolition| (actor, demolition)));
    }

    pub fn wrecks(&mut self, actors: &Actors) -> Vec<Wreck> {
        std::mem::take(&mut self.pending)
            .into_iter()
            .filter_map(|(actor, demolition)| {
                let victim = demolition.victim_car.unwrap_or(actor);
                Some(Wreck {
                    victim: actors.index(victim, Kind::Car)?,
                    attacker: demolition.attacker_car.and_then(|car| actors.index(car, Kind::Car)),
                    attacker_seat: demolition
                        .attacker_seat
                        .and_then(|seat| actors.index(seat, Kind::Player)),
                    attack: demolition.is_attack(),
                })
            })
            .collect()
    }

    pub fn event(&mut self, frame: usize, attacker: Option<usize>, victim: Option<usize>) -> Event {
        self.unattributed += usize::from(attacker.is_none() || victim.is_none());
        Event::new(events::DEMOLITION, frame).by(attacker).on(victim)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use boxcars::{ActiveActor, ActorId, DemolishExtended, Vector3f};

    fn link(actor: i32) -> ActiveActor {
        ActiveActor { active: actor >= 0, actor: ActorId(actor) }
    }

    fn extended(attacker: i32, victim: i32, blast: i32) -> Demolition {
        let zero = Vector3f { x: 0.0, y: 0.0, z: 0.0 };
        Demolition::read(&Attribute::DemolishExtended(Box::new(DemolishExtended {
            attacker_pri: link(-1),
            self_demo: link(-1),
            self_demolish: false,
            goal_explosion_owner: link(blast),
            attacker: link(attacker),
            victim: link(victim),
            attacker_velocity: zero,
            victim_velocity: zero,
        })))
        .unwrap()
    }

    #[test]
    fn only_another_car_is_an_attacker() {
        assert!(extended(4, 9, -1).is_attack());
        assert!(!extended(9, 9, -1).is_attack());
        assert!(!extended(-1, 9, -1).is_attack());
        assert!(!extended(4, 9, 2).is_attack());
    }
}
