//! Loopscope: Python's asyncio, run by our own interpreter under a virtual clock, recorded and shown step by step.
//! The floors, lowest first; a module imports only from floors below it (see docs/architecture.md).

pub use loopscope_runtime::{asyncio, bytecode, compiler, machine, objects, trace, vm};

pub mod modules;

pub mod session;

pub mod player;

pub mod scene;

pub mod ui;
