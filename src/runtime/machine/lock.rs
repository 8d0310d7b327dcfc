//! The lock of the simulated machine, of which `threading`'s are made.
//!
//! Released with threads waiting it is free at once: who runs may take it again. At the next switch it goes to the
//! thread that has waited longest, whose place in the run queue is that of the moment of the release.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::machine;
use crate::objects::Cx;
use crate::objects::cx::Block;
use crate::objects::exception::Exc;
use crate::trace::{EventId, FutureId, Log, ObjectId, Operation, Purpose, TextId, ThreadId};

pub struct Lock {
    holder: Cell<ThreadId>,
    waiters: RefCell<VecDeque<ThreadId>>,
    released_at: Cell<EventId>,
    /// The line at which it was taken, if the trace has not been told.
    untold: Cell<Option<u16>>,
    /// What who waits for it is said to wait for: the lock itself, or what it is a part of.
    pub why: Cell<Purpose>,
    pub object: Cell<ObjectId>,
    pub label: RefCell<String>,
}

impl Lock {
    pub fn new() -> Rc<Lock> {
        Rc::new(Lock {
            holder: Cell::new(ThreadId::NONE),
            waiters: RefCell::default(),
            released_at: Cell::new(EventId::NONE),
            untold: Cell::new(None),
            why: Cell::new(Purpose::Lock),
            object: Cell::default(),
            label: RefCell::default(),
        })
    }

    pub fn locked(&self) -> bool {
        self.holder.get().is_some()
    }

    /// It is free, and nobody waits for it.
    pub fn is_idle(&self) -> bool {
        !self.locked() && self.waiters.borrow().is_empty()
    }

    /// Who holds it.
    pub fn holder(&self) -> ThreadId {
        self.holder.get()
    }

    /// Takes it if it is free.
    pub fn try_acquire(&self, thread: ThreadId) -> bool {
        if self.locked() {
            return false;
        }
        self.holder.set(thread);
        true
    }

    /// Takes it, waiting until `deadline`; false if that came first.
    pub async fn acquire(self: &Rc<Lock>, cx: &Cx, deadline: Option<u64>) -> Result<bool, Exc> {
        let me = cx.enter(|i| machine(i).current());
        if self.try_acquire(me) {
            return Ok(true);
        }
        if let Some(line) = self.untold.take() {
            cx.enter(|i| i.log().lock_was_taken(self.object.get(), self.holder(), line));
        }
        self.waiters.borrow_mut().push_back(me);
        loop {
            cx.enter(|i| machine(i).waits_for(me, self));
            let block =
                Block { object: self.object.get(), ..Block::new(deadline, self.why.get(), &*self.label.borrow()) };
            let ended = cx.block(block).await;
            // Another thread may have released it again before this one came to its turn: it has been acquired all the same.
            let granted = !self.waiters.borrow().contains(&me);
            match ended {
                Ok(_) if granted => return Ok(true),
                Ok(true) => continue,
                Ok(false) => {
                    self.waiters.borrow_mut().retain(|t| *t != me);
                    return Ok(false);
                }
                Err(exc) => {
                    self.waiters.borrow_mut().retain(|t| *t != me);
                    if granted && self.holder.get() == me {
                        cx.enter(|i| self.release(&machine(i), EventId::NONE));
                    }
                    return Err(exc);
                }
            }
        }
    }

    /// Tells the trace that it has been taken. In a log that is crowded that waits until somebody waits for the lock.
    pub fn tell_taken(&self, log: &mut Log, object: ObjectId) {
        if object.is_some() && log.is_crowded() && self.waiters.borrow().is_empty() {
            self.untold.set(Some(log.acting_line() as u16));
        } else if object.is_some() {
            log.object_used(object, Operation::Acquire, 1, TextId::NONE, FutureId::NONE);
        }
    }

    /// Tells the trace that it is released, if it knows that it was taken; the event, for `release`.
    pub fn tell_released(&self, log: &mut Log, object: ObjectId) -> EventId {
        if object.is_some() && self.untold.take().is_none() {
            return log.object_used(object, Operation::Release, 0, TextId::NONE, FutureId::NONE);
        }
        log.acting()
    }

    /// Frees it. `cause`: the event of the release.
    pub fn release(self: &Rc<Lock>, machine: &super::Machine, cause: EventId) {
        self.holder.set(ThreadId::NONE);
        self.released_at.set(cause);
        if !self.waiters.borrow().is_empty() {
            machine.grant_later(self.clone());
        }
    }

    pub(super) fn grant(&self) -> Option<ThreadId> {
        if self.locked() {
            return None;
        }
        let thread = self.waiters.borrow_mut().pop_front()?;
        self.holder.set(thread);
        Some(thread)
    }

    pub(super) fn released_at(&self) -> EventId {
        self.released_at.get()
    }
}
