//! What a class's attributes were found to be along its order, by name: places that a name's number picks.

use super::symbol::Symbol;
use super::value::Value;

/// One place: a name, the epoch in which it was looked up, and what was found (`Unset`: nothing).
struct Place {
    name: Symbol,
    epoch: u32,
    value: Value,
}

/// Empty at first; it grows while names that are looked up share a place.
#[derive(Default)]
pub struct LookupCache {
    places: Vec<Option<Place>>,
}

const FIRST: usize = 8;
const MOST: usize = 128;

impl LookupCache {
    #[inline(always)]
    fn place(&self, name: Symbol) -> usize {
        name.number() as usize & self.places.len().wrapping_sub(1)
    }

    /// What was found for a name in this epoch.
    #[inline(always)]
    pub fn get(&self, name: Symbol, epoch: u32) -> Option<&Value> {
        match self.places.get(self.place(name)) {
            Some(Some(place)) if place.name == name && place.epoch == epoch => Some(&place.value),
            _ => None,
        }
    }

    /// Keeps what was found; gives what it takes the place of, to be dropped where the cache is not borrowed.
    pub fn put(&mut self, name: Symbol, epoch: u32, value: Value) -> Vec<Value> {
        let mut old = Vec::new();
        if self.places.is_empty() {
            self.places.resize_with(FIRST, || None);
        }
        loop {
            let at = self.place(name);
            match &self.places[at] {
                Some(other) if other.name != name && other.epoch == epoch && self.places.len() < MOST => {
                    self.grow(epoch, &mut old);
                }
                _ => {
                    let replaced = self.places[at].replace(Place { name, epoch, value });
                    old.extend(replaced.map(|place| place.value));
                    return old;
                }
            }
        }
    }

    /// Makes twice as many places, for what was found in this epoch.
    fn grow(&mut self, epoch: u32, old: &mut Vec<Value>) {
        let wider = self.places.len() * 2;
        let mut places = Vec::new();
        places.resize_with(wider, || None);
        for place in std::mem::replace(&mut self.places, places).into_iter().flatten() {
            if place.epoch == epoch {
                let at = self.place(place.name);
                self.places[at] = Some(place);
            } else {
                old.push(place.value);
            }
        }
    }

    pub fn remove(&mut self, name: Symbol) -> Option<Value> {
        let at = self.place(name);
        match self.places.get_mut(at) {
            Some(place @ Some(_)) if place.as_ref().is_some_and(|place| place.name == name) => {
                place.take().map(|place| place.value)
            }
            _ => None,
        }
    }
}
