//! What programs run on: the trace, Python's objects, the simulated machine, asyncio, the compiler, the interpreter. A crate
//! of its own, so that it can be compiled for speed where the rest is compiled for size (Cargo.toml). The floors, lowest
//! first (see docs/architecture.md).

pub mod trace;

pub mod bytecode;

pub mod objects;

pub mod machine;

pub mod asyncio;

pub mod compiler;

pub mod vm;
