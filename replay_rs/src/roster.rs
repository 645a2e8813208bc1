//! One slot per person for the whole match, however often the seat is re-created.

use crate::header::{HeaderPlayer, Stats};
use crate::identity::{Identity, identity};
use crate::seats::Seat;
use boxcars::CamSettings;

/// More people than this never play one match; the rest would be damage in the file.
const MAX_PLAYERS: usize = 64;

/// Breaks in a stay shorter than this many frames are the server moving the seat.
const MAX_BREAK_FRAMES: usize = 3;

#[derive(Clone, Debug, Default)]
pub struct Player {
    pub id: String,
    pub platform: &'static str,
    pub platform_id: Option<String>,
    pub name: String,
    pub team: i8,
    pub bot: bool,
    pub stats: Option<Stats>,
    pub car_body: Option<u32>,
    pub camera: Option<CamSettings>,
    pub steering_sensitivity: Option<f32>,
    pub title: Option<i32>,
    /// Frames on the field: first, first after.
    pub stays: Vec<(usize, usize)>,
    /// First frame of the first seat.
    pub first: usize,
    pub seats: Vec<u32>,
    pub identity: Option<Identity>,
    pub had_car: bool,
    /// Frames on each team.
    pub on_team: [usize; 2],
}

pub struct Roster {
    pub players: Vec<Player>,
    /// Slot of every seat.
    pub slots: Vec<Option<u16>>,
    pub dropped: usize,
}

impl Roster {
    pub fn new(seats: &[Seat], header: &[HeaderPlayer]) -> Self {
        let mut people: Vec<Player> = Vec::new();
        for (number, seat) in seats.iter().enumerate() {
            match people.iter_mut().find(|person| person.is(seat, seats)) {
                Some(person) => person.sit(number as u32, seat),
                None => people.push(Player::from_seat(number as u32, seat)),
            }
        }
        add_header(&mut people, header);
        let teams = people.iter().any(|person| !person.stays.is_empty());
        people.retain(|person| {
            !person.stays.is_empty() || person.stats.is_some() || (person.had_car && !teams)
        });
        people.iter_mut().for_each(Player::finish);
        people.sort_by_key(|person| (if person.team < 0 { 2 } else { person.team }, person.first));
        let dropped = people.len().saturating_sub(MAX_PLAYERS);
        people.truncate(MAX_PLAYERS);
        tell_apart(&mut people);
        let slots = slots(&people, seats.len());
        Self { players: people, slots, dropped }
    }

    pub fn slot(&self, seat: u32) -> Option<usize> {
        self.slots.get(seat as usize).copied().flatten().map(usize::from)
    }
}

fn slots(people: &[Player], seats: usize) -> Vec<Option<u16>> {
    let mut slots = vec![None; seats];
    for (slot, person) in people.iter().enumerate() {
        for seat in &person.seats {
            slots[*seat as usize] = Some(slot as u16);
        }
    }
    slots
}

impl Player {
    fn from_seat(number: u32, seat: &Seat) -> Self {
        let mut person = Self { team: -1, first: seat.born, ..Self::default() };
        person.identity = seat.id.as_ref().and_then(identity);
        person.sit(number, seat);
        person
    }

    /// The same person took another seat: by account, or for those without one (bots) by name
    /// and team in a seat that is not taken at the same time.
    fn is(&self, seat: &Seat, seats: &[Seat]) -> bool {
        match (&self.identity, seat.id.as_ref().and_then(identity)) {
            (Some(known), Some(other)) => *known == other,
            (None, None) => {
                let name = seat.name.as_deref().unwrap_or_default();
                let same_team = team(seat).is_none() || team(seat) == self.seat_team(seats);
                self.name == name
                    && self.bot == seat.bot
                    && same_team
                    && !self.overlaps(seat, seats)
            }
            _ => false,
        }
    }

    fn overlaps(&self, seat: &Seat, seats: &[Seat]) -> bool {
        let (Some(first), Some(last)) = (seat.stays.first(), seat.stays.last()) else {
            return false;
        };
        let mine = self.seats.iter().flat_map(|number| &seats[*number as usize].stays);
        mine.into_iter().any(|stay| stay.0 < last.1 && first.0 < stay.1)
    }

    fn seat_team(&self, seats: &[Seat]) -> Option<i8> {
        self.seats.iter().find_map(|number| team(&seats[*number as usize]))
    }

    fn sit(&mut self, number: u32, seat: &Seat) {
        self.seats.push(number);
        self.bot |= seat.bot;
        self.had_car |= seat.had_car;
        if let Some(name) = &seat.name {
            self.name.clone_from(name);
        }
        self.camera = seat.camera.or(self.camera);
        self.steering_sensitivity = seat.steering_sensitivity.or(self.steering_sensitivity);
        self.title = seat.title.filter(|title| *title != 0).or(self.title);
        for (from, to, team) in &seat.stays {
            self.stays.push((*from, *to));
            if let Some(frames) =
                usize::try_from(*team).ok().and_then(|team| self.on_team.get_mut(team))
            {
                *frames += to - from;
            }
            self.car_body = usize::try_from(*team)
                .ok()
                .and_then(|team| *seat.bodies.get(team)?)
                .or(self.car_body);
        }
    }

