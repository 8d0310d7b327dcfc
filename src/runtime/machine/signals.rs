//! Signals on their way to the process: when they come, and those that its main thread has not looked at yet.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};

use crate::objects::library_site::Site;

/// What Ctrl+C sends.
pub const SIGINT: i32 = 2;

/// What ends a process as soon as one of its threads would run.
pub const SIGKILL: i32 = 9;

/// Signals by number.
#[derive(Default)]
pub struct Signals {
    /// By time in ns, then by registration.
    scheduled: RefCell<BTreeMap<(u64, u64), i32>>,
    registrations: Cell<u64>,
    /// Those that have come, and whether they wake the main thread.
    pending: RefCell<VecDeque<(i32, bool)>>,
}

impl Signals {
    /// The signal comes at `at`.
    pub fn schedule(&self, at: u64, signal: i32) {
        self.registrations.set(self.registrations.get() + 1);
        self.scheduled.borrow_mut().insert((at, self.registrations.get()), signal);
    }

    /// Takes back all signals of a number that have not come (`signal.alarm(0)`); when the first would have come.
    pub fn cancel(&self, signal: i32) -> Option<u64> {
        let mut scheduled = self.scheduled.borrow_mut();
        let first = scheduled.iter().find(|(_, s)| **s == signal).map(|((at, _), _)| *at);
        scheduled.retain(|_, s| *s != signal);
        first
    }

    /// A signal has come.
    pub fn send(&self, signal: i32) {
        self.pending.borrow_mut().push_back((signal, true));
    }

    /// One has come of which the main thread hears once it runs.
    pub fn leave(&self, signal: i32) {
        self.pending.borrow_mut().push_back((signal, false));
    }

    pub fn is_pending(&self) -> bool {
        !self.pending.borrow().is_empty()
    }

    /// Whether what has come ends the process, whatever it does.
    pub fn is_killed(&self) -> bool {
        self.pending.borrow().iter().any(|(signal, _)| *signal == SIGKILL)
    }

    /// Whether one has come that wakes the main thread.
    pub fn wakes(&self) -> bool {
        self.pending.borrow().iter().any(|(_, wakes)| *wakes)
    }

    /// Those that have come, and whether they wake the main thread: they are taken.
    pub fn take(&self) -> VecDeque<(i32, bool)> {
        self.pending.take()
    }

    /// Some of them are not looked at yet.
    pub fn put_back(&self, left: &[(i32, bool)]) {
        self.pending.borrow_mut().extend(left);
    }

    pub(super) fn next_due(&self) -> Option<u64> {
        self.scheduled.borrow().first_key_value().map(|((at, _), _)| *at)
    }

    /// Moves what is due at `now` to those that have come. Whether Ctrl+C is among them.
    pub(super) fn arrive(&self, now: u64) -> bool {
        let mut interrupted = false;
        while let Some(entry) = self.scheduled.borrow_mut().first_entry() {
            if entry.key().0 > now {
                break;
            }
            let signal = entry.remove();
            interrupted |= signal == SIGINT;
            self.send(signal);
        }
        interrupted
    }
}

/// Where the `signal` module's Python is left for its C.
pub static SIGNAL: Site = Site {
    file: "<stdlib>/signal.py",
    function: "signal",
    line: 58,
    end_line: 58,
    column: 14,
    end_column: 76,
    text: &["    handler = _signal.signal(_enum_to_int(signalnum), _enum_to_int(handler))"],
};
