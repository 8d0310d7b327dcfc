//! The state of a native class's instance, with its type beside it.
//!
//! `dyn Any` is asked for its type by a call through a table, whose answer goes through memory; a task that takes a
//! semaphore and sleeps twice asks 85 times, which is a tenth of its time in the browser (a sixth where a lock or a queue
//! is contended). Here the type is compared in place, and what `Any::downcast_ref` does after its comparison is done
//! here: the only unsafe place of our own code, tested under Miri by `make miri`.

use std::any::{Any, TypeId};
use std::ops::Deref;

use super::object::Native;

/// A native state of any type.
pub struct NativeBox {
    /// The type of `state`.
    kind: TypeId,
    state: Box<dyn Native>,
}

impl NativeBox {
    pub fn new(state: impl Native) -> NativeBox {
        NativeBox::from(Box::new(state) as Box<dyn Native>)
    }

    /// The state, if it is a `T`.
    #[inline(always)]
    #[allow(unsafe_code)]
    pub fn get<T: 'static>(&self) -> Option<&T> {
        if self.kind != TypeId::of::<T>() {
            return None;
        }
        // SAFETY: `kind` is the type of `state` since both were set, in `from`; neither is ever changed.
        Some(unsafe { &*(&raw const *self.state).cast::<T>() })
    }
}

impl From<Box<dyn Native>> for NativeBox {
    fn from(state: Box<dyn Native>) -> NativeBox {
        let any: &dyn Any = &*state;
        NativeBox { kind: any.type_id(), state }
    }
}

impl Deref for NativeBox {
    type Target = dyn Native;

    #[inline(always)]
    fn deref(&self) -> &dyn Native {
        &*self.state
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    struct Counter(Cell<u64>);
    struct Nothing;

    impl Native for Counter {}
    impl Native for Nothing {}

    #[test]
    fn a_state_is_found_by_its_own_type_only() {
        let counter = NativeBox::new(Counter(Cell::new(7)));
        assert!(counter.get::<Nothing>().is_none() && counter.get::<u64>().is_none());
        counter.get::<Counter>().expect("a Counter").0.set(8);
        let moved = Box::new(counter);
        assert_eq!(moved.get::<Counter>().expect("a Counter").0.get(), 8);
        assert!(NativeBox::new(Nothing).get::<Nothing>().is_some());
    }
}
