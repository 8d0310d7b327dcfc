//! The memory that a run takes: what it may, and when its garbage is worth looking for.

/// The memory in use above which nothing is left, and what it may grow by until cycles are looked for.
pub struct Memory {
    meter: fn() -> usize,
    most: usize,
    step: usize,
    collect_at: usize,
}

/// Cycles are looked for first when so many of these are taken, then at each further one.
const FIRST: usize = 2;
const STEPS: usize = 8;

impl Memory {
    /// What `meter` shows, in bytes, may grow by `limit`.
    pub fn new(meter: fn() -> usize, limit: usize) -> Memory {
        let (before, step) = (meter(), limit / STEPS);
        Memory { meter, most: before.saturating_add(limit), step, collect_at: before.saturating_add(FIRST * step) }
    }

    pub fn is_full(&self) -> bool {
        (self.meter)() > self.most
    }

    /// Whether so much more is taken that there may be garbage which would make room.
    pub fn presses(&mut self) -> bool {
        let now = (self.meter)();
        let presses = now > self.collect_at;
        if presses {
            self.collect_at = now.saturating_add(self.step);
        }
        presses
    }
}
