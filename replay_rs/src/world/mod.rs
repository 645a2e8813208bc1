//! Second pass: follows every actor through the frames and writes the columns.

mod rows;
mod updates;

use crate::actors::{Actors, Birth, NONE};
use crate::body::Body;
use crate::car::{Car, Component};
use crate::columns::Columns;
use crate::demolitions::Demolitions;
use crate::events::Event;
use crate::links::Links;
use crate::objects::{Kind, Objects};
use crate::pads::{self, Pads};
use crate::phases::Phases;
use crate::roster::Roster;
use crate::scoreboard::Scoreboard;
use crate::stat_events::StatEvents;
use crate::units::{Pose, UNKNOWN3, Units};
use boxcars::Frame;

/// How long after a pickup its boost may arrive, in frames.
const GRANT_FRAMES: usize = 3;

#[derive(Default)]
struct BallActor {
    body: Body,
    /// Team that touched it last, -1 for none since the kickoff; and as last told.
    team: i8,
    told: Option<u8>,
}

#[derive(Default)]
struct CameraActor {
    player_actor: i32,
    ball_cam: bool,
}

/// A pickup whose boost has not arrived yet.
struct Awaited {
    pad: u32,
    tank: u32,
    boost: f32,
    until: usize,
}

/// What is known about the match before the second pass.
pub struct Setting<'a> {
    pub objects: &'a Objects,
    pub object_names: &'a [String],
    pub names: &'a [String],
    pub roster: &'a Roster,
    pub units: Units,
    /// Boost of a new car, raw.
    pub spawn_boost: u8,
    pub links: &'a Links,
    /// Rows of the key frames, in ascending order.
    pub keyframes: &'a [usize],
}

pub struct World<'a> {
    objects: &'a Objects,
    roster: &'a Roster,
    units: Units,
    spawn_boost: u8,
    links: &'a Links,
    keyframes: &'a [usize],
    actors: Actors,
    seats: u32,
    cars: Vec<Car>,
    live_cars: Vec<u32>,
    components: Vec<Component>,
    live_tanks: Vec<u32>,
    unlinked: Vec<u32>,
    balls: Vec<BallActor>,
    live_balls: Vec<u32>,
    cameras: Vec<CameraActor>,
    live_cameras: Vec<u32>,
    player_cams: Vec<Option<bool>>,
    demolitions: Demolitions,
    pads: Pads,
    awaited: Vec<Awaited>,
    stats: StatEvents<'a>,
    phases: Phases<'a>,
    board: Scoreboard,
    columns: Columns,
    events: Vec<Event>,
    /// Car each player drives in this frame, and the wreck of the last one until the respawn.
    driven: Vec<Option<u32>>,
    wrecks: Vec<Option<u32>>,
    /// Cars wrecked in this frame.
    fresh_wrecks: Vec<u32>,
    /// Where each player's car was last shown, and its boost.
    shown: Vec<Option<(Pose, f32)>>,
    time_s: f32,
}

/// What the second pass leaves behind.
pub struct Outcome<'a> {
    pub columns: Columns,
    pub events: Vec<Event>,
    pub board: Scoreboard,
    pub pads: Pads,
    pub stats: StatEvents<'a>,
    pub unattributed_demolitions: usize,
}

impl<'a> World<'a> {
    pub fn new(setting: Setting<'a>, rows: usize) -> Self {
        let Setting { objects, object_names, names, roster, units, .. } = setting;
        let players = roster.players.len();
        Self {
            objects,
            roster,
            units,
            spawn_boost: setting.spawn_boost,
            links: setting.links,
            keyframes: setting.keyframes,
            actors: Actors::default(),
            seats: 0,
            cars: Vec::new(),
            live_cars: Vec::new(),
            components: Vec::new(),
            live_tanks: Vec::new(),
            unlinked: Vec::new(),
            balls: Vec::new(),
            live_balls: Vec::new(),
            cameras: Vec::new(),
            live_cameras: Vec::new(),
            player_cams: vec![None; players],
            demolitions: Demolitions::default(),
            pads: Pads::new(object_names.len()),
            awaited: Vec::new(),
            stats: StatEvents::new(object_names),
            phases: Phases::new(names),
            board: Scoreboard::new(players),
            columns: Columns::new(rows, players),
            events: Vec::new(),
            driven: vec![None; players],
            wrecks: vec![None; players],
            fresh_wrecks: Vec::new(),
            shown: vec![None; players],
            time_s: f32::NAN,
        }
    }

