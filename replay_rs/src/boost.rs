//! Boost of one car between the few values a replay gives.

use crate::body::{FIRST, FURTHER, HELD};
use boxcars::Attribute;

/// Boost per second while boosting: a full tank of 100 lasts 3 s.
const BURN_PER_S: f32 = 100.0 / 3.0;
/// Raw value of a full tank.
const FULL_RAW: f32 = 255.0;
/// Steps longer than this are cuts in the recording, not play, in seconds.
const MAX_STEP_S: f32 = 0.5;

/// An amount as the file tells it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told {
    raw: u8,
    /// Pads taken so far; not told in old builds.
    grants: Option<u8>,
}

impl Told {
    pub fn read(attribute: &Attribute) -> Option<Self> {
        match attribute {
            Attribute::Byte(raw) => Some(Self { raw: *raw, grants: None }),
            Attribute::ReplicatedBoost(boost) => {
                Some(Self { raw: boost.boost_amount, grants: Some(boost.grant_count) })
            }
            _ => None,
        }
    }

    pub fn raw(self) -> u8 {
        self.raw
    }

    /// Says the same as what was told before.
    fn repeats(self, last: Self) -> bool {
        self.raw == last.raw && (self.grants.is_none() || self.grants == last.grants)
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Tank {
    /// Best estimate, 0 to 100.
    pub amount: f32,
    /// Estimate at the start of the frame, before what the file says in it.
    pub before: f32,
    /// What the file last said, 0 to 100.
    pub reported: f32,
    /// The boost is burning; sent as a counter that is odd while active.
    pub active: bool,
    /// Infinite boost in some modes and training.
    pub unlimited: bool,
    /// A key frame repeats the last value told, however old it is.
    pub repeated: bool,
    told: Option<Told>,
    /// Report that has not been shown yet.
    news: i8,
}

impl Default for Tank {
    fn default() -> Self {
        Self {
            amount: f32::NAN,
            before: f32::NAN,
            reported: f32::NAN,
            active: false,
            unlimited: false,
            repeated: false,
            told: None,
            news: HELD,
        }
    }
}

impl Tank {
    /// A new car's tank, of which the file has not spoken yet.
    pub fn filled(raw: u8) -> Self {
        Self { amount: percent(raw), before: percent(raw), ..Self::default() }
    }

    /// Takes a value from the file; an old one that a key frame repeats says nothing.
    pub fn report(&mut self, told: Told) {
        let news = !self.told.is_some_and(|last| told.repeats(last));
        if news {
            self.news = if self.told.is_none() { FIRST } else { self.news.max(FURTHER) };
        }
        if news || !self.repeated {
            self.amount = percent(told.raw);
        }
        self.reported = percent(told.raw);
        let grants = told.grants.or(self.told.and_then(|last| last.grants));
        self.told = Some(Told { grants, ..told });
    }

    pub fn has_news(&self) -> bool {
        self.news != HELD
    }

    /// Report to show in this row.
    pub fn take_news(&mut self) -> i8 {
        std::mem::replace(&mut self.news, HELD)
    }

    /// A key frame created the same car anew with `reported` in the tank before: nothing begins.
    pub fn carry_on(&mut self, reported: f32) {
        if self.news == FIRST {
            self.news = if self.reported == reported { HELD } else { FURTHER };
        }
    }

    /// Burns for the time since the last frame.
    pub fn step(&mut self, seconds: f32) {
        self.repeated = false;
        if self.active && !self.unlimited && seconds > 0.0 && seconds < MAX_STEP_S {
            self.amount = (self.amount - BURN_PER_S * seconds).clamp(0.0, 100.0);
        }
        self.before = self.amount;
    }
}

fn percent(raw: u8) -> f32 {
    f32::from(raw) / FULL_RAW * 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(raw: u8, grants: u8) -> Told {
        Told { raw, grants: Some(grants) }
    }

    #[test]
    fn a_full_tank_lasts_three_seconds() {
        let mut tank = Tank { active: true, ..Tank::default() };
        tank.report(told(255, 0));
        (0..45).for_each(|_| tank.step(1.0 / 30.0));
        assert!((tank.amount - 50.0).abs() < 0.01, "{}", tank.amount);
        (0..60).for_each(|_| tank.step(1.0 / 30.0));
        assert_eq!(tank.amount, 0.0);
        assert_eq!(tank.reported, 100.0);
    }

    #[test]
    fn cuts_and_infinite_boost_burn_nothing() {
        let mut tank = Tank { active: true, ..Tank::default() };
        tank.report(told(85, 0));
        tank.step(8.0);
        tank.unlimited = true;
        tank.step(0.1);
        assert_eq!(tank.amount, tank.reported);
    }

    #[test]
    fn a_key_frame_does_not_refill() {
        let mut tank = Tank { active: true, ..Tank::default() };
        tank.report(told(255, 0));
        tank.step(0.3);
        tank.repeated = true;
        tank.report(told(255, 0));
        assert!(tank.amount < 91.0);
        tank.step(0.03);
        tank.report(told(255, 0));
        assert_eq!(tank.amount, 100.0);
    }

    #[test]
    fn an_unreported_tank_stays_unknown() {
        let mut tank = Tank { active: true, ..Tank::default() };
        tank.step(0.03);
        assert!(tank.amount.is_nan());
    }

    #[test]
    fn a_pad_at_a_full_tank_is_a_report_and_a_repeat_is_none() {
        let mut tank = Tank::default();
        let mut news = |raw, grants| {
            tank.report(told(raw, grants));
            tank.take_news()
        };
        let shown = [(85, 0), (85, 0), (255, 1), (255, 2), (255, 2)].map(|(a, b)| news(a, b));
        assert_eq!(shown, [FIRST, HELD, FURTHER, FURTHER, HELD]);
    }

    #[test]
    fn the_first_report_waits_to_be_shown() {
        let mut tank = Tank::default();
        tank.report(told(85, 0));
        tank.report(told(80, 0));
        assert_eq!((tank.take_news(), tank.take_news()), (FIRST, HELD));
    }

    #[test]
    fn a_car_that_carries_on_reports_changes_alone() {
        let mut tank = Tank::default();
        tank.report(told(255, 0));
        tank.carry_on(100.0);
        assert_eq!(tank.take_news(), HELD);
    }
}
