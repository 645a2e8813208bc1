//! A whole match from a parsed file.

use crate::columns::{Columns, MAX_CELLS, triple};
use crate::container::Opened;
use crate::countdown;
use crate::error::{Failure, Kind};
use crate::events::{self, Event};
use crate::goals;
use crate::header::{self, Facts, HeaderGoal};
use crate::net_facts::NetFacts;
use crate::objects::Objects;
use crate::phases;
use crate::roster::{Player, Roster};
use crate::seats::{Survey, Surveyed};
use crate::touches;
use crate::units::Units;
use crate::world::{Setting, World};
use boxcars::{Frame, Replay};

/// The clock may show its last second when the match ends.
const FINAL_CLOCK_S: f32 = 1.0;

/// Everything that becomes Python objects.
pub struct Match {
    pub facts: Facts,
    pub net: NetFacts,
    pub game_type: String,
    pub version: (i32, i32, Option<i32>),
    pub players: Vec<Player>,
    pub frames: Option<Columns>,
    pub events: Option<Vec<Event>>,
    pub stat_names: Vec<String>,
    pub network_error: Option<Failure>,
    pub warnings: Vec<String>,
}

/// Builds the match; without frames it has the header's facts and players.
pub fn build(opened: Opened, wants_frames: bool) -> Match {
    let Opened { replay, mut network_error, warnings } = opened;
    let objects = Objects::new(&replay.objects);
    let frames =
        replay.network_frames.as_ref().map_or(&[][..], |network| network.frames.as_slice());
    let Surveyed { seats, facts: net, links, spawn_boost } =
        Survey::new(&objects, &replay.objects).run(frames);
    let roster = Roster::new(&seats, &header::players(&replay));
    if wants_frames && network_error.is_none() {
        network_error = refused(frames, &roster);
    }
    let mut game = Match {
        facts: Facts::new(&replay),
        net,
        game_type: replay.game_type.clone(),
        version: (replay.major_version, replay.minor_version, replay.net_version),
        players: Vec::new(),
        frames: None,
        events: None,
        stat_names: Vec::new(),
        network_error,
        warnings,
    };
    if wants_frames && game.network_error.is_none() {
        let setting = Setting {
            objects: &objects,
            object_names: &replay.objects,
            names: &replay.names,
            roster: &roster,
            units: Units::new(replay.net_version),
            spawn_boost,
            links: &links,
            keyframes: &keyframes(&replay),
        };
        game.add_frames(setting, &header::goals(&replay), frames);
    }
    if roster.dropped > 0 {
        game.warnings.push(format!("{} players beyond the limit were left out", roster.dropped));
    }
    game.players = roster.players;
    game
}

/// Rows of the key frames, in ascending order.
fn keyframes(replay: &Replay) -> Vec<usize> {
    let rows = replay.keyframes.iter().filter_map(|key| usize::try_from(key.frame).ok());
    let mut rows: Vec<usize> = rows.collect();
    rows.sort_unstable();
    rows
}

fn refused(frames: &[Frame], roster: &Roster) -> Option<Failure> {
    if frames.is_empty() {
        return Some(Failure::new(Kind::NoFrames, "the file holds no frames"));
    }
    let cells = frames.len().saturating_mul(roster.players.len());
    (cells > MAX_CELLS).then(|| {
        let message = format!("{} frames of {} players", frames.len(), roster.players.len());
        Failure::new(Kind::TooLarge, message)
    })
}

impl Match {
    fn add_frames(&mut self, setting: Setting, goals: &[HeaderGoal], frames: &[Frame]) {
        let roster = setting.roster;
        let outcome = World::new(setting, frames.len()).run(frames);
        let mut columns = outcome.columns;
        let mut events = outcome.events;
        let map = self.facts.map_code.as_deref().unwrap_or_default();
        events.extend(outcome.pads.finish(map));
        events.extend(goals::find(&outcome.board, goals, &roster.players, frames.len()));
        let teams: Vec<i8> = roster.players.iter().map(|player| player.team).collect();
        if columns.countdown.iter().all(|number| *number == countdown::UNKNOWN) {
            columns.countdown = countdown::derive(&columns.time_s, &columns.phase);
        }
        events.extend(touches::find(&columns, &teams));
        events.extend(comings_and_goings(&roster.players, frames.len()));
        if !events.iter().any(|event| event.kind == events::MATCH_END) {
            events.extend(match_end(&columns, self.facts.forfeit || self.net.forfeit));
        }
        place_at_ball(&mut events, &columns);
        events.sort_by_key(|event| event.frame);
        if outcome.unattributed_demolitions > 0 {
            let count = outcome.unattributed_demolitions;
            self.warnings.push(format!("{count} demolitions could not be attributed"));
        }
        self.stat_names = outcome.stats.names;
        self.frames = Some(columns);
        self.events = Some(events);
    }
}

/// Who joined after the first frame and who left before the last.
fn comings_and_goings(players: &[Player], frames: usize) -> Vec<Event> {
    let mut events = Vec::new();
    for (slot, player) in players.iter().enumerate() {
        for (from, to) in &player.stays {
            events.push(Event::new(events::JOINED, *from).by(Some(slot)));
            if *to < frames {
                events.push(Event::new(events::LEFT, *to).by(Some(slot)));
            }
        }
    }
    events
}

/// Recordings stop with the match, so nothing is left to say that it ended: the last frame of
/// one that ran out of time, was decided in overtime or given up.
fn match_end(columns: &Columns, forfeit: bool) -> Option<Event> {
    let last = columns.rows.checked_sub(1)?;
    let decided = if columns.overtime[last] == 1 {
        columns.phase[last] == phases::GOAL
    } else {
        columns.clock_s[last] <= FINAL_CLOCK_S
    };
    (decided || forfeit).then(|| Event::new(events::MATCH_END, last))
}

/// Goals and credits of the scoreboard happen where the ball is.
fn place_at_ball(events: &mut [Event], columns: &Columns) {
    for event in events {
        if matches!(
            event.kind,
            events::GOAL | events::SHOT | events::SAVE | events::ASSIST | events::STAT
        ) {
            event.position = triple(&columns.ball_position, event.frame);
        }
    }
}
