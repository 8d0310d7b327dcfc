//! `Rarely`: what few objects of a kind have, in memory of its own once one has it.

use std::cell::{Ref, RefCell};

use super::look::{change, look};

/// A `T` that is made when something is first put into it.
pub struct Rarely<T>(RefCell<Option<Box<T>>>);

impl<T> Default for Rarely<T> {
    fn default() -> Rarely<T> {
        Rarely(RefCell::new(None))
    }
}

impl<T: Default> Rarely<T> {
    /// It, if it has been made.
    #[inline]
    pub fn get(&self) -> Option<Ref<'_, T>> {
        Ref::filter_map(look(&self.0), |made| made.as_deref()).ok()
    }

    /// What `f` does with it; it is made if need be.
    #[inline(never)]
    pub fn change<R>(&self, f: impl FnOnce(&mut T) -> R) -> R {
        f(change(&self.0).get_or_insert_default())
    }

    /// What `f` does with it, if it has been made.
    pub fn change_made<R>(&self, f: impl FnOnce(&mut T) -> R) -> Option<R> {
        change(&self.0).as_deref_mut().map(f)
    }

    /// It, or what a new one is; it is not there afterwards.
    pub fn take(&self) -> T {
        self.0.take().map_or_else(T::default, |made| *made)
    }

    /// The same, moved elsewhere.
    pub fn moved(&self) -> Rarely<T> {
        Rarely(RefCell::new(self.0.take()))
    }
}
