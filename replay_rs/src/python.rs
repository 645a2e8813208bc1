//! Python objects from a decoded match.

use crate::columns::Columns;
use crate::error::Failure;
use crate::events::Event;
use crate::game::Match;
use crate::roster::Player;
use boxcars::CamSettings;
use numpy::ndarray::{Array1, Array2, Array3};
use numpy::{Element, IntoPyArray};
use pyo3::create_exception;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

create_exception!(
    rockettrainer_replay,
    ReplayError,
    PyValueError,
    "A replay file that cannot be read."
);

/// The failure as a `ReplayError` with its attributes set.
pub fn raise(py: Python<'_>, failure: &Failure) -> PyErr {
    let error = ReplayError::new_err(failure.to_string());
    let value = error.value(py);
    let set = || -> PyResult<()> {
        value.setattr("kind", failure.kind.name())?;
        value.setattr("message", &failure.message)?;
        value.setattr("offset", failure.offset)?;
        value.setattr("hint", failure.kind.hint())
    };
    match set() {
        Ok(()) => error,
        Err(other) => other,
    }
}

pub fn decoded<'py>(py: Python<'py>, game: Match) -> PyResult<Bound<'py, PyDict>> {
    let out = PyDict::new(py);
    out.set_item("info", info(py, &game)?)?;
    out.set_item(
        "network_error",
        game.network_error.as_ref().map(|failure| network_error(py, failure)).transpose()?,
    )?;
    out.set_item("warnings", &game.warnings)?;
    let times: &[f64] = game.frames.as_ref().map_or(&[], |frames| &frames.time_s);
    let players = game.players.iter().map(|player| self::player(py, player, times));
    out.set_item("players", PyList::new(py, players.collect::<PyResult<Vec<_>>>()?)?)?;
    out.set_item("events", game.events.as_ref().map(|list| events(py, list, times)).transpose()?)?;
    out.set_item("frames", game.frames.map(|columns| frames(py, columns)).transpose()?)?;
    out.set_item("stat_names", &game.stat_names)?;
    Ok(out)
}

fn info<'py>(py: Python<'py>, game: &Match) -> PyResult<Bound<'py, PyDict>> {
    let (facts, net) = (&game.facts, &game.net);
    let (major, minor, net_version) = game.version;
    let out = PyDict::new(py);
    out.set_item("replay_id", &facts.replay_id)?;
    out.set_item("match_guid", facts.match_guid.as_ref().or(net.match_guid.as_ref()))?;
    out.set_item("name", &facts.name)?;
    out.set_item("recorded_by", &facts.recorded_by)?;
    out.set_item("date", &facts.date)?;
    out.set_item("start_epoch", facts.start_epoch.or(net.start_epoch))?;
    out.set_item("build_version", &facts.build_version)?;
    out.set_item("game_version", format!("{major}.{minor}"))?;
    out.set_item("net_version", net_version)?;
    out.set_item("map_code", &facts.map_code)?;
    out.set_item("match_type", &facts.match_type)?;
    out.set_item("match_class", &net.match_class)?;
    out.set_item("playlist_id", net.playlist)?;
    out.set_item("game_type", &game.game_type)?;
    out.set_item("team_size", facts.team_size.or(net.team_size))?;
    out.set_item("score", facts.score)?;
    out.set_item("overtime", net.overtime)?;
    out.set_item("forfeit", facts.forfeit || net.forfeit)?;
    out.set_item("unfinished", facts.unfinished)?;
    out.set_item("unfair_team_size", facts.unfair_team_size)?;
    out.set_item("record_fps", facts.record_fps)?;
    out.set_item("num_frames_header", facts.frames)?;
    out.set_item("duration_s", facts.duration_s)?;
    out.set_item("server_name", &net.server_name)?;
    out.set_item("server_region", &net.server_region)?;
    out.set_item("ball_archetype", net.balls.first())?;
    out.set_item("ball_archetypes", &net.balls)?;
    out.set_item("mutators", &net.mutators)?;
    let tags = net.mutators.iter().flat_map(|list| list.split(',')).map(str::trim);
    out.set_item("tags", tags.filter(|tag| !tag.is_empty()).collect::<Vec<_>>())?;
    Ok(out)
}

fn network_error<'py>(py: Python<'py>, failure: &Failure) -> PyResult<Bound<'py, PyDict>> {
    let out = PyDict::new(py);
    out.set_item("kind", failure.kind.name())?;
    out.set_item("message", failure.to_string())?;
    out.set_item("hint", failure.kind.hint())?;
    Ok(out)
}

fn player<'py>(py: Python<'py>, player: &Player, times: &[f64]) -> PyResult<Bound<'py, PyDict>> {
    let out = PyDict::new(py);
    out.set_item("id", &player.id)?;
    out.set_item("platform", player.platform)?;
    out.set_item("platform_id", &player.platform_id)?;
    out.set_item("name", &player.name)?;
    out.set_item("team", player.team)?;
    out.set_item("is_bot", player.bot)?;
    out.set_item("header_stats", header_stats(py, player)?)?;
    out.set_item("car_body_id", player.car_body)?;
    out.set_item(
        "camera",
        player.camera.as_ref().map(|settings| camera(py, settings)).transpose()?,
    )?;
    out.set_item("steering_sensitivity", player.steering_sensitivity)?;
    out.set_item("title", player.title)?;
    out.set_item("spans", spans(player, times))?;
    Ok(out)
}

/// Stays in seconds; the last one ends with the last frame.
fn spans(player: &Player, times: &[f64]) -> Vec<(f64, f64)> {
    let Some(last) = times.len().checked_sub(1) else { return Vec::new() };
    player
        .stays
        .iter()
        .map(|(from, to)| (times[(*from).min(last)], times[(*to).min(last)]))
        .collect()
}

