//! What computing costs in virtual time (SEMANTICS «Clock»), and the options of a machine.

use super::SECOND;

/// Instructions that a thread may run without blocking before computing costs time.
const FREE: u64 = 8_000_000;
/// Instructions of one quantum: what a thread may run before it gives way to another, and what is charged at once.
const QUANTUM: u64 = 400_000;
/// What a quantum costs beyond [`FREE`], in ns.
const QUANTUM_NS: u64 = 5_000_000;
/// Reads of the clock in a row that cost nothing.
const FREE_READS: u32 = 1_000;
/// What each further read costs, in ns.
const READ_NS: u64 = 1_000_000;
/// Turns of a loop in a row, with something ready and the clock standing, that cost nothing.
const FREE_TURNS: u32 = 1_000;
/// What each further turn costs, in ns.
const TURN_NS: u64 = 100_000;

/// How a machine is set up.
#[derive(Clone, Debug)]
pub struct Options {
    /// The clock never goes beyond it, in ns since the start of the run.
    pub limit: u64,
    /// Nanoseconds an instruction; `Some(0)`: computing and busy waiting cost nothing. `None`: the built-in rules.
    pub cpu_cost: Option<u64>,
    /// The quantum, in instructions.
    pub quantum: u64,
}

impl Default for Options {
    fn default() -> Options {
        Options { limit: 10_000 * SECOND, cpu_cost: None, quantum: QUANTUM }
    }
}

/// The quantum that a switch interval in seconds means.
pub fn quantum_of(seconds: f64) -> u64 {
    ((seconds / 0.005 * QUANTUM as f64) as u64).max(1)
}

/// The switch interval that a quantum means, in seconds.
pub fn seconds_of(quantum: u64) -> f64 {
    quantum as f64 / QUANTUM as f64 * 0.005
}

/// Counts of what one thread does without blocking.
#[derive(Default)]
pub(super) struct Counts {
    instructions: u64,
    charged: u64,
    reads: u32,
    turns: u32,
}

impl Counts {
    /// The thread blocked: counting begins anew.
    pub(super) fn reset(&mut self) {
        *self = Counts::default();
    }

    /// Nanoseconds due after `cost` more instructions.
    pub(super) fn ran(&mut self, cost: u64, options: &Options) -> u64 {
        self.instructions += cost;
        let total = match options.cpu_cost {
            Some(ns) => self.instructions * ns,
            None => self.instructions.saturating_sub(FREE) / QUANTUM * QUANTUM_NS,
        };
        let due = total - self.charged;
        self.charged = total;
        if due > 0 {
            self.turns = 0;
        }
        due
    }

    /// Nanoseconds due before one more read of the clock.
    pub(super) fn read(&mut self, options: &Options) -> u64 {
        self.reads = self.reads.saturating_add(1);
        if options.cpu_cost.is_none() && self.reads > FREE_READS { READ_NS } else { 0 }
    }

    /// Nanoseconds due for one more turn of a loop that finds something ready, and whether there were many already.
    pub(super) fn turned(&mut self, options: &Options) -> (u64, bool) {
        self.turns = self.turns.saturating_add(1);
        let many = self.turns > FREE_TURNS;
        (if options.cpu_cost.is_none() && many { TURN_NS } else { 0 }, many)
    }
}
