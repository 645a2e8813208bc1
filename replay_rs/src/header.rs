//! What the header says about the match: facts, goals and the final scoreboard.

use boxcars::{HeaderProp, Replay};

/// Rows of a table beyond this are damage.
const MAX_ROWS: usize = 256;

type Properties = [(String, HeaderProp)];

/// A goal as the header lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct HeaderGoal {
    pub frame: i32,
    pub name: String,
    pub team: i32,
}

/// Final numbers of a player.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    pub score: i32,
    pub goals: i32,
    pub assists: i32,
    pub saves: i32,
    pub shots: i32,
}

/// A line of the header's scoreboard.
#[derive(Clone, Debug, PartialEq)]
pub struct HeaderPlayer {
    pub name: String,
    pub team: i8,
    pub bot: bool,
    pub platform: &'static str,
    /// Account number or name on the platform; empty when unknown.
    pub platform_id: String,
    pub stats: Stats,
}

/// Facts of the header; `None` when it does not say.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub replay_id: Option<String>,
    pub match_guid: Option<String>,
    pub name: Option<String>,
    pub recorded_by: Option<String>,
    pub date: Option<String>,
    pub start_epoch: Option<i64>,
    pub build_version: Option<String>,
    pub map_code: Option<String>,
    pub match_type: Option<String>,
    pub team_size: Option<i32>,
    pub unfair_team_size: Option<i32>,
    pub score: (i32, i32),
    pub forfeit: bool,
    pub record_fps: Option<f32>,
    pub frames: Option<i32>,
    pub duration_s: Option<f32>,
    pub unfinished: bool,
}

impl Facts {
    pub fn new(replay: &Replay) -> Self {
        let all = replay.properties.as_slice();
        Self {
            replay_id: text(all, "Id"),
            match_guid: text(all, "MatchGUID").or_else(|| text(all, "MatchGuid")),
            name: text(all, "ReplayName"),
            recorded_by: text(all, "PlayerName"),
            date: text(all, "Date").map(|date| iso_date(&date)),
            start_epoch: long(all, "MatchStartEpoch"),
            build_version: text(all, "BuildVersion"),
            map_code: text(all, "MapName"),
            match_type: text(all, "MatchType"),
            team_size: int(all, "TeamSize"),
            unfair_team_size: int(all, "UnfairTeamSize"),
            score: (int(all, "Team0Score").unwrap_or(0), int(all, "Team1Score").unwrap_or(0)),
            forfeit: flag(all, "bForfeit"),
            record_fps: float(all, "RecordFPS"),
            frames: int(all, "NumFrames"),
            duration_s: float(all, "TotalSecondsPlayed"),
            unfinished: flag(all, "bIsUnfinishedMatchReplay"),
        }
    }
}

/// Goals in the order of the header.
pub fn goals(replay: &Replay) -> Vec<HeaderGoal> {
    rows(&replay.properties, "Goals")
        .iter()
        .take(MAX_ROWS)
        .filter_map(|row| {
            Some(HeaderGoal {
                frame: int(row, "frame")?,
                name: text(row, "PlayerName").unwrap_or_default(),
                team: int(row, "PlayerTeam")?,
            })
        })
        .collect()
}

/// The scoreboard the game saved; people who left early are often missing.
pub fn players(replay: &Replay) -> Vec<HeaderPlayer> {
    rows(&replay.properties, "PlayerStats").iter().take(MAX_ROWS).map(|row| player(row)).collect()
}

fn player(row: &Properties) -> HeaderPlayer {
    let count = |key| int(row, key).unwrap_or(0);
    HeaderPlayer {
        name: text(row, "Name").unwrap_or_default(),
        team: int(row, "Team").and_then(|team| i8::try_from(team).ok()).unwrap_or(-1),
        bot: flag(row, "bBot"),
        platform: platform(row),
        platform_id: account(row),
        stats: Stats {
            score: count("Score"),
            goals: count("Goals"),
            assists: count("Assists"),
            saves: count("Saves"),
            shots: count("Shots"),
        },
    }
}

fn platform(row: &Properties) -> &'static str {
    let value = match find(row, "Platform") {
        Some(HeaderProp::Byte { value: Some(value), .. }) => value.as_str(),
        _ => "",
    };
    match value.strip_prefix("OnlinePlatform_").unwrap_or(value) {
        "Steam" => "steam",
        "Epic" => "epic",
        "PS4" => "ps4",
        "Dingo" => "xbox",
        "NNX" => "switch",
        "PsyNet" => "psynet",
        "QQ" => "qq",
        _ => "unknown",
    }
}

/// The Epic account when there is one, else the 64-bit number of the other platforms.
fn account(row: &Properties) -> String {
    let epic = match find(row, "PlayerID") {
        Some(HeaderProp::Struct { fields, .. }) => text(fields, "EpicAccountId"),
        _ => None,
    };
    let number = long(row, "OnlineID").filter(|id| *id != 0).map(|id| (id as u64).to_string());
    epic.filter(|id| !id.is_empty()).or(number).unwrap_or_default()
}

/// `2019-05-02 20-09-55` and `2016-06-09:21-44` as `2019-05-02 20:09:55`.
fn iso_date(raw: &str) -> String {
    let parts: Vec<&str> = raw.split(['-', ' ', ':']).collect();
    match parts.as_slice() {
        [y, m, d, h, min] => format!("{y}-{m}-{d} {h}:{min}:00"),
        [y, m, d, h, min, s] => format!("{y}-{m}-{d} {h}:{min}:{s}"),
        _ => raw.to_owned(),
    }
}

fn find<'a>(all: &'a Properties, key: &str) -> Option<&'a HeaderProp> {
    all.iter().find(|(name, _)| name == key).map(|(_, value)| value)
}

fn rows<'a>(all: &'a Properties, key: &str) -> &'a [Vec<(String, HeaderProp)>] {
    find(all, key).and_then(HeaderProp::as_array).map_or(&[], Vec::as_slice)
}

fn text(all: &Properties, key: &str) -> Option<String> {
    find(all, key).and_then(HeaderProp::as_string).map(str::to_owned)
}

fn int(all: &Properties, key: &str) -> Option<i32> {
    find(all, key).and_then(HeaderProp::as_i32)
}

fn float(all: &Properties, key: &str) -> Option<f32> {
    find(all, key).and_then(HeaderProp::as_float)
}

fn flag(all: &Properties, key: &str) -> bool {
    find(all, key).and_then(HeaderProp::as_bool).unwrap_or(false)
}

fn long(all: &Properties, key: &str) -> Option<i64> {
    match find(all, key)? {
        HeaderProp::QWord(value) => Some(*value as i64),
        HeaderProp::Int(value) => Some(i64::from(*value)),
        HeaderProp::Str(value) => value.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_all_years_become_iso() {
        assert_eq!(iso_date("2019-05-02 20-09-55"), "2019-05-02 20:09:55");
        assert_eq!(iso_date("2016-06-09:21-44"), "2016-06-09 21:44:00");
        assert_eq!(iso_date("soon"), "soon");
    }

    #[test]
    fn players_are_read_with_their_account() {
        let row = vec![
            ("Name".to_owned(), HeaderProp::Str("Ada".into())),
            ("OnlineID".to_owned(), HeaderProp::QWord(76_561_197_960_464_457)),
            ("Goals".to_owned(), HeaderProp::Int(2)),
            ("Team".to_owned(), HeaderProp::Int(1)),
        ];
        let player = player(&row);
        assert_eq!((player.name.as_str(), player.team, player.stats.goals), ("Ada", 1, 2));
        assert_eq!(player.platform_id, "76561197960464457");
    }
}