    fn finish(&mut self) {
        if self.on_team != [0, 0] {
            self.team = i8::from(self.on_team[1] > self.on_team[0]);
        }
        self.stays = merged(std::mem::take(&mut self.stays));
        let (platform, id) = match &self.identity {
            Some(who) if who.local > 0 => (who.platform, format!("{}/{}", who.id, who.local)),
            Some(who) => (who.platform, who.id.clone()),
            None if self.bot => ("bot", self.name.clone()),
            None => ("unknown", self.name.clone()),
        };
        self.id = format!("{platform}:{id}");
        self.platform = platform;
        self.platform_id = self.identity.as_ref().map(|who| who.id.clone());
    }
}

fn team(seat: &Seat) -> Option<i8> {
    seat.stays.first().map(|stay| stay.2)
}

/// Two bots of one name get ids of their own.
fn tell_apart(people: &mut [Player]) {
    for at in 1..people.len() {
        let (before, rest) = people.split_at_mut(at);
        let twins =
            before.iter().filter(|other| other.name == rest[0].name && other.identity.is_none());
        let number = twins.count();
        if rest[0].identity.is_none() && number > 0 {
            rest[0].id = format!("{}/{number}", rest[0].id);
        }
    }
}

fn merged(mut stays: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    stays.sort_unstable();
    let mut joined: Vec<(usize, usize)> = Vec::with_capacity(stays.len());
    for (from, to) in stays {
        match joined.last_mut() {
            Some(last) if from <= last.1 + MAX_BREAK_FRAMES => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// Gives everybody the line of the header's scoreboard that is theirs, best evidence first.
fn add_header(people: &mut Vec<Player>, header: &[HeaderPlayer]) {
    for line in header {
        let found = position(people, |person| person.account_is(line))
            .or_else(|| {
                position(people, |person| person.name == line.name && person.mostly(line.team))
            })
            .or_else(|| position(people, |person| person.name == line.name));
        let at = found.unwrap_or_else(|| {
            people.push(Player::from_header(line));
            people.len() - 1
        });
        let person = &mut people[at];
        person.stats = Some(line.stats);
        person.bot |= line.bot;
        if person.on_team == [0, 0] {
            person.team = line.team;
        }
    }
}

fn position(people: &[Player], test: impl Fn(&Player) -> bool) -> Option<usize> {
    people.iter().position(|person| person.stats.is_none() && test(person))
}

impl Player {
    fn account_is(&self, line: &HeaderPlayer) -> bool {
        let Some(who) = &self.identity else { return false };
        !line.platform_id.is_empty()
            && who.id == line.platform_id
            && (who.local == 0 || self.name == line.name)
    }

    fn mostly(&self, team: i8) -> bool {
        usize::try_from(team)
            .ok()
            .and_then(|team| self.on_team.get(team))
            .is_some_and(|frames| *frames > 0)
    }

    fn from_header(line: &HeaderPlayer) -> Self {
        let identity = (!line.platform_id.is_empty()).then(|| Identity {
            platform: line.platform,
            id: line.platform_id.clone(),
            local: 0,
        });
        Self {
            name: line.name.clone(),
            team: line.team,
            bot: line.bot,
            first: usize::MAX,
            identity,
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use boxcars::{RemoteId, UniqueId};

    fn seat(steam: u64, local_id: u8, name: &str, stay: (usize, usize, i8)) -> Seat {
        let id = (steam > 0).then_some(UniqueId {
            system_id: 1,
            remote_id: RemoteId::Steam(steam),
            local_id,
        });
        Seat { id, name: Some(name.into()), born: stay.0, stays: vec![stay], ..Seat::default() }
    }

    #[test]
    fn a_person_who_returns_keeps_the_slot() {
        let seats = [
            seat(7, 0, "Ada", (0, 10, 1)),
            seat(9, 0, "Bob", (0, 50, 0)),
            seat(7, 0, "Ada", (20, 50, 1)),
        ];
        let roster = Roster::new(&seats, &[]);
        assert_eq!(roster.slots, [Some(1), Some(0), Some(1)]);
        assert_eq!(roster.players[1].stays, [(0, 10), (20, 50)]);
        assert_eq!(roster.players[1].id, "steam:7");
    }

    #[test]
    fn split_screen_guests_are_people_of_their_own() {
        let seats = [seat(7, 0, "Ada", (0, 10, 0)), seat(7, 1, "Ada(1)", (0, 10, 1))];
        let roster = Roster::new(&seats, &[]);
        assert_eq!(roster.players[0].id, "steam:7");
        assert_eq!(roster.players[1].id, "steam:7/1");
    }

    #[test]
    fn spectators_have_no_slot_and_header_only_players_do() {
        let mut watcher = seat(5, 0, "Eve", (0, 0, 0));
        watcher.stays.clear();
        let line = HeaderPlayer {
            name: "Zed".into(),
            team: 0,
            bot: false,
            platform: "xbox",
            platform_id: "12".into(),
            stats: Stats::default(),
        };
        let roster = Roster::new(&[watcher, seat(7, 0, "Ada", (0, 10, 0))], &[line]);
        let ids: Vec<&str> = roster.players.iter().map(|player| player.id.as_str()).collect();
        assert_eq!(ids, ["steam:7", "xbox:12"]);
    }
}
