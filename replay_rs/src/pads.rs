//! Boost pads: where they are in standard arenas, and who took which.

use crate::actors::{Actors, NONE};
use crate::events::{self, Event};
use crate::objects::Kind;
use crate::units::{UNKNOWN3, Vec3};
use boxcars::Attribute;

/// Pads of a standard soccar arena by y, then x: position and whether it is a big one.
pub const STANDARD: [([f32; 2], bool); 34] = [
    ([0.0, -4240.0], false),
    ([-1792.0, -4184.0], false),
    ([1792.0, -4184.0], false),
    ([-3072.0, -4096.0], true),
    ([3072.0, -4096.0], true),
    ([-940.0, -3308.0], false),
    ([940.0, -3308.0], false),
    ([0.0, -2816.0], false),
    ([-3584.0, -2484.0], false),
    ([3584.0, -2484.0], false),
    ([-1788.0, -2300.0], false),
    ([1788.0, -2300.0], false),
    ([-2048.0, -1036.0], false),
    ([2048.0, -1036.0], false),
    ([0.0, -1024.0], false),
    ([-3584.0, 0.0], true),
    ([-1024.0, 0.0], false),
    ([1024.0, 0.0], false),
    ([3584.0, 0.0], true),
    ([0.0, 1024.0], false),
    ([-2048.0, 1036.0], false),
    ([2048.0, 1036.0], false),
    ([-1788.0, 2300.0], false),
    ([1788.0, 2300.0], false),
    ([-3584.0, 2484.0], false),
    ([3584.0, 2484.0], false),
    ([0.0, 2816.0], false),
    ([-940.0, 3308.0], false),
    ([940.0, 3308.0], false),
    ([-3072.0, 4096.0], true),
    ([3072.0, 4096.0], true),
    ([-1792.0, 4184.0], false),
    ([1792.0, 4184.0], false),
    ([0.0, 4240.0], false),
];

/// Height of small and big pads above the floor, uu.
const HEIGHT: [f32; 2] = [70.0, 73.0];
/// A car takes a big pad within 208 uu and drives up to 77 uu between two frames.
const REACH: f32 = 400.0;
/// A small pad comes back after 4 s, a big one after 10 s; this lies between.
const SMALL_RESPAWN_S: f64 = 7.0;
/// A pad cannot be taken twice within this time, with room for timing noise.
const MIN_RESPAWN_S: f64 = 3.5;
/// A gain above this, in percent, is a big pad; a small one gives 12.
const SMALL_GAIN: f32 = 20.0;
/// State byte of a pad that is there to be taken, in the newer property.
const FREE: u8 = 255;

/// One pad of the map, by its object name.
struct Pad {
    taker: Option<(i32, u8)>,
    taken_s: f64,
    /// Votes for small and big from respawn times and gains.
    votes: [u32; 2],
    picks: Vec<usize>,
}

/// A pickup before its pad has been placed.
#[derive(Clone, Copy, Debug)]
struct Pick {
    event: Event,
    car: Vec3,
}

struct Pending {
    pad: u32,
    car_actor: i32,
}

/// A fresh pickup that needs the car it was made by.
pub struct Taken {
    pub pad: u32,
    pub car: u32,
}

pub struct Pads {
    /// Pad of every object id.
    by_object: Vec<u32>,
    pads: Vec<Pad>,
    picks: Vec<Pick>,
    pending: Vec<Pending>,
}

impl Pads {
    pub fn new(objects: usize) -> Self {
        Self {
            by_object: vec![NONE; objects],
            pads: Vec::new(),
            picks: Vec::new(),
            pending: Vec::new(),
        }
    }

    /// Index of the pad with this object id.
    pub fn index(&mut self, object: i32) -> u32 {
        let Some(index) = usize::try_from(object).ok().and_then(|at| self.by_object.get_mut(at))
        else {
            return NONE;
        };
        if *index == NONE {
            *index = self.pads.len() as u32;
            self.pads.push(Pad {
                taker: None,
                taken_s: f64::NEG_INFINITY,
                votes: [0; 2],
                picks: Vec::new(),
            });
        }
        *index
    }

