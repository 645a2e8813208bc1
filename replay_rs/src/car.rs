//! Cars and the components that hang on them.

use crate::actors::NONE;
use crate::body::Body;
use crate::boost::{Tank, Told};
use crate::objects::{Field, Kind};
use crate::units::{UNKNOWN3, Vec3, direction};
use boxcars::Attribute;

/// Raw throttle and steer of no input; 0 is full reverse or left, 255 full ahead or right.
const NEUTRAL: u8 = 128;

/// Parts of a car that switch on and off.
pub const PARTS: [Kind; 4] = [Kind::Boost, Kind::Jump, Kind::DoubleJump, Kind::Dodge];

#[derive(Clone, Debug)]
pub struct Car {
    /// Seat of the driver, and the last one there was.
    pub seat: Option<u32>,
    pub last_seat: Option<u32>,
    /// Actor named as driver but not seen yet.
    pub driver_actor: Option<i32>,
    pub body: Body,
    pub throttle: u8,
    pub steer: u8,
    pub handbrake: bool,
    pub wrecked: bool,
    /// Count of dodges given back, and whether it rose in this frame.
    pub refreshes: i32,
    pub refreshed: bool,
    /// Components by the order of `PARTS`.
    pub parts: [u32; 4],
}

impl Default for Car {
    fn default() -> Self {
        Self {
            seat: None,
            last_seat: None,
            driver_actor: None,
            body: Body::default(),
            throttle: NEUTRAL,
            steer: NEUTRAL,
            handbrake: false,
            wrecked: false,
            refreshes: 0,
            refreshed: false,
            parts: [NONE; 4],
        }
    }
}

impl Car {
    /// A key frame repeats the car: inputs it leaves out are back at rest.
    pub fn repeat(&mut self, row: usize) {
        self.body.repeat(row);
        self.throttle = NEUTRAL;
        self.steer = NEUTRAL;
        self.handbrake = false;
    }

    pub fn dodge_refreshed(&mut self, count: i32) {
        self.refreshed |= count > self.refreshes;
        self.refreshes = count;
    }

    pub fn drives(&self) -> bool {
        !self.wrecked && self.seat.is_some()
    }
}

/// Raw input of 0 to 255 as -1 to 1.
pub fn input(raw: u8) -> f32 {
    if raw == u8::MAX { 1.0 } else { (f32::from(raw) - f32::from(NEUTRAL)) / f32::from(NEUTRAL) }
}

/// Boost, jump, double jump or dodge of a car.
#[derive(Clone, Debug)]
pub struct Component {
    pub kind: Kind,
    pub active: bool,
    pub tank: Tank,
    /// Direction of the dodge's torque.
    pub torque: Vec3,
}

impl Component {
    /// A new component; `spawn_boost` fills the tank until the file says otherwise.
    pub fn new(kind: Kind, spawn_boost: u8) -> Self {
        Self { kind, active: false, tank: Tank::filled(spawn_boost), torque: UNKNOWN3 }
    }

    /// Place in `Car::parts`.
    pub fn part(&self) -> Option<usize> {
        PARTS.iter().position(|kind| *kind == self.kind)
    }

    /// A key frame repeats the component: a counter it leaves out is zero, so inactive.
    pub fn repeat(&mut self) {
        self.set_active(0);
        self.tank.repeated = true;
    }

    fn set_active(&mut self, counter: u8) {
        self.active = counter % 2 == 1;
        self.tank.active = self.active;
    }

    pub fn update(&mut self, field: Field, attribute: &Attribute) {
        match (field, attribute) {
            (Field::Active, Attribute::Byte(counter)) => self.set_active(*counter),
            (Field::BoostAmount | Field::Boost, _) => {
                if let Some(told) = Told::read(attribute) {
                    self.tank.report(told);
                }
            }
            (Field::UnlimitedBoost, Attribute::Boolean(on)) => self.tank.unlimited = *on,
            (Field::UnlimitedBoostCount, Attribute::Int(count)) => self.tank.unlimited = *count > 0,
            (Field::DodgeTorque, Attribute::Location(torque)) => {
                self.torque = direction(&[torque.x, torque.y, torque.z])
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_span_minus_one_to_one() {
        assert_eq!((input(0), input(128), input(255)), (-1.0, 0.0, 1.0));
    }

    #[test]
    fn odd_counters_are_active() {
        let mut dodge = Component::new(Kind::Dodge, 85);
        dodge.update(Field::Active, &Attribute::Byte(3));
        assert!(dodge.active && dodge.part() == Some(3));
        dodge.repeat();
        assert!(!dodge.active);
    }
}
