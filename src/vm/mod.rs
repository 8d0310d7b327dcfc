//! frames, the evaluation loop, calls, generators.
