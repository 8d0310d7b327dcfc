//! The set's data.

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
