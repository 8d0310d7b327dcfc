//! The simulated machine: one virtual clock, and threads that take turns on one processor.
//!
//! Nothing here runs code. The VM asks [`Machine::next`] which thread runs, tells when that thread blocks
//! ([`Machine::block`]), gives way ([`Machine::give_way`]), has computed for a while ([`Machine::ran`]) or ends
//! ([`Machine::end`]); native code wakes threads ([`Machine::wake`]) and reads the clock.

mod costs;
mod ending;
mod lock;
pub mod pipe;
pub mod process;
mod run_queue;
mod scheduler;
pub mod signals;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use crate::objects::Interp;

pub use costs::{Options, quantum_of};
pub use ending::Ending;
pub use lock::Lock;
pub use process::Process;
pub use run_queue::Waiting;
pub use scheduler::{Machine, Next, Verdict};

/// The wall clock at the start of a run, in ns since 1970: 2026-01-01T00:00:00Z.
pub const EPOCH_NS: u64 = 1_767_225_600_000_000_000;
/// `time.monotonic()`, `time.perf_counter()` and `loop.time()` at the start of a run, in ns.
pub const MONOTONIC_NS: u64 = 1_000_000_000_000;
/// Nanoseconds in a second.
pub const SECOND: u64 = 1_000_000_000;

/// The machine as the state of an interpreter; the interpreters of one session share it.
struct Shared(Rc<Machine>);

/// The machine on which this interpreter runs; one with the default options if none was given.
pub fn machine(interp: &mut dyn Interp) -> Rc<Machine> {
    interp.states().get_or(|| Shared(Machine::new(Options::default()))).0.clone()
}

/// Gives the interpreter its machine, before anything runs.
pub fn set_machine(interp: &mut dyn Interp, machine: Rc<Machine>) {
    interp.states().set(Shared(machine));
}

/// Seconds as whole nanoseconds, never negative; a delay too long for the clock is the longest one, and the shortest is
/// 1 ns, so that who sleeps for what is left comes to an end.
pub fn to_ns(seconds: f64) -> u64 {
    let least = if seconds > 0.0 { 1.0 } else { 0.0 };
    (seconds * 1e9).round_ties_even().max(least) as u64
}
