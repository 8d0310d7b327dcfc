//! values and the built-in types.