    pub fn run(mut self, frames: &[Frame]) -> Outcome<'a> {
        for (row, frame) in frames.iter().enumerate() {
            self.step(row, frame);
        }
        for (slot, player) in self.roster.players.iter().enumerate() {
            for (from, to) in &player.stays {
                self.columns.seat(slot, *from, *to);
            }
        }
        self.columns.clear_unseated();
        Outcome {
            columns: self.columns,
            events: self.events,
            board: self.board,
            pads: self.pads,
            stats: self.stats,
            unattributed_demolitions: self.demolitions.unattributed,
        }
    }

    /// Removals come first: at a kickoff the old cars go and the new ones come in one frame.
    fn step(&mut self, row: usize, frame: &Frame) {
        let seconds = frame.time - self.time_s;
        self.time_s = frame.time;
        for tank in &self.live_tanks {
            self.components[*tank as usize].tank.step(seconds);
        }
        for id in &frame.deleted_actors {
            self.remove(id.0);
        }
        for new in &frame.new_actors {
            self.announce(row, new.actor_id.0, new.object_id.0);
        }
        for update in &frame.updated_actors {
            self.update(row, update);
        }
        if self.phases.kickoff == Some(row) {
            self.live_balls.iter().for_each(|index| self.balls[*index as usize].team = -1);
        }
        self.link();
        self.wreck(row);
        self.pick_up(row);
        self.stats.settle(row, &self.board, &mut self.events);
        self.board.settle(row, &mut self.events);
        self.write(row, frame);
    }

    fn remove(&mut self, id: i32) {
        let Some(actor) = self.actors.remove(id) else { return };
        let gone = |live: &mut Vec<u32>| live.retain(|index| *index != actor.index);
        match actor.kind {
            Kind::Car => gone(&mut self.live_cars),
            Kind::Ball => gone(&mut self.live_balls),
            Kind::Boost => {
                gone(&mut self.live_tanks);
                gone(&mut self.unlinked);
            }
            Kind::Camera => gone(&mut self.live_cameras),
            Kind::Jump | Kind::DoubleJump | Kind::Dodge => gone(&mut self.unlinked),
            _ => {}
        }
    }

    fn announce(&mut self, row: usize, id: i32, object: i32) {
        let kind = self.objects.kind(object);
        if let Some(old) = self.actors.get(id)
            && old.alive
            && old.object != object
        {
            self.remove(id);
        }
        let index = match kind {
            Kind::Car => self.cars.len() as u32,
            Kind::Ball => self.balls.len() as u32,
            kind if kind.is_component() => self.components.len() as u32,
            Kind::Camera => self.cameras.len() as u32,
            Kind::Player => self.seats,
            Kind::Pad => self.pads.index(object),
            Kind::Team(team) => u32::from(team),
            _ => NONE,
        };
        match self.actors.announce(id, object, kind, index) {
            Birth::New => self.begin(kind, index),
            Birth::Repeat(index) => self.repeat(row, kind, index),
            Birth::Refused => {}
        }
    }

    fn begin(&mut self, kind: Kind, index: u32) {
        match kind {
            Kind::Car => {
                self.cars.push(Car::default());
                self.live_cars.push(index);
            }
            Kind::Ball => {
                self.balls.push(BallActor { team: -1, ..BallActor::default() });
                self.live_balls.push(index);
            }
            kind if kind.is_component() => {
                self.components.push(Component::new(kind, self.spawn_boost));
                if self.links.car(index) != NONE {
                    self.unlinked.push(index);
                }
                if kind == Kind::Boost {
                    self.live_tanks.push(index);
                }
            }
            Kind::Camera => {
                self.cameras.push(CameraActor { player_actor: -1, ball_cam: false });
                self.live_cameras.push(index);
            }
            Kind::Player => {
                self.seats += 1;
                if let Some(slot) = self.roster.slot(index) {
                    self.board.seat(slot);
                }
            }
            _ => {}
        }
    }

    fn repeat(&mut self, row: usize, kind: Kind, index: u32) {
        match kind {
            Kind::Car => self.cars[index as usize].repeat(row),
            Kind::Ball => self.balls[index as usize].body.repeat(row),
            kind if kind.is_component() => self.components[index as usize].repeat(),
            Kind::Camera => self.cameras[index as usize].ball_cam = false,
            _ => {}
        }
    }

    /// Follows the links once the whole frame is known, for they come in any order.
    fn link(&mut self) {
        for index in &self.live_cars {
            let car = &mut self.cars[*index as usize];
            if let Some(driver) = car.driver_actor {
                let seat = self.actors.index(driver, Kind::Player);
                if seat.is_some() || driver < 0 {
                    car.driver_actor = None;
                    car.seat = seat;
                    car.last_seat = seat.or(car.last_seat);
                }
            }
        }
        let (links, components, cars) = (self.links, &self.components, &mut self.cars);
        self.unlinked.retain(|index| {
            let Some(car) = cars.get_mut(links.car(*index) as usize) else { return true };
            if let Some(part) = components[*index as usize].part() {
                car.parts[part] = *index;
            }
            false
        });
    }

    fn wreck(&mut self, row: usize) {
        for wreck in self.demolitions.wrecks(&self.actors) {
            let victim = &mut self.cars[wreck.victim as usize];
            if std::mem::replace(&mut victim.wrecked, true) {
                continue;
            }
            self.fresh_wrecks.push(wreck.victim);
            let position = victim.body.pose.map_or(UNKNOWN3, |pose| pose.position);
            let slot = victim.last_seat.and_then(|seat| self.roster.slot(seat));
            if let Some(slot) = slot {
                self.wrecks[slot] = Some(wreck.victim);
            }
            if wreck.attack && row > 0 {
                let car_seat = wreck.attacker.and_then(|car| self.cars[car as usize].last_seat);
                let attacker =
                    wreck.attacker_seat.or(car_seat).and_then(|seat| self.roster.slot(seat));
                self.events.push(self.demolitions.event(row, attacker, slot).at(position));
            }
        }
    }

    fn pick_up(&mut self, row: usize) {
        for taken in self.pads.taken(&self.actors) {
            let car = &self.cars[taken.car as usize];
            let slot = car.last_seat.and_then(|seat| self.roster.slot(seat));
            let tank = car.parts[0];
            let boost =
                self.components.get(tank as usize).map_or(f32::NAN, |part| part.tank.before);
            let position = car.body.pose.map_or(UNKNOWN3, |pose| pose.position);
            self.pads.pick(taken.pad, pads::pickup(row, slot, boost), position);
            if tank != NONE && boost.is_finite() {
                self.awaited.push(Awaited {
                    pad: taken.pad,
                    tank,
                    boost,
                    until: row + GRANT_FRAMES,
                });
            }
        }
        let (components, pads) = (&self.components, &mut self.pads);
        self.awaited.retain(|wait| {
            let gain = components[wait.tank as usize].tank.amount - wait.boost;
            if gain > 1.0 && wait.boost < 75.0 {
                pads.vote_gain(wait.pad, gain);
                return false;
            }
            row < wait.until
        });
    }
}
