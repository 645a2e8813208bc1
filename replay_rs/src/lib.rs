//! Rocket League replay files as columns of numbers for Python.

mod actors;
mod body;
mod boost;
mod car;
mod columns;
mod container;
mod countdown;
mod demolitions;
mod error;
mod events;
mod game;
mod goals;
mod header;
mod identity;
mod links;
mod motion;
mod net_facts;
mod objects;
mod pads;
mod phases;
mod python;
mod roster;
mod scoreboard;
mod seats;
mod source;
mod spawn_boost;
mod stat_events;
mod touches;
mod units;
mod world;

use container::Opened;
use error::{Failure, Kind};
use game::Match;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use source::Source;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Decodes a whole replay: facts, players, frames and events.
#[pyfunction]
#[pyo3(signature = (source, /))]
fn decode<'py>(py: Python<'py>, source: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDict>> {
    let bytes = Source::new(source)?.read(py)?;
    run(py, || container::whole(&bytes), true)
}

/// Decodes the header alone: facts and the final scoreboard.
#[pyfunction]
#[pyo3(signature = (source, /))]
fn decode_header<'py>(py: Python<'py>, source: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDict>> {
    let bytes = Source::new(source)?.read_header(py)?;
    run(py, || container::header_only(&bytes), false)
}

/// Works without the interpreter lock; a panic becomes an error.
fn run<'py>(
    py: Python<'py>,
    open: impl FnOnce() -> Result<Opened, Failure> + Send,
    frames: bool,
) -> PyResult<Bound<'py, PyDict>> {
    let work = || open().map(|opened| game::build(opened, frames));
    let result: Result<Match, Failure> = py.detach(|| {
        catch_unwind(AssertUnwindSafe(work))
            .unwrap_or_else(|_| Err(Failure::new(Kind::Internal, "the decoder failed")))
    });
    match result {
        Ok(game) => python::decoded(py, game),
        Err(failure) => Err(python::raise(py, &failure)),
    }
}

#[pymodule]
fn rockettrainer_replay(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("ReplayError", module.py().get_type::<python::ReplayError>())?;
    module.add_function(wrap_pyfunction!(decode, module)?)?;
    module.add_function(wrap_pyfunction!(decode_header, module)?)
}
