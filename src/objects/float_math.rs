//! Elementary functions of floats, the same code natively and in wasm.
