//! What programs run on, apart from the language: the trace, Python's objects, the simulated machine and asyncio. A crate of
//! its own, so that it can be compiled for speed where the rest is compiled for size (Cargo.toml).

pub mod trace;

pub mod objects;

pub mod machine;

pub mod asyncio;

pub mod bytecode;

pub mod compiler;

pub mod vm;
