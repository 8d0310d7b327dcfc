//! the simulated machine: clock, deadlines, threads.
