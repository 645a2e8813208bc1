//! Touches of the ball. The file does not list them, so they are found from motion: the ball
//! changes velocity by more than gravity and drag can do while a car is within reach of its
//! hitbox; of several cars the closest one touched it. A change of the team that last touched
//! is certain, whatever the motion.

use crate::columns::{Columns, triple};
use crate::events::{self, Event};
use crate::motion;
use crate::units::{Quat, Vec3, length, sub, unrotate};

/// uu/s².
const GRAVITY: f32 = 650.0;
/// Least unexplained change of the ball's velocity, uu/s.
const MIN_KICK: f32 = 90.0;
/// Radius of the ball, uu.
const BALL_RADIUS: f32 = 92.75;
/// Slack for the errors of recorded poses and for other hitboxes, uu.
const REACH: f32 = 30.0;
/// Reach of the team that is known to have touched, uu.
const KNOWN_REACH: f32 = 250.0;
/// Places looked at between two poses of the ball.
const STEPS: usize = 4;
/// Half sizes of the most common hitbox and its centre in the car's frame, uu.
const HALF_BOX: Vec3 = [59.0, 42.1, 18.1];
const BOX_CENTRE: Vec3 = [13.9, 0.0, 20.8];
/// One player's touches closer than this are one, in seconds.
const MERGE_S: f64 = 0.12;
/// Poses of the ball further apart than this are a cut, in seconds.
const MAX_GAP_S: f64 = 0.3;

/// Ball between two of its poses, and what is known of a touch there.
struct Interval {
    from: usize,
    to: usize,
    /// Row in which the touch shows; before `to` if the team is told before the motion.
    row: usize,
    /// Unexplained change of velocity, uu/s.
    kick: f32,
    /// Team that took over.
    team: Option<i8>,
}

pub fn find(columns: &Columns, teams: &[i8]) -> Vec<Event> {
    let mut found: Vec<Event> = Vec::new();
    let mut last = vec![f64::NEG_INFINITY; columns.players + 1];
    for interval in intervals(columns) {
        let player = closest(columns, &interval, teams);
        if player.is_none() && interval.team.is_none() {
            continue;
        }
        let now = columns.time_s[interval.row];
        let seen = &mut last[player.unwrap_or(columns.players)];
        if now - *seen > MERGE_S {
            let side = player.map(|slot| teams[slot]).or(interval.team).unwrap_or(-1);
            let ball = triple(&columns.ball_position, interval.row);
            let touch = Event::new(events::TOUCH, interval.row).by(player).detail(i32::from(side));
            found.push(touch.value(interval.kick).at(ball));
        }
        *seen = now;
    }
    found
}

/// Stretches between poses of the ball in which somebody may have touched it.
fn intervals(columns: &Columns) -> impl Iterator<Item = Interval> + '_ {
    let mut from = 0;
    (1..columns.rows).filter_map(move |row| {
        let team = taken_over(columns, row);
        let reported = columns.ball_report[row] > 0;
        if !reported && team.is_none() {
            return None;
        }
        let start = rested(columns, from, row);
        let to = if reported { row } else { next_pose(columns, start, row) };
        if reported {
            from = row;
        }
        let kick = kick(columns, start, to)?;
        let touched = kick > MIN_KICK || team.is_some();
        touched.then_some(Interval { from: start, to, row, kick, team })
    })
}

/// Row of the ball's next pose, or the row itself if there is none soon.
fn next_pose(columns: &Columns, from: usize, row: usize) -> usize {
    let near = |to: &usize| columns.time_s[*to] - columns.time_s[from] <= MAX_GAP_S;
    let mut rows = (row..columns.rows).take_while(near);
    rows.find(|to| columns.ball_report[*to] > 0).unwrap_or(row)
}

/// A ball at rest, as before a kickoff, sends no poses: its last one still held a frame ago.
fn rested(columns: &Columns, from: usize, to: usize) -> usize {
    if columns.time_s[to] - columns.time_s[from] > MAX_GAP_S { to - 1 } else { from }
}

fn taken_over(columns: &Columns, row: usize) -> Option<i8> {
    let team = columns.ball_team[row];
    (team >= 0 && team != columns.ball_team[row - 1]).then_some(team)
}

