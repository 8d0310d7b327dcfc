//! The registry of objects that can be part of reference cycles. Allocation passes through [`track`].

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::object::Object;

thread_local! {
    static TRACKED: RefCell<Vec<Weak<Object>>> = const { RefCell::new(Vec::new()) };
}

/// Called for each tracked allocation. Collection itself is not built yet: until it is, instances are not recorded.
#[inline(always)]
pub fn track(_object: &Rc<Object>) {}

/// Forgets all tracked objects of this thread.
pub fn clear() {
    TRACKED.with(|t| t.borrow_mut().clear());
}
