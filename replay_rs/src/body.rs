//! Where a car or the ball is: what the file last said of it, and whether that is news.

use crate::units::Pose;

/// No report: the pose is held.
pub const HELD: i8 = 0;
/// A further report of the same body.
pub const FURTHER: i8 = 1;
/// The first report of a new body.
pub const FIRST: i8 = 2;

/// Pose of one actor. Between two reports the last one holds.
#[derive(Clone, Debug, Default)]
pub struct Body {
    pub pose: Option<Pose>,
    /// Row of the last report.
    reported: Option<usize>,
    /// Row in which a key frame last announced the actor again.
    repeated: Option<usize>,
    /// A report has been shown.
    begun: bool,
}

impl Body {
    /// A key frame announces the actor again.
    pub fn repeat(&mut self, row: usize) {
        self.repeated = Some(row);
    }

    pub fn is_repeated(&self, row: usize) -> bool {
        self.repeated == Some(row)
    }

    /// Takes a pose. What a key frame repeats is no report; outside of key frames an equal pose
    /// is one, for a body at rest.
    pub fn place(&mut self, pose: Pose, row: usize) {
        if !(self.is_repeated(row) && self.pose == Some(pose)) {
            self.reported = Some(row);
        }
        self.pose = Some(pose);
    }

    /// Report to show in this row.
    pub fn report(&mut self, row: usize) -> i8 {
        if self.reported != Some(row) {
            return HELD;
        }
        if std::mem::replace(&mut self.begun, true) { FURTHER } else { FIRST }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::NOWHERE;

    fn at(x: f32) -> Pose {
        let still = [0.0; 3];
        let rotation = [0.0, 0.0, 0.0, 1.0];
        Pose { position: [x, 0.0, 17.0], velocity: still, angular_velocity: still, rotation }
    }

    #[test]
    fn a_key_frame_that_changes_nothing_is_no_report() {
        let mut body = Body::default();
        assert_eq!(body.report(0), HELD);
        body.place(at(1.0), 1);
        assert_eq!(body.report(1), FIRST);
        body.repeat(2);
        body.place(at(1.0), 2);
        assert_eq!(body.report(2), HELD);
        body.repeat(3);
        body.place(at(2.0), 3);
        assert_eq!(body.report(3), FURTHER);
    }

    #[test]
    fn a_body_at_rest_still_reports() {
        let mut body = Body::default();
        body.place(at(1.0), 1);
        assert_eq!(body.report(1), FIRST);
        body.place(at(1.0), 5);
        assert_eq!(body.report(5), FURTHER);
        assert_eq!(body.report(6), HELD);
    }

    #[test]
    fn the_first_report_shown_is_the_first() {
        let mut body = Body::default();
        body.place(NOWHERE, 1);
        body.place(at(1.0), 2);
        assert_eq!(body.report(2), FIRST);
    }
}
