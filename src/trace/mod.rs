//! ids, events, the log: what happened.
