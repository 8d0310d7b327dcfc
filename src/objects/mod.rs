//! values and the built-in types.

pub mod hash;
pub mod str;
