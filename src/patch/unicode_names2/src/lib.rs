//! Stands in for `unicode_names2`, whose table of character names weighs 300 KB and would be part of what each page
//! loads: who uses the parser says how a name is found.

use std::sync::OnceLock;

/// How [`character`] finds a name; nobody knows any until it is set.
pub static LOOKUP: OnceLock<fn(&str) -> Option<char>> = OnceLock::new();

/// The character of a name.
pub fn character(name: &str) -> Option<char> {
    LOOKUP.get().and_then(|lookup| lookup(name))
}
