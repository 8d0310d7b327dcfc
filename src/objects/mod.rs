//! values and the built-in types.

pub mod error_text;
pub mod hash;
pub mod int;
pub mod str;