fn header_stats<'py>(py: Python<'py>, player: &Player) -> PyResult<Option<Bound<'py, PyDict>>> {
    let Some(stats) = player.stats else { return Ok(None) };
    let out = PyDict::new(py);
    out.set_item("score", stats.score)?;
    out.set_item("goals", stats.goals)?;
    out.set_item("assists", stats.assists)?;
    out.set_item("saves", stats.saves)?;
    out.set_item("shots", stats.shots)?;
    Ok(Some(out))
}

fn camera<'py>(py: Python<'py>, settings: &CamSettings) -> PyResult<Bound<'py, PyDict>> {
    let out = PyDict::new(py);
    out.set_item("fov", settings.fov)?;
    out.set_item("height", settings.height)?;
    out.set_item("pitch", settings.angle)?;
    out.set_item("distance", settings.distance)?;
    out.set_item("stiffness", settings.stiffness)?;
    out.set_item("swivel_speed", settings.swivel)?;
    out.set_item("transition_speed", settings.transition)?;
    Ok(out)
}

fn frames<'py>(py: Python<'py>, columns: Columns) -> PyResult<Bound<'py, PyDict>> {
    let (n, p) = (columns.rows, columns.players);
    let out = Arrays { py, out: PyDict::new(py) };
    out.one("time_s", columns.time_s)?;
    out.one("clock_s", columns.clock_s)?;
    out.one("phase", columns.phase)?;
    out.one("overtime", columns.overtime)?;
    out.one("ball_hit", columns.ball_hit)?;
    out.one("ball_team", columns.ball_team)?;
    out.one("countdown", columns.countdown)?;
    out.one("ball_report", columns.ball_report)?;
    out.two("ball_position", columns.ball_position, [n, 3])?;
    out.two("ball_velocity", columns.ball_velocity, [n, 3])?;
    out.two("ball_angular_velocity", columns.ball_angular_velocity, [n, 3])?;
    out.two("ball_rotation", columns.ball_rotation, [n, 4])?;
    out.two("pose_report", columns.pose_report, [n, p])?;
    out.three("position", columns.position, [n, p, 3])?;
    out.three("velocity", columns.velocity, [n, p, 3])?;
    out.three("angular_velocity", columns.angular_velocity, [n, p, 3])?;
    out.three("rotation", columns.rotation, [n, p, 4])?;
    out.two("boost", columns.boost, [n, p])?;
    out.two("boost_reported", columns.boost_reported, [n, p])?;
    out.two("boost_report", columns.boost_report, [n, p])?;
    out.two("throttle", columns.throttle, [n, p])?;
    out.two("steer", columns.steer, [n, p])?;
    out.two("handbrake", columns.handbrake, [n, p])?;
    let names = ["boosting", "jumping", "double_jumping", "dodging"];
    for (name, column) in names.into_iter().zip(columns.active) {
        out.two(name, column, [n, p])?;
    }
    out.two("ball_cam", columns.ball_cam, [n, p])?;
    out.two("demolished", columns.demolished, [n, p])?;
    out.two("on_field", columns.on_field, [n, p])?;
    out.three("dodge_torque", columns.dodge_torque, [n, p, 3])?;
    let names = ["score", "goals", "assists", "saves", "shots"];
    for (name, column) in names.into_iter().zip(columns.tallies) {
        out.two(name, column, [n, p])?;
    }
    out.two("team_score", columns.team_score, [n, 2])?;
    Ok(out.out)
}

fn events<'py>(py: Python<'py>, list: &[Event], times: &[f64]) -> PyResult<Bound<'py, PyDict>> {
    let out = Arrays { py, out: PyDict::new(py) };
    let slot = |slot: Option<usize>| slot.map_or(-1, |slot| slot as i16);
    out.one("kind", list.iter().map(|event| event.kind).collect())?;
    out.one("frame", list.iter().map(|event| event.frame as i32).collect())?;
    out.one("time_s", list.iter().map(|event| times[event.frame]).collect())?;
    out.one("player", list.iter().map(|event| slot(event.player)).collect())?;
    out.one("other", list.iter().map(|event| slot(event.other)).collect())?;
    out.one("detail", list.iter().map(|event| event.detail).collect())?;
    out.one("value", list.iter().map(|event| event.value).collect())?;
    let positions = list.iter().flat_map(|event| event.position).collect();
    out.two("position", positions, [list.len(), 3])?;
    Ok(out.out)
}

/// A dict of arrays that take over the columns without copying.
struct Arrays<'py> {
    py: Python<'py>,
    out: Bound<'py, PyDict>,
}

impl Arrays<'_> {
    fn one<T: Element>(&self, name: &str, column: Vec<T>) -> PyResult<()> {
        self.out.set_item(name, Array1::from_vec(column).into_pyarray(self.py))
    }

    fn two<T: Element>(&self, name: &str, column: Vec<T>, shape: [usize; 2]) -> PyResult<()> {
        let array = Array2::from_shape_vec(shape, column).map_err(mismatch)?;
        self.out.set_item(name, array.into_pyarray(self.py))
    }

    fn three<T: Element>(&self, name: &str, column: Vec<T>, shape: [usize; 3]) -> PyResult<()> {
        let array = Array3::from_shape_vec(shape, column).map_err(mismatch)?;
        self.out.set_item(name, array.into_pyarray(self.py))
    }
}

fn mismatch(error: impl std::fmt::Display) -> PyErr {
    PyValueError::new_err(error.to_string())
}
