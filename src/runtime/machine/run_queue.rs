//! The threads as the scheduler has them: their states, the queue of those that can run, the deadlines.

use crate::trace::sorted::SortedMap;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use super::costs::Counts;
use super::ending::Ending;
use super::lock::Lock;
use super::process::Process;
use crate::trace::{EventId, Log, ObjectId, Purpose, ThreadId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Runnable,
    Running,
    Blocked,
    /// It computes, until its deadline.
    Busy,
}

/// Who goes before whom in the run queue; those of one rank go in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// It answers other processes.
    Server,
    /// It has got one of its first answers.
    Answered,
    Other,
}

pub(super) struct Thread {
    pub(super) state: State,
    pub(super) rank: Rank,
    pub(super) process: Rc<Process>,
    /// It was woken while it was busy, before it could block.
    pub(super) early: bool,
    /// What its reading of the clock has cost, among several processes, and has not been charged yet.
    pub(super) debt: u64,
    pub(super) name: Rc<str>,
    pub(super) daemon: bool,
    /// Key of its deadline, while it waits for one.
    pub(super) deadline: Option<(u64, u64)>,
    /// The number of its last block.
    pub(super) registered: u64,
    pub(super) woken: bool,
    pub(super) why: Purpose,
    pub(super) label: String,
    pub(super) object: ObjectId,
    /// The lock that it waits for.
    pub(super) lock: Weak<Lock>,
    pub(super) counts: Counts,
    pub(super) ending: Rc<Ending>,
}

pub(super) enum Runnable {
    Thread(ThreadId),
    /// A released lock: at the next switch it goes to its first waiter, whose place in the queue is this one.
    Grant(Rc<Lock>),
}

#[derive(Default)]
pub(super) struct Threads {
    pub(super) threads: SortedMap<ThreadId, Box<Thread>>,
    pub(super) queue: VecDeque<Runnable>,
    /// Deadlines by time, then by registration.
    pub(super) deadlines: SortedMap<(u64, u64), ThreadId>,
    pub(super) registrations: u64,
    /// By the number of their block: threads whose sockets are ready, and because of which event.
    pub(super) idle: SortedMap<u64, (ThreadId, EventId)>,
    pub(super) current: ThreadId,
}

impl Threads {
    /// The first of the runnable threads whose process is neither busy nor stopped.
    pub(super) fn pop(&mut self) -> Option<ThreadId> {
        let free = |runnable: &Runnable| match runnable {
            Runnable::Thread(id) => {
                self.threads.get(id).is_some_and(|thread| !(thread.process.busy.get() || thread.process.stopped.get()))
            }
            Runnable::Grant(_) => false,
        };
        let at = self.queue.iter().position(free)?;
        match self.queue.remove(at) {
            Some(Runnable::Thread(id)) => Some(id),
            _ => None,
        }
    }

    /// The thread's deadline has come.
    pub(super) fn due(&mut self, log: &mut Log, id: ThreadId, cause: EventId) {
        let Some(thread) = self.threads.get_mut(&id).filter(|t| t.state == State::Busy) else {
            self.ready(log, id, false, cause);
            return;
        };
        // What it computed is done: it goes on before the others of its process.
        thread.state = State::Runnable;
        thread.process.busy.set(false);
        if let Some(key) = thread.deadline.take() {
            self.deadlines.remove(&key);
        }
        self.queue.push_front(Runnable::Thread(id));
    }

    pub(super) fn ready(&mut self, log: &mut Log, id: ThreadId, woken: bool, cause: EventId) -> bool {
        if let Some(busy) = self.threads.get_mut(&id).filter(|t| t.state == State::Busy) {
            busy.early = true;
            return true;
        }
        let by_server = self.threads.get(&self.current).is_some_and(|current| current.process.serves.get());
        let Some(thread) = self.threads.get_mut(&id).filter(|t| t.state == State::Blocked) else { return false };
        let rank = thread.process.rank(woken && by_server);
        thread.rank = rank;
        thread.state = State::Runnable;
        thread.woken = woken;
        thread.lock = Weak::new();
        if let Some(key) = thread.deadline.take() {
            self.deadlines.remove(&key);
        }
        self.enqueue(id, rank);
        log.thread_ready(id, cause);
        true
    }

    /// It will run after those that are runnable, but before those of lesser rank.
    pub(super) fn enqueue(&mut self, id: ThreadId, rank: Rank) {
        let lesser = |runnable: &Runnable| match runnable {
            Runnable::Thread(id) => self.threads.get(id).is_some_and(|thread| thread.rank > rank),
            Runnable::Grant(_) => rank != Rank::Other,
        };
        let at = match rank {
            Rank::Other => None,
            Rank::Server | Rank::Answered => self.queue.iter().position(lesser),
        };
        match at {
            Some(at) => self.queue.insert(at, Runnable::Thread(id)),
            None => self.queue.push_back(Runnable::Thread(id)),
        }
    }

    /// Makes runnable whose sockets are ready; whether there was one.
    pub(super) fn wake_idle(&mut self, log: &mut Log) -> bool {
        let mut any = false;
        while let Some((&registered, &(id, cause))) = self.idle.first_key_value() {
            self.idle.remove(&registered);
            if self.threads.get(&id).is_some_and(|t| t.registered == registered) {
                any |= self.ready(log, id, true, cause);
            }
        }
        any
    }

    /// At a switch every released lock goes to its first waiter; if it was taken again meanwhile, nothing happens.
    pub(super) fn resolve_grants(&mut self, log: &mut Log) {
        if !self.queue.iter().any(|r| matches!(r, Runnable::Grant(_))) {
            return;
        }
        for runnable in std::mem::take(&mut self.queue) {
            match runnable {
                Runnable::Grant(lock) => {
                    if let Some(thread) = lock.grant() {
                        self.ready(log, thread, true, lock.released_at());
                    }
                }
                Runnable::Thread(id) => {
                    let rank = self.threads.get(&id).map_or(Rank::Other, |thread| thread.rank);
                    self.enqueue(id, rank);
                }
            }
        }
    }
}

/// What a blocked thread waits for, as a report says it.
pub struct Waiting {
    pub thread: ThreadId,
    pub name: Rc<str>,
    pub why: Purpose,
    pub label: String,
    /// The object at which it waits, if it has a number.
    pub object: ObjectId,
    /// Who holds the lock that it waits for.
    pub holder: Option<Rc<str>>,
}
