//! The set's data.

use std::rc::Rc;

use super::containers::Set;
use super::exception::PyResult;
use super::header::Header;
use super::interp::{Interp, not_supported};
use super::value::Value;

/// Members of a set.
#[derive(Default)]
pub struct SetData;

impl SetData {
    /// A set of hashable constants (numbers, strs, bytes, None, tuples of such).
    pub fn of_constants(_items: impl Iterator<Item = Value>) -> SetData {
        SetData
    }
}

impl Set {
    pub fn new(frozen: bool) -> Rc<Set> {
        Rc::new(Set { header: Header::default(), frozen, data: Default::default() })
    }

    /// A set of these items.
    pub fn of(i: &mut dyn Interp, frozen: bool, items: impl IntoIterator<Item = Value>) -> PyResult<Rc<Set>> {
        let set = Set::new(frozen);
        for item in items {
            set.add(i, item)?;
        }
        Ok(set)
    }

    /// Adds `item`; whether it was new.
    pub fn add(&self, i: &mut dyn Interp, item: Value) -> PyResult<bool> {
        let _ = item;
        Err(not_supported(i, "set", None))
    }

    pub fn contains(&self, i: &mut dyn Interp, item: &Value) -> PyResult<bool> {
        let _ = item;
        Err(not_supported(i, "set", None))
    }

    /// Removes `item`; whether it was there.
    pub fn remove(&self, i: &mut dyn Interp, item: &Value) -> PyResult<bool> {
        let _ = item;
        Err(not_supported(i, "set", None))
    }

    pub fn len(&self) -> usize {
        0
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All members, in the table's order.
    pub fn items(&self) -> Vec<Value> {
        Vec::new()
    }
}
