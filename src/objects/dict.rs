//! The dict's data.

use std::rc::Rc;

use super::attrs::HasAttrs;

/// Entries of a dict: a table of its own, or a view of a namespace (`obj.__dict__`, `globals()`).
#[derive(Default)]
pub enum DictData {
    #[default]
    Table,
    View(Rc<dyn HasAttrs>),
}
