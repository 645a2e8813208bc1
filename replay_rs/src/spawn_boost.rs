//! How much boost a new car has in this match.

use crate::boost::Told;
use boxcars::Attribute;

/// Raw boost at a kickoff and after a demolition: 33 of 100.
const KICKOFF_RAW: u8 = 85;

/// First boost told of every new car, as a histogram of the raw values.
pub struct SpawnBoost {
    reported: Vec<bool>,
    counts: [u32; 256],
}

impl Default for SpawnBoost {
    fn default() -> Self {
        Self { reported: Vec::new(), counts: [0; 256] }
    }
}

impl SpawnBoost {
    /// A new component, whether a tank or not.
    pub fn add(&mut self) {
        self.reported.push(false);
    }

    pub fn update(&mut self, component: usize, attribute: &Attribute) {
        let Some(told) = Told::read(attribute) else { return };
        if self
            .reported
            .get_mut(component)
            .is_some_and(|reported| !std::mem::replace(reported, true))
        {
            self.counts[usize::from(told.raw())] += 1;
        }
    }

    /// A third of a tank, unless this match starts with another amount.
    pub fn usual(&self) -> u8 {
        (0..=u8::MAX)
            .max_by_key(|raw| (self.counts[usize::from(*raw)], *raw == KICKOFF_RAW))
            .unwrap_or(KICKOFF_RAW)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_report_counts_and_ties_go_to_a_third() {
        let mut boost = SpawnBoost::default();
        assert_eq!(boost.usual(), 85);
        (0..3).for_each(|_| boost.add());
        boost.update(0, &Attribute::Byte(255));
        boost.update(0, &Attribute::Byte(40));
        assert_eq!(boost.usual(), 255);
        boost.update(1, &Attribute::Byte(85));
        assert_eq!(boost.usual(), 85);
    }
}
