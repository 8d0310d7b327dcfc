//! The page's entry point; built for wasm32 only.
fn main() {}
