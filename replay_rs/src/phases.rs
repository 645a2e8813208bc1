//! Phases of play, from the state the game event is in.

use crate::countdown;
use crate::events::{self, Event};
use crate::objects::Field;
use boxcars::Attribute;

pub const UNKNOWN: u8 = 0;
pub const COUNTDOWN: u8 = 1;
pub const ACTIVE: u8 = 2;
pub const GOAL: u8 = 3;
pub const GOAL_REPLAY: u8 = 4;
pub const ENDED: u8 = 5;
pub const PAUSED: u8 = 6;
pub const WAITING: u8 = 7;

/// State of the match in the current frame.
pub struct Phases<'a> {
    names: &'a [String],
    pub phase: u8,
    pub overtime: bool,
    pub ball_hit: bool,
    pub clock_s: f32,
    /// Number that the kickoff countdown shows.
    pub countdown: i8,
    /// Frame in which the last kickoff countdown began.
    pub kickoff: Option<usize>,
    ended: bool,
}

impl<'a> Phases<'a> {
    pub fn new(names: &'a [String]) -> Self {
        Self {
            names,
            phase: UNKNOWN,
            overtime: false,
            ball_hit: false,
            clock_s: f32::NAN,
            countdown: countdown::UNKNOWN,
            kickoff: None,
            ended: false,
        }
    }

    /// Takes an update of the game event; gives the event it starts, if any.
    pub fn update(&mut self, field: Field, attribute: &Attribute, frame: usize) -> Option<Event> {
        match (field, attribute) {
            (Field::StateName, Attribute::Int(name)) => self.enter(self.named(*name), frame),
            (Field::SecondsRemaining, Attribute::Int(seconds)) => {
                self.clock_s = *seconds as f32;
                None
            }
            (Field::Countdown, Attribute::Int(number)) => {
                self.countdown = (*number).clamp(0, i32::from(i8::MAX)) as i8;
                None
            }
            (Field::BallHit, Attribute::Boolean(hit)) => {
                self.ball_hit = *hit;
                None
            }
            (Field::Overtime, Attribute::Boolean(overtime)) => {
                let starts = *overtime && !self.overtime;
                self.overtime = *overtime;
                starts.then(|| Event::new(events::OVERTIME, frame))
            }
            (Field::MatchEnded, Attribute::Boolean(true)) => self.enter(ENDED, frame),
            _ => None,
        }
    }

    fn enter(&mut self, phase: u8, frame: usize) -> Option<Event> {
        let changed = phase != self.phase;
        self.phase = phase;
        if phase == ENDED {
            let first = !std::mem::replace(&mut self.ended, true);
            return first.then(|| Event::new(events::MATCH_END, frame));
        }
        if phase == ACTIVE {
            // A key frame leaves out a number that is 0.
            self.countdown = self.countdown.min(0);
        }
        if phase == COUNTDOWN && changed {
            self.ball_hit = false;
            self.kickoff = Some(frame);
            return Some(Event::new(events::KICKOFF, frame));
        }
        None
    }

    fn named(&self, name: i32) -> u8 {
        usize::try_from(name)
            .ok()
            .and_then(|at| self.names.get(at))
            .map_or(UNKNOWN, |name| phase(name))
    }
}

fn phase(state: &str) -> u8 {
    match state {
        "Countdown" => COUNTDOWN,
        "Active" => ACTIVE,
        "PostGoalScored" => GOAL,
        "ReplayPlayback" => GOAL_REPLAY,
        "Finished" | "PodiumSpotlight" | "PostMatch" | "MatchEnded" => ENDED,
        "Paused" => PAUSED,
        "WaitingForPlayers" | "PendingStart" | "PreMatch" | "FTE_Instructions" => WAITING,
        _ => UNKNOWN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_countdown_is_one_kickoff() {
        let names = ["None".to_owned(), "Countdown".to_owned(), "Active".to_owned()];
        let mut phases = Phases::new(&names);
        let state = |name| Attribute::Int(name);
        assert_eq!(
            phases.update(Field::StateName, &state(1), 3).map(|e| e.kind),
            Some(events::KICKOFF)
        );
        assert_eq!(phases.update(Field::StateName, &state(1), 9), None);
        assert_eq!(phases.update(Field::StateName, &state(2), 20), None);
        assert_eq!(phases.phase, ACTIVE);
        assert_eq!(phases.update(Field::StateName, &state(-4), 21), None);
        assert_eq!(phases.phase, UNKNOWN);
    }

    #[test]
    fn overtime_starts_once() {
        let mut phases = Phases::new(&[]);
        let on = Attribute::Boolean(true);
        assert_eq!(phases.update(Field::Overtime, &on, 5).map(|e| e.kind), Some(events::OVERTIME));
        assert_eq!(phases.update(Field::Overtime, &on, 6), None);
    }

    #[test]
    fn play_ends_the_countdown_even_if_a_key_frame_leaves_the_zero_out() {
        let names = ["Countdown".to_owned(), "Active".to_owned()];
        let mut phases = Phases::new(&names);
        assert_eq!(phases.countdown, countdown::UNKNOWN);
        phases.update(Field::StateName, &Attribute::Int(0), 3);
        phases.update(Field::Countdown, &Attribute::Int(1), 9);
        assert_eq!((phases.countdown, phases.kickoff), (1, Some(3)));
        phases.update(Field::StateName, &Attribute::Int(1), 12);
        assert_eq!(phases.countdown, 0);
    }
}
