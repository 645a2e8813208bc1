//! Things that happened, in the order of the frames.

use crate::units::{UNKNOWN3, Vec3};

pub const GOAL: u8 = 1;
pub const DEMOLITION: u8 = 2;
pub const BIG_PAD: u8 = 3;
pub const SMALL_PAD: u8 = 4;
pub const SHOT: u8 = 5;
pub const SAVE: u8 = 6;
pub const ASSIST: u8 = 7;
pub const STAT: u8 = 8;
pub const DODGE_REFRESH: u8 = 9;
pub const TOUCH: u8 = 10;
pub const JOINED: u8 = 11;
pub const LEFT: u8 = 12;
pub const KICKOFF: u8 = 13;
pub const OVERTIME: u8 = 14;
pub const MATCH_END: u8 = 15;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event {
    pub kind: u8,
    pub frame: usize,
    pub player: Option<usize>,
    pub other: Option<usize>,
    pub detail: i32,
    pub value: f32,
    pub position: Vec3,
}

impl Event {
    pub fn new(kind: u8, frame: usize) -> Self {
        Self {
            kind,
            frame,
            player: None,
            other: None,
            detail: -1,
            value: f32::NAN,
            position: UNKNOWN3,
        }
    }

    pub fn by(self, player: Option<usize>) -> Self {
        Self { player, ..self }
    }

    pub fn on(self, other: Option<usize>) -> Self {
        Self { other, ..self }
    }

    pub fn detail(self, detail: i32) -> Self {
        Self { detail, ..self }
    }

    pub fn value(self, value: f32) -> Self {
        Self { value, ..self }
    }

    pub fn at(self, position: Vec3) -> Self {
        Self { position, ..self }
    }
}