/// Change of velocity that falling does not explain; none across a cut.
fn kick(columns: &Columns, from: usize, to: usize) -> Option<f32> {
    let seconds = columns.time_s[to] - columns.time_s[from];
    if seconds <= 0.0 || seconds > MAX_GAP_S {
        return None;
    }
    let mut change =
        sub(&triple(&columns.ball_velocity, to), &triple(&columns.ball_velocity, from));
    if change[2] < 0.0 {
        change[2] = (change[2] + GRAVITY * seconds as f32).min(0.0);
    }
    Some(length(&change)).filter(|kick| kick.is_finite())
}

/// Player whose hitbox comes closest to the ball in the interval, if within reach.
fn closest(columns: &Columns, interval: &Interval, teams: &[i8]) -> Option<usize> {
    let reach = if interval.team.is_some() { KNOWN_REACH } else { REACH };
    (0..columns.players)
        .filter(|slot| interval.team.is_none_or(|team| teams[*slot] == team))
        .map(|slot| (slot, gap(columns, interval, slot)))
        .filter(|(_, gap)| *gap < reach)
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(slot, _)| slot)
}

/// Least distance between ball and hitbox in the interval, with the ball flying on from its
/// start and back from its end, for the touch lies in between.
fn gap(columns: &Columns, interval: &Interval, slot: usize) -> f32 {
    let seconds = (columns.time_s[interval.to] - columns.time_s[interval.from]) as f32;
    let ball = |row: usize, after: f32| {
        let (p, v) = (triple(&columns.ball_position, row), triple(&columns.ball_velocity, row));
        [0, 1, 2].map(|axis| p[axis] + v[axis] * after)
    };
    let cars = [interval.from, interval.to].map(|row| motion::place(columns, row, slot));
    let cell = interval.to * columns.players + slot;
    let rotation = [0, 1, 2, 3].map(|axis| columns.rotation[cell * 4 + axis]);
    let mut least = f32::INFINITY;
    for step in 0..=STEPS {
        let part = step as f32 / STEPS as f32;
        let onward = ball(interval.from, part * seconds);
        let back = ball(interval.to, (part - 1.0) * seconds);
        let car = [0, 1, 2].map(|axis| cars[0][axis] + (cars[1][axis] - cars[0][axis]) * part);
        for place in [onward, back] {
            least = least.min(distance(&car, &rotation, &place));
        }
    }
    least
}

/// Distance of a ball from the hitbox of a car, negative when it overlaps.
fn distance(car: &Vec3, rotation: &Quat, ball: &Vec3) -> f32 {
    let inside = sub(&unrotate(rotation, &sub(ball, car)), &BOX_CENTRE);
    let outside = [0, 1, 2].map(|axis| (inside[axis].abs() - HALF_BOX[axis]).max(0.0));
    if inside[0].is_finite() { length(&outside) - BALL_RADIUS } else { f32::INFINITY }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two frames of a ball, and one car 150 uu from it and one far away.
    fn columns(ball_after: Vec3) -> Columns {
        let mut columns = Columns::new(2, 2);
        columns.time_s = vec![0.0, 0.033];
        columns.ball_report = vec![1, 1];
        columns.ball_team = vec![-1, -1];
        columns.ball_position = vec![0.0, 0.0, 93.0, 0.0, 0.0, 93.0];
        columns.ball_velocity = [[0.0; 3], ball_after].concat();
        let cars = [-150.0, 0.0, 17.0, 3000.0, 0.0, 17.0];
        columns.position = cars.repeat(2);
        columns.pose_report = vec![1; 4];
        columns.velocity = vec![0.0; 12];
        columns.rotation = [0.0, 0.0, 0.0, 1.0].repeat(4);
        columns
    }

    #[test]
    fn a_kick_belongs_to_the_closest_car() {
        let touches = find(&columns([800.0, 0.0, 0.0]), &[0, 1]);
        assert_eq!((touches.len(), touches[0].player, touches[0].detail), (1, Some(0), 0));
    }

    #[test]
    fn falling_is_no_touch() {
        assert!(find(&columns([0.0, 0.0, -21.0]), &[0, 1]).is_empty());
    }

    #[test]
    fn a_change_of_team_is_a_touch_even_from_afar() {
        let mut columns = columns([0.0; 3]);
        columns.ball_team[1] = 1;
        let touches = find(&columns, &[0, 1]);
        assert_eq!((touches.len(), touches[0].player, touches[0].detail), (1, None, 1));
    }
}
