//! What an object that the log follows knows of itself: its number, and whether its name is told.

use std::cell::Cell;

use super::ids::ObjectId;
use super::log::Log;

/// An object's number in the log. What is made for asyncio's or the library's own use has none ([`Default`]), or the
/// number of what it is part of ([`Followed::part`]).
#[derive(Default)]
pub struct Followed {
    id: Cell<ObjectId>,
    named: Cell<bool>,
}

impl Followed {
    /// What `id` says has just been created.
    pub fn new(id: ObjectId) -> Followed {
        Followed { id: Cell::new(id), named: Cell::default() }
    }

    /// A part of something that has a number: what happens to it happens to that, whose name is its own.
    pub fn part(of: ObjectId) -> Followed {
        Followed { id: Cell::new(of), named: Cell::new(true) }
    }

    pub fn id(&self) -> ObjectId {
        self.id.get()
    }

    /// Whether its name is told.
    pub fn is_named(&self) -> bool {
        self.named.get()
    }

    /// From now on it has this number.
    pub fn set_id(&self, id: ObjectId) {
        self.id.set(id);
    }

    /// From now on it is a part of that.
    pub fn set_part(&self, of: ObjectId) {
        self.id.set(of);
        self.named.set(true);
    }

    /// A variable has been given the object: the first one's name is the object's.
    pub fn bound_to(&self, log: &mut Log, name: &str) {
        if self.id.get().is_some() && !self.named.replace(true) {
            let name = log.intern(name);
            log.object_named(self.id.get(), name);
        }
    }
}
