//! Where a car was between two of its reports. A server sends a car in 45 to 99 % of the recorded
//! frames; in a tenth of a second it moves up to 230 uu, more than a touch may be off.

use crate::columns::{Columns, triple};
use crate::units::Vec3;

/// Longest stretch that is filled, in seconds; beyond it the body was at rest.
const MAX_GAP_S: f64 = 0.5;

/// Place of a player's car: the cubic through the reports around the row with their velocities,
/// else the last report.
pub fn place(columns: &Columns, row: usize, slot: usize) -> Vec3 {
    let held = columns.car_position(row, slot);
    let Some((from, to)) = around(columns, row, slot) else { return held };
    let span = columns.time_s[to] - columns.time_s[from];
    if span <= 0.0 || span > MAX_GAP_S {
        return held;
    }
    let part = (columns.time_s[row] - columns.time_s[from]) / span;
    cubic(columns, slot, [from, to], part as f32, span as f32)
}

/// Rows of the last report and of the next one of the same car, unless this row has one.
fn around(columns: &Columns, row: usize, slot: usize) -> Option<(usize, usize)> {
    let report = |row: usize| columns.pose_report[row * columns.players + slot];
    let now = columns.time_s[row];
    if report(row) != 0 {
        return None;
    }
    let near = |other: &usize| (columns.time_s[*other] - now).abs() <= MAX_GAP_S;
    let from = (0..row).rev().take_while(near).find(|other| report(*other) != 0)?;
    let to = (row + 1..columns.rows).take_while(near).find(|other| report(*other) != 0)?;
    let same = (from + 1..=to).all(|other| columns.car_position(other, slot)[0].is_finite());
    (same && report(to) == 1).then_some((from, to))
}

fn cubic(columns: &Columns, slot: usize, rows: [usize; 2], t: f32, span: f32) -> Vec3 {
    let (t2, t3) = (t * t, t * t * t);
    let weights = [2.0 * t3 - 3.0 * t2 + 1.0, 3.0 * t2 - 2.0 * t3];
    let slopes = [(t3 - 2.0 * t2 + t) * span, (t3 - t2) * span];
    let mut place = [0.0; 3];
    for end in 0..2 {
        let cell = rows[end] * columns.players + slot;
        let (p, v) = (triple(&columns.position, cell), triple(&columns.velocity, cell));
        for axis in 0..3 {
            place[axis] += weights[end] * p[axis] + slopes[end] * v[axis];
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A car at 900 uu/s along x, reported in the first and last of four frames.
    fn columns(last: i8) -> Columns {
        let mut columns = Columns::new(4, 1);
        columns.time_s = vec![0.0, 0.1, 0.2, 0.3];
        columns.pose_report = vec![2, 0, 0, last];
        let held = [0.0, 0.0, 17.0];
        columns.position = [held, held, held, [270.0, 0.0, 17.0]].concat();
        columns.velocity = [900.0, 0.0, 0.0].repeat(4);
        columns
    }

    #[test]
    fn a_moving_car_does_not_freeze() {
        let columns = columns(1);
        assert!((place(&columns, 1, 0)[0] - 90.0).abs() < 1e-3);
        assert!((place(&columns, 2, 0)[0] - 180.0).abs() < 1e-3);
        assert_eq!(place(&columns, 3, 0)[0], 270.0);
    }

    #[test]
    fn another_car_is_not_reached_by_driving() {
        assert_eq!(place(&columns(2), 2, 0)[0], 0.0);
    }
}
