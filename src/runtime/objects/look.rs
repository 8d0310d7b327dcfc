//! Borrowing a `RefCell` where programs spend their time. `RefCell::borrow` is a call, with its answer in memory, where
//! the page is optimised for size; these are a few instructions in place.

use std::cell::{Ref, RefCell, RefMut};

/// As [`RefCell::borrow`].
#[inline(always)]
pub fn look<T>(cell: &RefCell<T>) -> Ref<'_, T> {
    match cell.try_borrow() {
        Ok(borrowed) => borrowed,
        Err(_) => in_use(),
    }
}

/// As [`RefCell::borrow_mut`].
#[inline(always)]
pub fn change<T>(cell: &RefCell<T>) -> RefMut<'_, T> {
    match cell.try_borrow_mut() {
        Ok(borrowed) => borrowed,
        Err(_) => in_use(),
    }
}

#[cold]
#[inline(never)]
fn in_use() -> ! {
    panic!("a value is borrowed already")
}
