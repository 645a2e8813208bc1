//! First pass over the frames: who sat where and when, and the facts that are sent once.
//!
//! A seat is one life of a player replication info. The second pass numbers them the same way,
//! so a seat number found here is good there.

use crate::actors::{Actor, Actors, Birth, NONE};
use crate::links::Links;
use crate::net_facts::NetFacts;
use crate::objects::{Field, Kind, Objects};
use crate::spawn_boost::SpawnBoost;
use boxcars::{Attribute, CamSettings, Frame, Loadout, UniqueId, UpdatedAttribute};

/// Seats beyond this are damage; a match has some dozen. Bounds the work per frame.
const MAX_SEATS: usize = 1024;

/// One stay of a player replication info.
#[derive(Clone, Debug, Default)]
pub struct Seat {
    pub id: Option<UniqueId>,
    pub name: Option<String>,
    pub bot: bool,
    pub spectator: bool,
    /// First frame of the stay.
    pub born: usize,
    /// Time on a team: first frame, first frame after, team.
    pub stays: Vec<(usize, usize, i8)>,
    pub camera: Option<CamSettings>,
    pub steering_sensitivity: Option<f32>,
    /// Product of the car body per team.
    pub bodies: [Option<u32>; 2],
    pub title: Option<i32>,
    pub had_car: bool,
    pub team_actor: Option<i32>,
    pub alive: bool,
}

#[derive(Default)]
struct CameraActor {
    player: Option<i32>,
    settings: Option<CamSettings>,
    changed: bool,
}

pub struct Survey<'a> {
    objects: &'a Objects,
    names: &'a [String],
    actors: Actors,
    pub seats: Vec<Seat>,
    pub facts: NetFacts,
    cameras: Vec<CameraActor>,
    drivers: Vec<i32>,
    tanks: SpawnBoost,
    links: Links,
}

/// What the first pass finds.
pub struct Surveyed {
    pub seats: Vec<Seat>,
    pub facts: NetFacts,
    pub links: Links,
    /// Boost of a new car, raw.
    pub spawn_boost: u8,
}

impl<'a> Survey<'a> {
    pub fn new(objects: &'a Objects, names: &'a [String]) -> Self {
        Self {
            objects,
            names,
            actors: Actors::default(),
            seats: Vec::new(),
            facts: NetFacts::default(),
            cameras: Vec::new(),
            drivers: Vec::new(),
            tanks: SpawnBoost::default(),
            links: Links::default(),
        }
    }

    pub fn run(mut self, frames: &[Frame]) -> Surveyed {
        for (at, frame) in frames.iter().enumerate() {
            self.step(at, frame);
        }
        for seat in 0..self.seats.len() {
            self.end_stay(seat, frames.len());
        }
        let spawn_boost = self.tanks.usual();
        Surveyed { seats: self.seats, facts: self.facts, links: self.links, spawn_boost }
    }

    fn step(&mut self, at: usize, frame: &Frame) {
        for id in &frame.deleted_actors {
            if let Some(actor) = self.actors.remove(id.0) {
                self.forget(actor, at);
            }
        }
        for new in &frame.new_actors {
            self.announce(at, new.actor_id.0, new.object_id.0);
        }
        let mut social = false;
        for update in &frame.updated_actors {
            social |= self.update(update);
        }
        if social {
            self.settle(at);
        }
        self.links.settle(&self.actors);
    }

    fn forget(&mut self, actor: Actor, at: usize) {
        match actor.kind {
            Kind::Player => self.stand_up(actor.index, at),
            kind if kind.is_component() => self.links.remove(actor.index),
            _ => {}
        }
    }

    fn announce(&mut self, at: usize, id: i32, object: i32) {
        let kind = self.objects.kind(object);
        let index = match kind {
            Kind::Player if self.seats.len() >= MAX_SEATS => NONE as usize,
            Kind::Player => self.seats.len(),
            Kind::Camera => self.cameras.len(),
            Kind::Car => self.links.next_car(),
            kind if kind.is_component() => self.links.next_component(),
            _ => 0,
        };
        if let Some(old) = self.actors.get(id)
            && old.alive
            && old.object != object
        {
            self.forget(old, at);
        }
        if self.actors.announce(id, object, kind, index as u32) != Birth::New {
            return;
        }
        match kind {
            Kind::Player if index < MAX_SEATS => {
                self.seats.push(Seat { born: at, alive: true, ..Seat::default() })
            }
            Kind::Camera => self.cameras.push(CameraActor::default()),
            Kind::Ball => self.note_ball(object),
            Kind::Car => self.links.add_car(),
            kind if kind.is_component() => {
                self.links.add_component();
                self.tanks.add();
            }
            _ => {}
        }
    }

    fn note_ball(&mut self, object: i32) {
        let name = usize::try_from(object).ok().and_then(|at| self.names.get(at));
        if let Some(name) = name
            && !self.facts.balls.contains(name)
        {
            self.facts.balls.push(name.clone());
        }
    }

