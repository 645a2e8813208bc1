//! Notices the game shows to everybody, such as a save or an epic save.

use crate::events::{self, Event};
use crate::scoreboard::Scoreboard;

pub struct StatEvents<'a> {
    objects: &'a [String],
    /// Names met so far; events refer to them by index.
    pub names: Vec<String>,
    showing: i32,
    pending: Option<i32>,
}

impl<'a> StatEvents<'a> {
    pub fn new(objects: &'a [String]) -> Self {
        Self { objects, names: Vec::new(), showing: -1, pending: None }
    }

    /// Key frames repeat the notice that is showing; between two notices it is cleared.
    pub fn note(&mut self, object: i32) {
        if object != self.showing && object >= 0 {
            self.pending = Some(object);
        }
        self.showing = object;
    }

    /// The player is whoever the scoreboard credits in the same frame.
    pub fn settle(&mut self, frame: usize, board: &Scoreboard, out: &mut Vec<Event>) {
        let Some(object) = self.pending.take() else { return };
        let Some(name) = usize::try_from(object).ok().and_then(|at| self.objects.get(at)) else {
            return;
        };
        let name = name.rsplit('.').next().unwrap_or(name);
        let at = self.names.iter().position(|known| known == name).unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        let player = match name {
            "Goal" => board.credited(1),
            "Save" | "EpicSave" => board.credited(3),
            "Assist" => board.credited(2),
            "Shot" => board.credited(4),
            _ => None,
        };
        out.push(Event::new(events::STAT, frame).by(player).detail(at as i32));
    }
}
