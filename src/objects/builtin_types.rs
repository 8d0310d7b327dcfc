//! Fills the built-in classes with their methods.

use super::types::Types;

/// Called once for each thread, when the classes have been made.
pub fn install(_types: &'static Types) {}
