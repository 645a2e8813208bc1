//! The columns of numbers, one row a frame.

use crate::body::HELD;
use crate::phases::Phases;
use crate::scoreboard::Scoreboard;
use crate::units::{NOWHERE, Pose, UNKNOWN3, Vec3};

/// Rows times players that are decoded; an hour at 60 frames a second with 8 players fits.
pub const MAX_CELLS: usize = 2_000_000;

/// One player's car in one frame.
#[derive(Clone, Copy, Debug)]
pub struct CarRow {
    pub pose: Pose,
    /// Report of the pose in this frame, as in `body`.
    pub pose_report: i8,
    pub throttle: f32,
    pub steer: f32,
    pub handbrake: i8,
    pub boost: f32,
    pub boost_reported: f32,
    pub boost_report: i8,
    /// Boosting, jumping, double jumping, dodging.
    pub active: [i8; 4],
    pub torque: Vec3,
}

/// No car.
pub const NO_CAR: CarRow = CarRow {
    pose: NOWHERE,
    pose_report: HELD,
    throttle: f32::NAN,
    steer: f32::NAN,
    handbrake: -1,
    boost: f32::NAN,
    boost_reported: f32::NAN,
    boost_report: HELD,
    active: [-1; 4],
    torque: UNKNOWN3,
};

pub struct Columns {
    pub rows: usize,
    pub players: usize,
    pub time_s: Vec<f64>,
    pub clock_s: Vec<f32>,
    pub phase: Vec<u8>,
    pub overtime: Vec<i8>,
    pub ball_hit: Vec<i8>,
    pub ball_team: Vec<i8>,
    pub countdown: Vec<i8>,
    /// Reports of the ball's pose, as in `body`; between them the last one is held.
    pub ball_report: Vec<i8>,
    pub ball_position: Vec<f32>,
    pub ball_velocity: Vec<f32>,
    pub ball_angular_velocity: Vec<f32>,
    pub ball_rotation: Vec<f32>,
    /// As `ball_report`, for cars.
    pub pose_report: Vec<i8>,
    pub position: Vec<f32>,
    pub velocity: Vec<f32>,
    pub angular_velocity: Vec<f32>,
    pub rotation: Vec<f32>,
    pub boost: Vec<f32>,
    pub boost_reported: Vec<f32>,
    /// As `pose_report`, for boost.
    pub boost_report: Vec<i8>,
    pub throttle: Vec<f32>,
    pub steer: Vec<f32>,
    pub handbrake: Vec<i8>,
    /// Boosting, jumping, double jumping, dodging.
    pub active: [Vec<i8>; 4],
    pub ball_cam: Vec<i8>,
    pub demolished: Vec<i8>,
    pub on_field: Vec<i8>,
    pub dodge_torque: Vec<f32>,
    /// Score, goals, assists, saves, shots.
    pub tallies: [Vec<f32>; 5],
    pub team_score: Vec<f32>,
}

impl Columns {
    /// Room for the rows, which are then appended one by one.
    pub fn new(rows: usize, players: usize) -> Self {
        let cells = rows * players;
        let floats = |width: usize| Vec::<f32>::with_capacity(cells * width);
        let flags = || Vec::<i8>::with_capacity(cells);
        Self {
            rows,
            players,
            time_s: Vec::with_capacity(rows),
            clock_s: Vec::with_capacity(rows),
            phase: Vec::with_capacity(rows),
            overtime: Vec::with_capacity(rows),
            ball_hit: Vec::with_capacity(rows),
            ball_team: Vec::with_capacity(rows),
            countdown: Vec::with_capacity(rows),
            ball_report: Vec::with_capacity(rows),
            ball_position: Vec::with_capacity(rows * 3),
            ball_velocity: Vec::with_capacity(rows * 3),
            ball_angular_velocity: Vec::with_capacity(rows * 3),
            ball_rotation: Vec::with_capacity(rows * 4),
            pose_report: flags(),
            position: floats(3),
            velocity: floats(3),
            angular_velocity: floats(3),
            rotation: floats(4),
            boost: floats(1),
            boost_reported: floats(1),
            boost_report: flags(),
            throttle: floats(1),
            steer: floats(1),
            handbrake: flags(),
            active: [flags(), flags(), flags(), flags()],
            ball_cam: flags(),
            demolished: flags(),
            on_field: vec![0; cells],
            dodge_torque: floats(3),
            tallies: [floats(1), floats(1), floats(1), floats(1), floats(1)],
            team_score: Vec::with_capacity(rows * 2),
        }
    }