    /// Takes the state of a pad. The key frame of a goal replay names no car (-1) where one is
    /// gone; that is no pickup.
    pub fn update(&mut self, pad: u32, attribute: &Attribute, frame: usize, time_s: f64) {
        let Some(state) = self.pads.get_mut(pad as usize) else { return };
        let taker = match attribute {
            Attribute::Pickup(p) => p.instigator.filter(|_| p.picked_up).map(|car| (car.0, 0)),
            Attribute::PickupNew(p) => {
                p.instigator.filter(|_| p.picked_up != FREE).map(|car| (car.0, p.picked_up))
            }
            _ => return,
        };
        if taker.is_some_and(|(car, _)| car < 0) {
            return;
        }
        let waited = time_s - state.taken_s;
        let before = std::mem::replace(&mut state.taker, taker);
        match taker {
            None if before.is_some() => state.vote_respawn(waited),
            Some((car_actor, _)) if before != taker && waited > MIN_RESPAWN_S => {
                state.taken_s = time_s;
                if frame > 0 {
                    self.pending.push(Pending { pad, car_actor });
                }
            }
            _ => {}
        }
    }

    /// Fresh pickups of the frame, once all links are known.
    pub fn taken(&mut self, actors: &Actors) -> Vec<Taken> {
        std::mem::take(&mut self.pending)
            .into_iter()
            .filter_map(|taken| {
                Some(Taken { pad: taken.pad, car: actors.index(taken.car_actor, Kind::Car)? })
            })
            .collect()
    }

    pub fn pick(&mut self, pad: u32, event: Event, car: Vec3) {
        if let Some(state) = self.pads.get_mut(pad as usize) {
            state.picks.push(self.picks.len());
            self.picks.push(Pick { event, car });
        }
    }

    /// A tank rose by this much right after its car took a pad.
    pub fn vote_gain(&mut self, pad: u32, gain: f32) {
        if let Some(pad) = self.pads.get_mut(pad as usize) {
            pad.votes[usize::from(gain > SMALL_GAIN)] += 1;
        }
    }

    /// Places every pad and gives the pickups.
    pub fn finish(self, map: &str) -> Vec<Event> {
        let places: Vec<Option<usize>> =
            self.pads.iter().map(|pad| pad.place(&self.picks)).collect();
        let standard = is_standard(map, &self.pads, &places);
        let mut events = Vec::with_capacity(self.picks.len());
        for (pad, place) in self.pads.iter().zip(places) {
            let place = place.filter(|_| standard);
            events.extend(
                pad.picks.iter().map(|pick| placed(&self.picks[*pick], place, pad.is_big())),
            );
        }
        events
    }
}

fn placed(pick: &Pick, place: Option<usize>, big: bool) -> Event {
    let event = match place {
        Some(place) => {
            let ([x, y], big) = STANDARD[place];
            Event { kind: kind(big), ..pick.event }.detail(place as i32).at([
                x,
                y,
                HEIGHT[usize::from(big)],
            ])
        }
        None => Event { kind: kind(big), ..pick.event }.at(pick.car),
    };
    Event { value: event.value.clamp(0.0, 100.0), ..event }
}

fn kind(big: bool) -> u8 {
    if big { events::BIG_PAD } else { events::SMALL_PAD }
}

/// Hoops, Dropshot and the Labs maps have layouts of their own; others are standard when nearly
/// every pad lies on a place of the table that no other pad claims.
fn is_standard(map: &str, pads: &[Pad], places: &[Option<usize>]) -> bool {
    let map = map.to_ascii_lowercase();
    if ["hoops", "shattershot", "labs_"].iter().any(|other| map.contains(other)) {
        return false;
    }
    let used = pads.iter().filter(|pad| !pad.picks.is_empty()).count();
    let mut claimed = [false; STANDARD.len()];
    for place in places.iter().flatten() {
        claimed[*place] = true;
    }
    let distinct = claimed.iter().filter(|claimed| **claimed).count();
    distinct * 10 >= used * 9
}