    /// Notes one update; true when teams or links may have changed.
    fn update(&mut self, update: &UpdatedAttribute) -> bool {
        let field = self.objects.field(update.object_id.0);
        if matches!(field, Field::Ignored | Field::RigidBody | Field::Steer | Field::Throttle) {
            return false;
        }
        let attribute = &update.attribute;
        let actor = self.actors.get(update.actor_id.0).filter(|actor| actor.index != NONE);
        let (kind, index) = actor.map_or((Kind::Other, 0), |actor| (actor.kind, actor.index));
        match kind {
            Kind::Player => {
                self.seats.get_mut(index as usize).is_some_and(|seat| seat.update(field, attribute))
            }
            Kind::Camera => self
                .cameras
                .get_mut(index as usize)
                .is_some_and(|camera| camera.update(field, attribute)),
            kind if kind.is_component() => {
                self.update_component(index, field, attribute);
                false
            }
            _ => self.update_other(field, attribute),
        }
    }

    fn update_component(&mut self, index: u32, field: Field, attribute: &Attribute) {
        match (field, attribute) {
            (Field::Vehicle, Attribute::ActiveActor(car)) => self.links.note(index, car.actor.0),
            (Field::Boost | Field::BoostAmount, _) => self.tanks.update(index as usize, attribute),
            _ => {}
        }
    }

    fn update_other(&mut self, field: Field, attribute: &Attribute) -> bool {
        if let (Field::CarPlayer, Attribute::ActiveActor(link)) = (field, attribute) {
            self.drivers.push(link.actor.0);
            return true;
        }
        self.facts.update(field, attribute, self.names);
        false
    }

    /// Follows the links once the whole frame is known, for they come in any order.
    fn settle(&mut self, at: usize) {
        for id in std::mem::take(&mut self.drivers) {
            if let Some(seat) = self.actors.index(id, Kind::Player) {
                self.seats[seat as usize].had_car = true;
            }
        }
        for camera in self.cameras.iter_mut().filter(|camera| camera.changed) {
            if let (Some(player), Some(settings)) = (camera.player, camera.settings)
                && let Some(seat) = self.actors.index(player, Kind::Player)
            {
                self.seats[seat as usize].camera = Some(settings);
                camera.changed = false;
            }
        }
        for seat in 0..self.seats.len() {
            self.change_team(seat, at);
        }
    }

    fn change_team(&mut self, seat: usize, at: usize) {
        let team = self.team_of(seat);
        let seat = &mut self.seats[seat];
        let current = seat.stays.last().filter(|stay| stay.1 == usize::MAX).map(|stay| stay.2);
        if !seat.alive || current == team {
            return;
        }
        if let Some(stay) = seat.stays.last_mut() {
            stay.1 = stay.1.min(at);
        }
        if let Some(team) = team {
            seat.stays.push((at, usize::MAX, team));
        }
    }

    fn team_of(&self, seat: usize) -> Option<i8> {
        let seat = &self.seats[seat];
        if seat.spectator {
            return None;
        }
        match self.actors.get(seat.team_actor?)?.kind {
            Kind::Team(team) => i8::try_from(team).ok(),
            _ => None,
        }
    }

    fn stand_up(&mut self, seat: u32, at: usize) {
        self.end_stay(seat as usize, at);
        if let Some(seat) = self.seats.get_mut(seat as usize) {
            seat.alive = false;
        }
    }

    fn end_stay(&mut self, seat: usize, at: usize) {
        if let Some(stay) = self.seats.get_mut(seat).and_then(|seat| seat.stays.last_mut()) {
            stay.1 = stay.1.min(at);
        }
    }
}

impl Seat {
    /// Notes a property; true when the team may have changed.
    fn update(&mut self, field: Field, attribute: &Attribute) -> bool {
        match (field, attribute) {
            (Field::UniqueId, Attribute::UniqueId(id)) => self.id = Some((**id).clone()),
            (Field::PlayerName, Attribute::String(name)) => self.name = Some(name.clone()),
            (Field::Bot, Attribute::Boolean(bot)) => self.bot = *bot,
            (Field::PlayerCamera, Attribute::CamSettings(camera)) => self.camera = Some(**camera),
            (Field::SteeringSensitivity, Attribute::Float(value)) => {
                self.steering_sensitivity = Some(*value)
            }
            (Field::Title, Attribute::Int(title)) => self.title = Some(*title),
            (Field::Loadout, Attribute::Loadout(one)) => self.bodies = [body(one), body(one)],
            (Field::Loadouts, Attribute::TeamLoadout(two)) => {
                self.bodies = [body(&two.blue), body(&two.orange)]
            }
            (Field::Spectator, Attribute::Boolean(spectator)) => {
                self.spectator = *spectator;
                return true;
            }
            (Field::PlayerTeam, Attribute::ActiveActor(team)) => {
                self.team_actor = Some(team.actor.0).filter(|id| *id >= 0);
                return true;
            }
            _ => {}
        }
        false
    }
}

fn body(loadout: &Loadout) -> Option<u32> {
    (loadout.body != 0).then_some(loadout.body)
}

impl CameraActor {
    fn update(&mut self, field: Field, attribute: &Attribute) -> bool {
        match (field, attribute) {
            (Field::CameraPlayer, Attribute::ActiveActor(player)) => {
                self.player = Some(player.actor.0)
            }
            (Field::CameraProfile, Attribute::CamSettings(settings)) => {
                self.settings = Some(**settings)
            }
            _ => return false,
        }
        self.changed = true;
        true
    }
}
