//! Where the bytes of a replay come from.

use crate::container::MAX_FILE_BYTES;
use pyo3::exceptions::{PyOSError, PyTypeError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;

/// A file, or its contents.
pub enum Source {
    Bytes(PyBackedBytes),
    Path(PathBuf),
}

/// Bytes owned by Python or by us.
pub enum Contents {
    Python(PyBackedBytes),
    Owned(Vec<u8>),
}

impl std::ops::Deref for Contents {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Contents::Python(bytes) => bytes,
            Contents::Owned(bytes) => bytes,
        }
    }
}

impl Source {
    pub fn new(source: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(bytes) = source.extract::<PyBackedBytes>() {
            return Ok(Source::Bytes(bytes));
        }
        source
            .extract::<PathBuf>()
            .map(Source::Path)
            .map_err(|_| PyTypeError::new_err("a replay is given as a path or as bytes"))
    }

    /// Everything; one byte beyond the limit is enough to see that a file is too large.
    pub fn read(self, py: Python<'_>) -> PyResult<Contents> {
        self.take(py, |file| up_to(file, MAX_FILE_BYTES as u64 + 1))
    }

    /// The header, whose size is in the first four bytes.
    pub fn read_header(self, py: Python<'_>) -> PyResult<Contents> {
        self.take(py, |file| {
            let mut start = up_to(file, 8)?;
            if let Some(size) = start.first_chunk::<4>() {
                let size = u64::from(u32::from_le_bytes(*size)).min(MAX_FILE_BYTES as u64);
                start.extend(up_to(file, size)?);
            }
            Ok(start)
        })
    }

    fn take(
        self,
        py: Python<'_>,
        read: impl FnOnce(&mut File) -> io::Result<Vec<u8>> + Send,
    ) -> PyResult<Contents> {
        match self {
            Source::Bytes(bytes) => Ok(Contents::Python(bytes)),
            Source::Path(path) => {
                let owned = py.detach(|| File::open(&path).and_then(|mut file| read(&mut file)));
                owned.map(Contents::Owned).map_err(|error| named(error, path))
            }
        }
    }
}

/// The error as Python raises it itself, with the name of the file.
fn named(error: io::Error, path: PathBuf) -> PyErr {
    match error.raw_os_error() {
        Some(code) => {
            let text = error.to_string();
            let reason = text.split(" (os error").next().unwrap_or(&text).to_owned();
            PyOSError::new_err((code, reason, path.into_os_string()))
        }
        None => error.into(),
    }
}

fn up_to(file: &mut File, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}
