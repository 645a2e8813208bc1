//! From bytes to a parsed file: limits, checksums, and a header that can be read by itself.

use crate::error::{Failure, Kind};
use boxcars::{HeaderProp, ParseError, ParserBuilder, Replay};

/// Largest file accepted. The game itself stops recording at 10 MB (`MaxReplaySizeMB`).
pub const MAX_FILE_BYTES: usize = 64 << 20;
/// Largest body whose frames are decoded: an update takes a byte or so in the file and about a
/// hundred in memory.
const MAX_BODY_BYTES: usize = 24 << 20;
/// A frame has a time and a delta of 4 bytes each.
const MIN_FRAME_BYTES: usize = 8;
/// Bound on objects times properties of their classes, all of which the parser may expand.
/// The largest of 458 public replays has 551 x 353.
const MAX_CLASS_PROPERTIES: usize = 2_000_000;
/// Sizes and checksums in front of the header.
const PREFIX: usize = 8;
/// A body of ten empty lists.
const EMPTY_BODY: usize = 40;

/// A parsed file.
pub struct Opened {
    pub replay: Replay,
    pub network_error: Option<Failure>,
    pub warnings: Vec<String>,
}

/// Reads everything. Unreadable frames are a `network_error`; anything else unreadable fails.
pub fn whole(bytes: &[u8]) -> Result<Opened, Failure> {
    let header_end = sniff(bytes)?;
    let intact = checksums(bytes, header_end);
    let outline = parse(bytes, false).map_err(|error| Failure::from_parse(&error, intact.body))?;
    let warnings = intact.warnings();
    if let Err(failure) = within_limits(&outline) {
        return Ok(Opened { replay: outline, network_error: Some(failure), warnings });
    }
    let (replay, network_error) = match parse(bytes, true) {
        Ok(replay) => (replay, None),
        Err(error) => (outline, Some(Failure::from_parse(&error, intact.body))),
    };
    Ok(Opened { replay, network_error, warnings })
}

/// Reads the header alone, whatever state the rest of the file is in.
pub fn header_only(bytes: &[u8]) -> Result<Opened, Failure> {
    let header_end = sniff(bytes)?;
    let mut alone = Vec::with_capacity(header_end + PREFIX + EMPTY_BODY);
    alone.extend_from_slice(&bytes[..header_end]);
    alone.extend_from_slice(&(EMPTY_BODY as u32).to_le_bytes());
    alone.extend_from_slice(&[0; 4 + EMPTY_BODY]);
    let replay = parse(&alone, false).map_err(|error| Failure::from_parse(&error, true))?;
    let header = section_intact(bytes, 0).unwrap_or(false);
    let warnings = Intact { header, body: true }.warnings();
    Ok(Opened { replay, network_error: None, warnings })
}

fn parse(bytes: &[u8], network: bool) -> Result<Replay, ParseError> {
    let builder = ParserBuilder::new(bytes).never_check_crc();
    if network {
        builder.must_parse_network_data().parse()
    } else {
        builder.never_parse_network_data().parse()
    }
}

/// Checks that this is a replay and gives the end of its header.
fn sniff(bytes: &[u8]) -> Result<usize, Failure> {
    if bytes.is_empty() {
        return Err(Failure::new(Kind::Empty, "the file is empty"));
    }
    if bytes.len() > MAX_FILE_BYTES {
        return Err(Failure::new(
            Kind::TooLarge,
            format!("{} bytes are more than a replay can have", bytes.len()),
        ));
    }
    let start = &bytes[..bytes.len().min(64)];
    if !start.windows(14).any(|part| part == b"TAGame.Replay_") {
        return Err(Failure::new(Kind::NotAReplay, "this is not a Rocket League replay"));
    }
    let size = word(bytes, 0).unwrap_or(0) as usize;
    let end = size.saturating_add(PREFIX);
    if end > bytes.len() {
        let message = format!("the header has {size} bytes, the file {}", bytes.len());
        return Err(Failure { kind: Kind::Truncated, message, offset: Some(bytes.len() as u64) });
    }
    Ok(end)
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let word = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(word.try_into().ok()?))
}

/// Whether the two sections agree with their checksums.
struct Intact {
    header: bool,
    body: bool,
}

impl Intact {
    fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        if !self.header {
            warnings.push("the header does not match its checksum".to_owned());
        }
        if !self.body {
            warnings.push("the body does not match its checksum".to_owned());
        }
        warnings
    }
}

