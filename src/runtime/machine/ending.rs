//! The end of a thread or of a process, and who waits for it.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use super::{Machine, machine};
use crate::objects::cx::{Block, Cx};
use crate::objects::exception::Exc;
use crate::trace::{EventId, Log, Purpose, ThreadId};

/// Who waits for an end, until it has come.
#[derive(Default)]
pub struct Ending {
    done: Cell<bool>,
    joiners: RefCell<VecDeque<ThreadId>>,
}

impl Ending {
    pub fn is_done(&self) -> bool {
        self.done.get()
    }

    /// The thread has ended, or says so before (the main thread at its shutdown): its joiners may run, in order.
    pub fn set_done(&self, machine: &Machine, log: &mut Log) {
        self.done.set(true);
        let joiners = self.joiners.take();
        for thread in joiners {
            machine.wake(log, thread, EventId::NONE);
        }
    }

    /// Waits for the end until `deadline`; whether it came. `name`: whose end it is.
    pub async fn join(&self, cx: &Cx, deadline: Option<u64>, name: &str) -> Result<bool, Exc> {
        self.join_as(cx, deadline, Purpose::ThreadJoin, name).await
    }

    pub(super) async fn join_as(&self, cx: &Cx, deadline: Option<u64>, why: Purpose, name: &str) -> Result<bool, Exc> {
        loop {
            if self.done.get() {
                return Ok(true);
            }
            let me = cx.enter(|i| {
                let machine = machine(i);
                let late = deadline.is_some_and(|at| machine.now() >= at);
                (!late).then(|| machine.current())
            });
            let Some(me) = me else { return Ok(false) };
            self.joiners.borrow_mut().push_back(me);
            let ended = cx.block(Block::new(deadline, why, name)).await;
            self.joiners.borrow_mut().retain(|joiner| *joiner != me);
            ended?;
        }
    }
}
