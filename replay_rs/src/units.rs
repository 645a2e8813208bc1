//! Positions, velocities and rotations of every network version in uu, uu/s, rad/s and unit
//! quaternions.

use boxcars::{Quaternion, RigidBody, Vector3f};
use std::f32::consts::PI;

pub type Vec3 = [f32; 3];
pub type Quat = [f32; 4];

pub const UNKNOWN3: Vec3 = [f32::NAN; 3];

/// Pose and motion of a car or the ball.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    pub position: Vec3,
    pub velocity: Vec3,
    pub angular_velocity: Vec3,
    pub rotation: Quat,
}

/// No pose.
pub const NOWHERE: Pose = Pose {
    position: UNKNOWN3,
    velocity: UNKNOWN3,
    angular_velocity: UNKNOWN3,
    rotation: [f32::NAN; 4],
};

/// How one network version stores a rigid body, after the parser's division by 100.
#[derive(Clone, Copy, Debug)]
pub struct Units {
    location: f32,
    linear: f32,
    angular: f32,
    euler: bool,
}

impl Units {
    /// Before version 5 whole uu were sent, and velocities times 10 (rad/s times 1000); later
    /// hundredths of uu, uu/s and rad/s/100. Before version 7 rotations are three angles.
    /// Fixed by the speed limit of 2300 uu/s and the spin limit of 5.5 rad/s in games of each.
    pub fn new(net_version: Option<i32>) -> Self {
        let net = net_version.unwrap_or(0);
        let (location, linear, angular) =
            if net < 5 { (100.0, 10.0, 0.1) } else { (1.0, 1.0, 0.01) };
        Self { location, linear, angular, euler: net < 7 }
    }

    pub fn pose(&self, body: &RigidBody) -> Pose {
        Pose {
            position: scaled(&body.location, self.location),
            velocity: body.linear_velocity.map_or([0.0; 3], |v| scaled(&v, self.linear)),
            angular_velocity: body.angular_velocity.map_or([0.0; 3], |v| scaled(&v, self.angular)),
            rotation: if self.euler { from_angles(&body.rotation) } else { unit(&body.rotation) },
        }
    }
}

fn scaled(v: &Vector3f, factor: f32) -> Vec3 {
    [v.x * factor, v.y * factor, v.z * factor]
}

fn unit(q: &Quaternion) -> Quat {
    let norm = (q.x * q.x + q.y * q.y + q.z * q.z + q.w * q.w).sqrt();
    if norm > 1e-3 { [q.x / norm, q.y / norm, q.z / norm, q.w / norm] } else { [f32::NAN; 4] }
}

/// Nose-down pitch, yaw and roll as fractions of pi, in the game's left-handed frame (x forward,
/// y right, z up), as a quaternion. The signs are those that make rotations agree with the
/// angular velocities sent beside them.
fn from_angles(angles: &Quaternion) -> Quat {
    let (sp, cp) = (-angles.x * PI / 2.0).sin_cos();
    let (sy, cy) = (angles.y * PI / 2.0).sin_cos();
    let (sr, cr) = (angles.z * PI / 2.0).sin_cos();
    [
        cr * sp * sy - sr * cp * cy,
        -cr * sp * cy - sr * cp * sy,
        cr * cp * sy - sr * sp * cy,
        cr * cp * cy + sr * sp * sy,
    ]
}

/// Turns `v` from the body's frame into the world's.
pub fn rotate(q: &Quat, v: &Vec3) -> Vec3 {
    let u = [q[0], q[1], q[2]];
    let t = cross(&u, v).map(|c| 2.0 * c);
    let w = cross(&u, &t);
    [v[0] + q[3] * t[0] + w[0], v[1] + q[3] * t[1] + w[1], v[2] + q[3] * t[2] + w[2]]
}

/// Turns `v` from the world's frame into the body's.
pub fn unrotate(q: &Quat, v: &Vec3) -> Vec3 {
    rotate(&[-q[0], -q[1], -q[2], q[3]], v)
}

fn cross(a: &Vec3, b: &Vec3) -> Vec3 {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

pub fn sub(a: &Vec3, b: &Vec3) -> Vec3 {
    [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

/// `v` with length one, unknown when it has none.
pub fn direction(v: &Vec3) -> Vec3 {
    let length = length(v);
    if length > 0.0 { v.map(|part| part / length) } else { UNKNOWN3 }
}

pub fn length(v: &Vec3) -> f32 {
    (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f32::consts::FRAC_1_SQRT_2;

    fn close(a: &[f32], b: &[f32]) {
        assert!(a.iter().zip(b).all(|(x, y)| (x - y).abs() < 1e-5), "{a:?} != {b:?}");
    }

    fn angles(x: f32, y: f32, z: f32) -> Quat {
        from_angles(&Quaternion { x, y, z, w: 0.0 })
    }

    #[test]
    fn yaw_turns_forward_to_the_right() {
        let q = angles(0.0, 0.5, 0.0);
        close(&rotate(&q, &[1.0, 0.0, 0.0]), &[0.0, 1.0, 0.0]);
        close(&rotate(&q, &[0.0, 0.0, 1.0]), &[0.0, 0.0, 1.0]);
    }

    #[test]
    fn a_negative_pitch_lifts_the_nose() {
        close(
            &rotate(&angles(-0.25, 0.0, 0.0), &[1.0, 0.0, 0.0]),
            &[FRAC_1_SQRT_2, 0.0, FRAC_1_SQRT_2],
        );
    }

    #[test]
    fn unrotate_undoes_rotate() {
        let q = angles(0.2, -0.7, 0.4);
        let v = [0.3, -2.0, 5.0];
        close(&unrotate(&q, &rotate(&q, &v)), &v);
    }

    #[test]
    fn old_versions_are_scaled_to_the_speed_limit() {
        let v = Vector3f { x: 230.0, y: 0.0, z: 0.0 };
        let body = RigidBody {
            sleeping: false,
            location: Vector3f { x: 0.0, y: 46.08, z: 0.18 },
            rotation: Quaternion { x: 0.0, y: 0.0, z: 0.0, w: 0.0 },
            linear_velocity: Some(v),
            angular_velocity: Some(Vector3f { x: 0.0, y: 0.0, z: 55.0 }),
        };
        let pose = Units::new(None).pose(&body);
        close(&pose.velocity, &[2300.0, 0.0, 0.0]);
        close(&pose.position, &[0.0, 4608.0, 18.0]);
        close(&pose.angular_velocity, &[0.0, 0.0, 5.5]);
    }
}