fn checksums(bytes: &[u8], header_end: usize) -> Intact {
    Intact {
        header: section_intact(bytes, 0).unwrap_or(false),
        body: section_intact(bytes, header_end).unwrap_or(false),
    }
}

fn section_intact(bytes: &[u8], at: usize) -> Option<bool> {
    let size = word(bytes, at)? as usize;
    let expected = word(bytes, at + 4)?;
    let data = bytes.get(at + PREFIX..(at + PREFIX).checked_add(size)?)?;
    Some(boxcars::crc::calc_crc(data) == expected)
}

/// Refuses counts that would make the parser reserve or build far more than the file backs.
fn within_limits(outline: &Replay) -> Result<(), Failure> {
    let body = usize::try_from(outline.content_size).unwrap_or(0);
    let frames = frame_count(outline).unwrap_or(0);
    if body > MAX_BODY_BYTES {
        return Err(Failure::new(Kind::TooLarge, format!("{body} bytes of network frames")));
    }
    if usize::try_from(frames).map_or(true, |frames| frames > body / MIN_FRAME_BYTES) {
        return Err(Failure::new(
            Kind::Corrupt,
            format!("{frames} frames cannot be in {body} bytes"),
        ));
    }
    let properties: usize = outline.net_cache.iter().map(|class| class.properties.len()).sum();
    if properties.saturating_mul(outline.objects.len()) > MAX_CLASS_PROPERTIES {
        return Err(Failure::new(Kind::Corrupt, format!("{properties} network properties")));
    }
    Ok(())
}

/// Frames the header announces.
pub fn frame_count(replay: &Replay) -> Option<i32> {
    let (_, value) = replay.properties.iter().find(|(key, _)| key == "NumFrames")?;
    HeaderProp::as_i32(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: &str) -> Vec<u8> {
        let mut bytes = (value.len() as i32 + 1).to_le_bytes().to_vec();
        bytes.extend_from_slice(value.as_bytes());
        bytes.push(0);
        bytes
    }

    fn section(data: &[u8]) -> Vec<u8> {
        let mut bytes = (data.len() as u32).to_le_bytes().to_vec();
        bytes.extend_from_slice(&boxcars::crc::calc_crc(data).to_le_bytes());
        bytes.extend_from_slice(data);
        bytes
    }

    /// A header that announces `frames`, and an empty body.
    fn replay(frames: i32) -> Vec<u8> {
        let mut header = [868_i32.to_le_bytes(), 12_i32.to_le_bytes()].concat();
        header.extend(text("TAGame.Replay_Soccar_TA"));
        header.extend(text("NumFrames"));
        header.extend(text("IntProperty"));
        header.extend([4, 0, 0, 0, 0, 0, 0, 0]);
        header.extend(frames.to_le_bytes());
        header.extend(text("None"));
        [section(&header), section(&[0; EMPTY_BODY])].concat()
    }

    fn kind(result: Result<Opened, Failure>) -> Option<Kind> {
        result.err().map(|failure| failure.kind)
    }

    #[test]
    fn what_is_no_replay_is_told_apart() {
        assert_eq!(kind(whole(b"")), Some(Kind::Empty));
        assert_eq!(kind(whole(b"PK\x03\x04 a zip archive")), Some(Kind::NotAReplay));
        let cut = &replay(0)[..60];
        assert_eq!(kind(whole(cut)), Some(Kind::Truncated));
        assert_eq!(kind(header_only(cut)), Some(Kind::Truncated));
    }

    #[test]
    fn the_header_survives_a_lost_body() {
        let whole_file = replay(0);
        let cut = &whole_file[..whole_file.len() - 30];
        assert_eq!(kind(whole(cut)), Some(Kind::Truncated));
        assert_eq!(header_only(cut).unwrap().replay.minor_version, 12);
    }

    #[test]
    fn frames_that_cannot_be_there_are_not_reserved() {
        let opened = whole(&replay(i32::MAX)).unwrap();
        assert_eq!(opened.network_error.map(|failure| failure.kind), Some(Kind::Corrupt));
        assert!(opened.warnings.is_empty());
    }

    #[test]
    fn a_wrong_checksum_is_a_warning() {
        let mut bytes = replay(0);
        bytes[4] ^= 1;
        assert_eq!(whole(&bytes).unwrap().warnings, ["the header does not match its checksum"]);
    }
}
