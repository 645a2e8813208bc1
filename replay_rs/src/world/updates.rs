//! What one replicated property changes.

use super::World;
use crate::objects::{Field, Kind};
use boxcars::{Attribute, UpdatedAttribute};

impl World<'_> {
    pub(super) fn update(&mut self, row: usize, update: &UpdatedAttribute) {
        let field = self.objects.field(update.object_id.0);
        if field == Field::Ignored {
            return;
        }
        let id = update.actor_id.0;
        let Some(actor) = self.actors.get(id) else { return };
        let attribute = &update.attribute;
        match actor.kind {
            Kind::Car => self.update_car(row, id, actor.index, field, attribute),
            Kind::Ball => self.update_ball(row, actor.index, field, attribute),
            kind if kind.is_component() => {
                self.components[actor.index as usize].update(field, attribute)
            }
            Kind::Pad => self.pads.update(actor.index, attribute, row, f64::from(self.time_s)),
            Kind::Player => self.update_player(actor.index, field, attribute),
            Kind::Camera => self.update_camera(actor.index, field, attribute),
            Kind::Team(team) => {
                if let (Field::TeamScore, Attribute::Int(score)) = (field, attribute) {
                    self.board.team(team, *score);
                }
            }
            _ => self.update_match(row, field, attribute),
        }
    }

    fn update_car(&mut self, row: usize, id: i32, index: u32, field: Field, attribute: &Attribute) {
        let car = &mut self.cars[index as usize];
        match (field, attribute) {
            (Field::RigidBody, Attribute::RigidBody(body)) => {
                car.body.place(self.units.pose(body), row)
            }
            (Field::Throttle, Attribute::Byte(raw)) => car.throttle = *raw,
            (Field::Steer, Attribute::Byte(raw)) => car.steer = *raw,
            (Field::Handbrake, Attribute::Boolean(on)) => car.handbrake = *on,
            (Field::CarPlayer, Attribute::ActiveActor(player)) => {
                car.driver_actor = Some(player.actor.0)
            }
            (Field::Demolish, _) => self.demolitions.note(id, attribute),
            (Field::DodgesRefreshed, Attribute::Int(count)) => car.dodge_refreshed(*count),
            _ => {}
        }
    }

    fn update_ball(&mut self, row: usize, index: u32, field: Field, attribute: &Attribute) {
        let ball = &mut self.balls[index as usize];
        match (field, attribute) {
            (Field::RigidBody, Attribute::RigidBody(body)) => {
                ball.body.place(self.units.pose(body), row)
            }
            (Field::HitTeam, Attribute::Byte(team)) => {
                // A key frame still tells the touch before the goal until the next one.
                let known = ball.told.replace(*team) == Some(*team);
                if !(known && ball.body.is_repeated(row) && !self.phases.ball_hit) {
                    ball.team = if *team < 2 { *team as i8 } else { -1 };
                }
            }
            _ => {}
        }
    }

    fn update_player(&mut self, index: u32, field: Field, attribute: &Attribute) {
        let Some(slot) = self.roster.slot(index) else { return };
        match (field, attribute) {
            (Field::Tally(which), Attribute::Int(value)) => self.board.tally(slot, which, *value),
            (Field::PlayerSecondaryCamera, Attribute::Boolean(on)) => {
                self.player_cams[slot] = Some(*on)
            }
            _ => {}
        }
    }

    fn update_camera(&mut self, index: u32, field: Field, attribute: &Attribute) {
        let camera = &mut self.cameras[index as usize];
        match (field, attribute) {
            (Field::CameraPlayer, Attribute::ActiveActor(player)) => {
                camera.player_actor = player.actor.0
            }
            (Field::SecondaryCamera, Attribute::Boolean(on)) => camera.ball_cam = *on,
            _ => {}
        }
    }

    fn update_match(&mut self, row: usize, field: Field, attribute: &Attribute) {
        match (field, attribute) {
            (Field::StatEvent, Attribute::StatEvent(stat)) => self.stats.note(stat.object_id),
            _ => self.events.extend(self.phases.update(field, attribute, row)),
        }
    }
}
