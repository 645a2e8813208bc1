//! Running scoreboard of every player and both teams.

use crate::events::{self, Event};

/// Score, goals, assists, saves, shots.
pub const TALLIES: usize = 5;
const GOALS: usize = 1;
/// A long match has some thousand events; far beyond, the file is damaged.
const MAX_EVENTS: usize = 20_000;
/// More in one frame is a correction, not play.
const MAX_RISE: usize = 8;

/// Events that a tally of the scoreboard stands for.
const EVENT_OF_TALLY: [Option<u8>; TALLIES] =
    [None, None, Some(events::ASSIST), Some(events::SAVE), Some(events::SHOT)];

pub struct Scoreboard {
    pub tallies: Vec<[f32; TALLIES]>,
    pub teams: [f32; 2],
    before: Vec<[f32; TALLIES]>,
    teams_before: [f32; 2],
    /// Seated in this very frame: what is sent now is history, not news.
    newly_seated: Vec<bool>,
    changed: bool,
    /// Frame and player of every goal credited.
    pub scorers: Vec<(usize, usize)>,
    /// Frame and team of every rise of a team score.
    pub team_goals: Vec<(usize, usize)>,
}

impl Scoreboard {
    pub fn new(players: usize) -> Self {
        Self {
            tallies: vec![[f32::NAN; TALLIES]; players],
            teams: [0.0; 2],
            before: vec![[f32::NAN; TALLIES]; players],
            teams_before: [0.0; 2],
            newly_seated: vec![false; players],
            changed: false,
            scorers: Vec::new(),
            team_goals: Vec::new(),
        }
    }

    pub fn seat(&mut self, slot: usize) {
        self.newly_seated[slot] = true;
        self.changed = true;
        for tally in &mut self.tallies[slot] {
            if tally.is_nan() {
                *tally = 0.0;
            }
        }
    }

    pub fn tally(&mut self, slot: usize, which: u8, value: i32) {
        if let Some(tally) = self.tallies[slot].get_mut(usize::from(which)) {
            *tally = value as f32;
            self.changed = true;
        }
    }

    pub fn team(&mut self, team: u8, score: i32) {
        if let Some(slot) = self.teams.get_mut(usize::from(team)) {
            *slot = score as f32;
            self.changed = true;
        }
    }

    /// The one player whose tally rose in this frame.
    pub fn credited(&self, tally: usize) -> Option<usize> {
        let rose = |slot: &usize| self.tallies[*slot][tally] > self.before[*slot][tally];
        let mut slots = (0..self.tallies.len()).filter(rose);
        slots.next().filter(|_| slots.next().is_none())
    }

    /// Turns the rises of this frame into events.
    pub fn settle(&mut self, frame: usize, out: &mut Vec<Event>) {
        if !std::mem::take(&mut self.changed) || out.len() > MAX_EVENTS {
            return;
        }
        for slot in 0..self.tallies.len() {
            if !std::mem::take(&mut self.newly_seated[slot]) {
                self.rises(slot, frame, out);
            }
        }
        for team in 0..2 {
            let room = self.team_goals.len() < MAX_EVENTS / 10;
            if self.teams[team] > self.teams_before[team] && frame > 0 && room {
                self.team_goals.push((frame, team));
            }
        }
        self.before.clone_from(&self.tallies);
        self.teams_before = self.teams;
    }

    fn rises(&mut self, slot: usize, frame: usize, out: &mut Vec<Event>) {
        for (tally, kind) in EVENT_OF_TALLY.into_iter().enumerate() {
            let rise = self.tallies[slot][tally] - self.before[slot][tally];
            for _ in 0..(rise as usize).min(MAX_RISE) {
                if tally == GOALS {
                    self.scorers.push((frame, slot));
                }
                out.extend(kind.map(|kind| Event::new(kind, frame).by(Some(slot))));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rises_are_events_but_history_is_not() {
        let mut board = Scoreboard::new(1);
        let mut out = Vec::new();
        board.seat(0);
        board.tally(0, 4, 3);
        board.settle(0, &mut out);
        assert!(out.is_empty());
        board.tally(0, 4, 5);
        board.tally(0, 1, 1);
        board.team(1, 1);
        board.settle(8, &mut out);
        assert_eq!(
            out.iter().map(|e| (e.kind, e.frame)).collect::<Vec<_>>(),
            [(events::SHOT, 8); 2]
        );
        assert_eq!(
            (board.scorers.as_slice(), board.team_goals.as_slice()),
            (&[(8, 0)][..], &[(8, 1)][..])
        );
    }
}
