//! Writes one row of the columns from the state of the world.

use super::World;
use crate::body::{FIRST, HELD};
use crate::boost::Tank;
use crate::car::input;
use crate::columns::{CarRow, NO_CAR};
use crate::events::{self, Event};
use crate::objects::Kind;
use crate::units::{NOWHERE, UNKNOWN3};
use boxcars::Frame;

impl World<'_> {
    pub(super) fn write(&mut self, row: usize, frame: &Frame) {
        self.columns.begin(frame.time, &self.phases, &self.board);
        self.write_ball(row);
        self.take_seats();
        for slot in 0..self.driven.len() {
            let ball_cam = self.player_cams[slot].map_or(-1, i8::from);
            self.columns.player(self.wrecks[slot].is_some(), ball_cam);
            let car = match (self.driven[slot], self.wrecks[slot]) {
                (Some(index), _) => self.car_row(row, slot, index),
                (None, Some(wreck)) => self.wreck_row(wreck),
                (None, None) => NO_CAR,
            };
            self.columns.car(&car);
        }
        self.forget_wrecks();
        self.write_cameras(row);
        self.refreshes(row);
    }

    /// The newest ball is the one in play.
    fn write_ball(&mut self, row: usize) {
        let mut newest = self.live_balls.iter().rev().map(|index| *index as usize);
        let ball = newest.find(|index| self.balls[*index].body.pose.is_some());
        let (pose, report, team) = ball.map_or((None, HELD, -1), |index| {
            let ball = &mut self.balls[index];
            (ball.body.pose, ball.body.report(row), ball.team)
        });
        self.columns.ball(pose.as_ref(), report, team);
    }

    /// The newest car with a driver is the one a player drives; in the frame of its demolition
    /// a car is still shown.
    fn take_seats(&mut self) {
        self.driven.fill(None);
        for index in &self.live_cars {
            let car = &self.cars[*index as usize];
            if let Some(slot) =
                car.seat.filter(|_| car.drives()).and_then(|seat| self.roster.slot(seat))
            {
                self.driven[slot] = Some(*index);
                self.wrecks[slot] = None;
            }
        }
        for index in &self.fresh_wrecks {
            let seat = self.cars[*index as usize].last_seat;
            if let Some(slot) = seat.and_then(|seat| self.roster.slot(seat)) {
                self.driven[slot].get_or_insert(*index);
            }
        }
    }

    /// What comes after a wreck is another life.
    fn forget_wrecks(&mut self) {
        self.fresh_wrecks.clear();
        for (shown, wreck) in self.shown.iter_mut().zip(&self.wrecks) {
            if wreck.is_some() {
                *shown = None;
            }
        }
    }

    fn car_row(&mut self, row: usize, slot: usize, index: u32) -> CarRow {
        let pose_report = self.report(row, slot, index);
        let car = &self.cars[index as usize];
        let pose = car.body.pose.unwrap_or(NOWHERE);
        let components = &mut self.components;
        let boost_report = components.get_mut(car.parts[0] as usize).map(|part| &mut part.tank);
        let boost_report = boost_report.map_or(HELD, Tank::take_news);
        let part = |at: usize| components.get(car.parts[at] as usize);
        let tank = part(0).map_or_else(|| Tank::filled(self.spawn_boost), |boost| boost.tank);
        let active = [0, 1, 2, 3].map(|at| part(at).map_or(-1, |part| i8::from(part.active)));
        let torque = part(3).filter(|dodge| dodge.active).map_or(UNKNOWN3, |dodge| dodge.torque);
        self.shown[slot] = Some((pose, tank.reported));
        CarRow {
            pose,
            pose_report,
            throttle: input(car.throttle),
            steer: input(car.steer),
            handbrake: i8::from(car.handbrake),
            boost: tank.amount,
            boost_reported: tank.reported,
            boost_report,
            active,
            torque,
        }
    }

    /// Boost that was burnt before a demolition may be reported some frames after it.
    fn wreck_row(&mut self, index: u32) -> CarRow {
        let tank = self.cars[index as usize].parts[0];
        match self.components.get_mut(tank as usize).map(|part| &mut part.tank) {
            Some(tank) if tank.has_news() => {
                CarRow { boost_reported: tank.reported, boost_report: tank.take_news(), ..NO_CAR }
            }
            _ => NO_CAR,
        }
    }

    /// Report of a car's pose. A key frame may create a car anew that stands where the player's
    /// last one was: unless it is a kickoff, nothing begins.
    fn report(&mut self, row: usize, slot: usize, index: u32) -> i8 {
        let car = &mut self.cars[index as usize];
        let report = car.body.report(row);
        if report != FIRST || self.phases.kickoff == Some(row) || !self.is_keyframe(row) {
            return report;
        }
        let car = &self.cars[index as usize];
        match self.shown[slot] {
            Some((pose, reported)) if car.body.pose == Some(pose) => {
                if let Some(part) = self.components.get_mut(car.parts[0] as usize) {
                    part.tank.carry_on(reported);
                }
                HELD
            }
            _ => report,
        }
    }

    fn is_keyframe(&self, row: usize) -> bool {
        self.keyframes.binary_search(&row).is_ok()
    }

    fn write_cameras(&mut self, row: usize) {
        for index in &self.live_cameras {
            let camera = &self.cameras[*index as usize];
            let seat = self.actors.index(camera.player_actor, Kind::Player);
            if let Some(slot) = seat.and_then(|seat| self.roster.slot(seat)) {
                self.columns.ball_cam(row, slot, i8::from(camera.ball_cam));
            }
        }
    }

    fn refreshes(&mut self, row: usize) {
        for slot in 0..self.driven.len() {
            let Some(index) = self.driven[slot] else { continue };
            let car = &mut self.cars[index as usize];
            if std::mem::take(&mut car.refreshed) && row > 0 {
                let position = car.body.pose.map_or(UNKNOWN3, |pose| pose.position);
                self.events
                    .push(Event::new(events::DODGE_REFRESH, row).by(Some(slot)).at(position));
            }
        }
    }
}
