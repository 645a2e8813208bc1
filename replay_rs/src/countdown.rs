//! The kickoff countdown of builds that do not send its number.

use crate::phases;

/// Seconds that the numbers 3, 2 and 1 are shown, at the end of the countdown phase.
const SHOWN_S: f64 = 3.0;
/// Frames are up to a thirtieth of a second apart, so the first may be this much early.
const SLACK_S: f64 = 0.02;
/// Nothing is known of the countdown.
pub const UNKNOWN: i8 = -1;

/// Number shown in each row, from the phases alone.
pub fn derive(time_s: &[f64], phase: &[u8]) -> Vec<i8> {
    let mut numbers = Vec::with_capacity(phase.len());
    for stretch in phase.chunk_by(|a, b| a == b) {
        let start = numbers.len();
        let end = (start + stretch.len()).min(phase.len() - 1);
        let number = |row: usize| match stretch[0] {
            phases::UNKNOWN => UNKNOWN,
            phases::COUNTDOWN => number(time_s[end] - time_s[row]),
            _ => 0,
        };
        numbers.extend((start..start + stretch.len()).map(number));
    }
    numbers
}

fn number(left_s: f64) -> i8 {
    if left_s > SHOWN_S + SLACK_S { 0 } else { (left_s - SLACK_S).ceil().clamp(1.0, SHOWN_S) as i8 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_three_seconds_are_counted() {
        let time_s: Vec<f64> = (0..10).map(|half| f64::from(half) / 2.0).collect();
        let phase = [[phases::COUNTDOWN; 8].as_slice(), &[phases::ACTIVE; 2]].concat();
        assert_eq!(derive(&time_s, &phase), [0, 0, 3, 3, 2, 2, 1, 1, 0, 0]);
    }

    #[test]
    fn nothing_is_known_without_a_phase() {
        assert_eq!(derive(&[0.0, 1.0], &[phases::UNKNOWN, phases::ACTIVE]), [UNKNOWN, 0]);
        assert!(derive(&[], &[]).is_empty());
    }
}