impl Pad {
    fn vote_respawn(&mut self, waited: f64) {
        if waited > MIN_RESPAWN_S {
            self.votes[usize::from(waited > SMALL_RESPAWN_S)] += 1;
        }
    }

    fn is_big(&self) -> bool {
        self.votes[1] > self.votes[0]
    }

    /// Place in the table nearest to the middle of all pickups.
    fn place(&self, picks: &[Pick]) -> Option<usize> {
        let cars: Vec<Vec3> = self
            .picks
            .iter()
            .map(|pick| picks[*pick].car)
            .filter(|car| car[0].is_finite())
            .collect();
        if cars.is_empty() {
            return None;
        }
        let middle = [median(&cars, 0), median(&cars, 1)];
        let gap = |place: &[f32; 2]| (place[0] - middle[0]).hypot(place[1] - middle[1]);
        let (at, nearest) = STANDARD
            .iter()
            .map(|(place, _)| gap(place))
            .enumerate()
            .min_by(|a, b| a.1.total_cmp(&b.1))?;
        (nearest < REACH).then_some(at)
    }
}

fn median(cars: &[Vec3], axis: usize) -> f32 {
    let mut values: Vec<f32> = cars.iter().map(|car| car[axis]).collect();
    values.sort_by(f32::total_cmp);
    values[values.len() / 2]
}

/// A pickup by `player` whose tank held `boost` before.
pub fn pickup(frame: usize, player: Option<usize>, boost: f32) -> Event {
    Event::new(events::SMALL_PAD, frame).by(player).value(boost).at(UNKNOWN3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use boxcars::{ActorId, Pickup, PickupNew};

    fn old(car: Option<i32>) -> Attribute {
        Attribute::Pickup(Pickup { instigator: car.map(ActorId), picked_up: true })
    }

    fn new(car: Option<i32>, state: u8) -> Attribute {
        Attribute::PickupNew(PickupNew { instigator: car.map(ActorId), picked_up: state })
    }

    #[test]
    fn the_table_is_sorted_and_symmetric() {
        let sorted = STANDARD.windows(2).all(|pair| {
            let ([x0, y0], [x1, y1]) = (pair[0].0, pair[1].0);
            (y0, x0) < (y1, x1)
        });
        assert!(sorted);
        assert_eq!(STANDARD.iter().filter(|(_, big)| *big).count(), 6);
        assert!(STANDARD.iter().all(|([x, y], big)| STANDARD.contains(&([-x, -y], *big))));
    }

    #[test]
    fn repeats_of_a_taken_pad_count_once() {
        let mut pads = Pads::new(1);
        let pad = pads.index(0);
        pads.update(pad, &new(Some(4), 1), 5, 1.0);
        pads.update(pad, &new(Some(4), 1), 6, 9.0);
        pads.update(pad, &new(None, FREE), 7, 11.0);
        pads.update(pad, &new(Some(4), 3), 8, 12.0);
        assert_eq!(pads.pending.len(), 2);
        assert!(pads.pads[0].is_big());
    }

    #[test]
    fn small_pads_are_known_by_their_respawn() {
        let mut pads = Pads::new(1);
        let pad = pads.index(0);
        pads.update(pad, &old(Some(4)), 5, 1.0);
        pads.update(pad, &old(None), 6, 5.0);
        assert!(!pads.pads[0].is_big());
    }

    #[test]
    fn pickups_near_a_place_get_its_index() {
        let mut pads = Pads::new(1);
        let pad = pads.index(0);
        pads.pick(pad, pickup(9, Some(1), 120.0), [3500.0, 60.0, 17.0]);
        let events = pads.finish("cs_p");
        assert_eq!(
            (events[0].kind, events[0].detail, events[0].value),
            (events::BIG_PAD, 18, 100.0)
        );
    }
}
