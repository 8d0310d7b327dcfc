//! Entries of a stack as CPython's asyncio keeps them in debug mode: where something was made.

use std::rc::Rc;

/// A place where a frame stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackEntry {
    pub file: Rc<str>,
    pub line: u32,
    /// The function's name (`co_name`).
    pub function: Rc<str>,
}
