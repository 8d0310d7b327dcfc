//! builtins and the standard library's bindings.
