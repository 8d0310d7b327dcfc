//! Stands in for `unicode_names2`, whose table of character names weighs 300 KB: `\N{…}` escapes are found in the
//! literal's source by our own compiler, so the parser's answer to them does not matter.

/// Never knows a name.
pub fn character(_name: &str) -> Option<char> {
    None
}
