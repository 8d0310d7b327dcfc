//! What refers weakly to an object, kept in the object itself.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::finalizer::{self, Finalizer};
use super::object::Object;

/// The weak references to an object.
#[derive(Default)]
pub struct Watchers {
    /// The one that is given out again and again: without a callback.
    pub plain: RefCell<Weak<Object>>,
    /// The others, in the order in which they were made.
    pub others: RefCell<Vec<Weak<Object>>>,
}

/// Where an object's weak references are kept, if there are any. They are told when it goes.
#[derive(Default)]
pub struct WeakSlot(RefCell<Option<Rc<Watchers>>>);

impl WeakSlot {
    /// The references; the object is watched from now on.
    pub fn watch(&self) -> Rc<Watchers> {
        self.0.borrow_mut().get_or_insert_default().clone()
    }

    /// The references, if there are any.
    pub fn watchers(&self) -> Option<Rc<Watchers>> {
        self.0.borrow().clone()
    }

    pub fn take(&self) -> Option<Rc<Watchers>> {
        self.0.take()
    }

    /// The object is going: the references are told before the next instruction.
    #[inline]
    pub fn tell(&self) {
        if let Some(watchers) = self.0.take() {
            finalizer::enqueue(Finalizer::Watchers(watchers));
        }
    }
}

impl Drop for WeakSlot {
    fn drop(&mut self) {
        self.tell();
    }
}
