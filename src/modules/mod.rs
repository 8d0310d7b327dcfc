//! builtins and the standard library's bindings.

pub mod builtins;
pub mod random_mt;
