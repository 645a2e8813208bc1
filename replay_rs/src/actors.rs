//! Which actor an id stands for right now. Ids are re-used, and every key frame announces all
//! living actors again.

use crate::objects::Kind;

/// Ids from here on are ignored; the game has at most 2047 channels. Bounds the work per frame.
const MAX_ID: usize = 4096;

/// Index of nothing.
pub const NONE: u32 = u32::MAX;

#[derive(Clone, Copy, Debug)]
pub struct Actor {
    pub object: i32,
    pub kind: Kind,
    /// Place in the list that its kind keeps, or `NONE`.
    pub index: u32,
    pub alive: bool,
}

const ABSENT: Actor = Actor { object: -1, kind: Kind::Other, index: NONE, alive: false };

/// Why an actor was announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Birth {
    /// A new actor, with this index in the list of its kind.
    New,
    /// A key frame repeats a living actor; properties left out have their default value.
    Repeat(u32),
    /// The id is outside what the game can use.
    Refused,
}

#[derive(Default)]
pub struct Actors {
    table: Vec<Actor>,
}

impl Actors {
    /// Announces an actor; a new one gets `index`.
    pub fn announce(&mut self, id: i32, object: i32, kind: Kind, index: u32) -> Birth {
        let Some(at) = usize::try_from(id).ok().filter(|at| *at < MAX_ID) else {
            return Birth::Refused;
        };
        if at >= self.table.len() {
            self.table.resize(at + 1, ABSENT);
        }
        let known = self.table[at];
        if known.alive && known.object == object {
            return Birth::Repeat(known.index);
        }
        self.table[at] = Actor { object, kind, index, alive: true };
        Birth::New
    }

    /// Marks an actor as gone; its entry stays readable until the id is used again, because the
    /// frame that deletes a car may still tell who demolished it.
    pub fn remove(&mut self, id: i32) -> Option<Actor> {
        let actor = self.table.get_mut(usize::try_from(id).ok()?)?;
        actor.alive.then(|| {
            actor.alive = false;
            *actor
        })
    }

    pub fn get(&self, id: i32) -> Option<Actor> {
        self.table.get(usize::try_from(id).ok()?).copied()
    }

    /// Index of the actor in the list of `kind`, if it is of that kind.
    pub fn index(&self, id: i32, kind: Kind) -> Option<u32> {
        self.get(id)
            .filter(|actor| actor.kind == kind && actor.index != NONE)
            .map(|actor| actor.index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_keep_their_index_and_reuse_gets_a_new_one() {
        let mut actors = Actors::default();
        assert_eq!(actors.announce(3, 10, Kind::Car, 0), Birth::New);
        assert_eq!(actors.announce(3, 10, Kind::Car, 1), Birth::Repeat(0));
        assert!(actors.remove(3).is_some());
        assert!(actors.remove(3).is_none());
        assert_eq!(actors.index(3, Kind::Car), Some(0));
        assert_eq!(actors.announce(3, 10, Kind::Car, 1), Birth::New);
        assert_eq!(actors.index(3, Kind::Car), Some(1));
        assert_eq!(actors.index(3, Kind::Ball), None);
    }

    #[test]
    fn absurd_ids_are_refused() {
        let mut actors = Actors::default();
        assert_eq!(actors.announce(i32::MAX, 1, Kind::Car, 0), Birth::Refused);
        assert_eq!(actors.announce(-1, 1, Kind::Car, 0), Birth::Refused);
        assert!(actors.get(-1).is_none());
    }
}
