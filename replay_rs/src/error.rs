//! One kind of failure for everything that can go wrong with a replay file.

use boxcars::{FrameError, NetworkError, ParseError};
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Empty,
    NotAReplay,
    Truncated,
    Corrupt,
    TooLarge,
    Unsupported,
    /// Sound, but nothing was recorded.
    NoFrames,
    Internal,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Kind::Empty => "empty",
            Kind::NotAReplay => "not_a_replay",
            Kind::Truncated => "truncated",
            Kind::Corrupt => "corrupt",
            Kind::TooLarge => "too_large",
            Kind::Unsupported => "unsupported",
            Kind::NoFrames => "no_frames",
            Kind::Internal => "internal",
        }
    }

    /// What a person can do about it.
    pub fn hint(self) -> &'static str {
        match self {
            Kind::Empty => "The game may still be writing it; try again after the match.",
            Kind::NotAReplay => "Choose a .replay file saved by Rocket League.",
            Kind::Truncated => "Download or save the replay again; the end of the file is missing.",
            Kind::Corrupt => "The file is damaged; download or save the replay again.",
            Kind::TooLarge => "No replay of the game is this large.",
            Kind::Unsupported => {
                "The game may be newer than this version; the scoreboard still works. Update RocketTrainer."
            }
            Kind::NoFrames => "Nothing was recorded; only the scoreboard can be shown.",
            Kind::Internal => "This is a bug in RocketTrainer; please report it with the file.",
        }
    }
}

#[derive(Clone, Debug)]
pub struct Failure {
    pub kind: Kind,
    pub message: String,
    /// Byte of the file, where known.
    pub offset: Option<u64>,
}

impl Failure {
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), offset: None }
    }

    /// A failure of the header or body. `intact` tells whether the checksum agrees.
    pub fn from_parse(error: &ParseError, intact: bool) -> Self {
        let (kind, offset) = classify(error);
        let kind = if kind == Kind::Unsupported && !intact { Kind::Corrupt } else { kind };
        Self { kind, message: plain(error), offset }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.offset {
            Some(offset) => write!(f, "{} (at byte {offset})", self.message),
            None => f.write_str(&self.message),
        }
    }
}

fn classify(error: &ParseError) -> (Kind, Option<u64>) {
    match error {
        ParseError::ParseError(_, at, inner) => {
            let (kind, deeper) = classify(inner);
            (kind, deeper.or(u64::try_from(*at).ok()))
        }
        ParseError::CorruptReplay(_, inner) => (Kind::Corrupt, classify(inner).1),
        ParseError::InsufficientData(wanted, _) if *wanted >= 0 => (Kind::Truncated, None),
        ParseError::UnexpectedProperty(_) | ParseError::NetworkError(_) => {
            (Kind::Unsupported, None)
        }
        _ => (Kind::Corrupt, None),
    }
}

/// The parser's own words, without the dump of network state that follows in some errors.
fn plain(error: &ParseError) -> String {
    match error {
        ParseError::ParseError(section, _, inner) => {
            format!("cannot read the {section}: {}", plain(inner))
        }
        ParseError::CorruptReplay(section, inner) => {
            format!("the {section} is damaged: {}", plain(inner))
        }
        ParseError::InsufficientData(wanted, left) => {
            format!("{wanted} bytes expected, {left} left")
        }
        ParseError::NetworkError(inner) => network(inner),
        other => other.to_string(),
    }
}

fn network(error: &NetworkError) -> String {
    match error {
        NetworkError::FrameError(frame, _) => {
            format!("cannot read the network frames: {}", one_line(frame))
        }
        other => format!("cannot read the network frames: {other}"),
    }
}

fn one_line(error: &FrameError) -> String {
    error.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}