    /// Starts a row with what concerns the whole match.
    pub fn begin(&mut self, time_s: f32, phases: &Phases, board: &Scoreboard) {
        self.time_s.push(f64::from(time_s));
        self.clock_s.push(phases.clock_s);
        self.phase.push(phases.phase);
        self.overtime.push(i8::from(phases.overtime));
        self.ball_hit.push(i8::from(phases.ball_hit));
        self.countdown.push(phases.countdown);
        self.team_score.extend_from_slice(&board.teams);
        for tallies in &board.tallies {
            for (column, tally) in self.tallies.iter_mut().zip(tallies) {
                column.push(*tally);
            }
        }
    }

    pub fn ball(&mut self, pose: Option<&Pose>, report: i8, team: i8) {
        self.ball_team.push(team);
        self.ball_report.push(report);
        let pose = pose.unwrap_or(&NOWHERE);
        self.ball_position.extend_from_slice(&pose.position);
        self.ball_velocity.extend_from_slice(&pose.velocity);
        self.ball_angular_velocity.extend_from_slice(&pose.angular_velocity);
        self.ball_rotation.extend_from_slice(&pose.rotation);
    }

    /// Appends the next player's cell to the row.
    pub fn car(&mut self, car: &CarRow) {
        self.position.extend_from_slice(&car.pose.position);
        self.velocity.extend_from_slice(&car.pose.velocity);
        self.angular_velocity.extend_from_slice(&car.pose.angular_velocity);
        self.rotation.extend_from_slice(&car.pose.rotation);
        self.pose_report.push(car.pose_report);
        self.throttle.push(car.throttle);
        self.steer.push(car.steer);
        self.handbrake.push(car.handbrake);
        self.boost.push(car.boost);
        self.boost_reported.push(car.boost_reported);
        self.boost_report.push(car.boost_report);
        for (column, active) in self.active.iter_mut().zip(car.active) {
            column.push(active);
        }
        self.dodge_torque.extend_from_slice(&car.torque);
    }

    /// Appends what outlives the next player's car. Whether it was wrecked is unknown until
    /// `seat` says that the player was there.
    pub fn player(&mut self, wrecked: bool, ball_cam: i8) {
        self.demolished.push(i8::from(wrecked));
        self.ball_cam.push(ball_cam);
    }

    /// Seats a player from one row to before another.
    pub fn seat(&mut self, slot: usize, from: usize, to: usize) {
        for row in from..to.min(self.rows) {
            self.on_field[row * self.players + slot] = 1;
        }
    }

    /// Once all are seated: nothing is known of a wreck without a seat.
    pub fn clear_unseated(&mut self) {
        for (demolished, on_field) in self.demolished.iter_mut().zip(&self.on_field) {
            if *on_field == 0 {
                *demolished = -1;
            }
        }
    }

    pub fn ball_cam(&mut self, row: usize, slot: usize, on: i8) {
        self.ball_cam[row * self.players + slot] = on;
    }

    /// Position of a player's car, NaN where there is none.
    pub fn car_position(&self, row: usize, slot: usize) -> Vec3 {
        triple(&self.position, row * self.players + slot)
    }
}

/// Row `at` of a column of triples.
pub fn triple(column: &[f32], at: usize) -> Vec3 {
    [column[at * 3], column[at * 3 + 1], column[at * 3 + 2]]
}
