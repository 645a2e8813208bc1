//! Which car each component hangs on. Found in the first pass, because the link may come after
//! the component: a frame or two later, or in games of 2016 with the next key frame. It holds for
//! the whole life of the component.

use crate::actors::{Actors, NONE};
use crate::objects::Kind;

#[derive(Clone, Copy, PartialEq)]
enum Link {
    Unknown,
    Waiting,
    Car(u32),
}

/// Cars of all components, both numbered by birth.
#[derive(Default)]
pub struct Links {
    components: Vec<Link>,
    /// Components that wait for a car with this actor id.
    waiting: Vec<(u32, i32)>,
    /// A car was born or a link told in this frame.
    changed: bool,
    cars_born: u32,
}

impl Links {
    /// Number that the next new car gets.
    pub fn next_car(&self) -> usize {
        self.cars_born as usize
    }

    pub fn add_car(&mut self) {
        self.cars_born += 1;
        self.changed = true;
    }

    /// Number that the next new component gets.
    pub fn next_component(&self) -> usize {
        self.components.len()
    }

    pub fn add_component(&mut self) {
        self.components.push(Link::Unknown);
    }

    /// Number of a component's car.
    pub fn car(&self, component: u32) -> u32 {
        match self.components.get(component as usize) {
            Some(Link::Car(car)) => *car,
            _ => NONE,
        }
    }

    /// The file names the actor of a component's car.
    pub fn note(&mut self, component: u32, car_actor: i32) {
        let link = self.components.get_mut(component as usize);
        if let Some(link @ Link::Unknown) = link
            && car_actor >= 0
        {
            *link = Link::Waiting;
            self.waiting.push((component, car_actor));
            self.changed = true;
        }
    }

    /// Forgets a component that is gone.
    pub fn remove(&mut self, component: u32) {
        if self.components.get(component as usize) == Some(&Link::Waiting) {
            self.waiting.retain(|(other, _)| *other != component);
        }
    }

    /// Follows the links once the whole frame is known, for they come in any order.
    pub fn settle(&mut self, actors: &Actors) {
        if !std::mem::take(&mut self.changed) {
            return;
        }
        let components = &mut self.components;
        self.waiting.retain(|(component, actor)| {
            let car = actors.get(*actor).filter(|actor| actor.alive && actor.kind == Kind::Car);
            let link = components.get_mut(*component as usize);
            if let (Some(car), Some(link)) = (car, link) {
                *link = Link::Car(car.index);
                return false;
            }
            true
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_waits_for_its_car() {
        let (mut links, mut actors) = (Links::default(), Actors::default());
        links.add_component();
        links.note(0, 9);
        links.settle(&actors);
        assert_eq!(links.car(0), NONE);
        actors.announce(9, 1, Kind::Car, links.next_car() as u32);
        links.add_car();
        links.settle(&actors);
        assert_eq!(links.car(0), 0);
    }

    #[test]
    fn the_first_car_keeps_its_component() {
        let (mut links, mut actors) = (Links::default(), Actors::default());
        links.add_component();
        actors.announce(9, 1, Kind::Car, 0);
        actors.announce(10, 1, Kind::Car, 1);
        links.note(0, 9);
        links.settle(&actors);
        links.note(0, 10);
        links.settle(&actors);
        assert_eq!(links.car(0), 0);
    }
}
