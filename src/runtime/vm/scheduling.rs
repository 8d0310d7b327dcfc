//! Running the threads by the machine's word: each until it blocks, gives way or ends.

use super::core::Vm;
use super::process::Status;
use super::run::{Outcome, run};
use super::stack::Inbox;
use crate::machine::signals::SIGKILL;
use crate::machine::{Next, Verdict, machine};
use crate::objects::cx::Block;
use crate::objects::frame::AnyFrame;
use crate::objects::generator::AsyncGenHooks;
use crate::objects::interp::{Interp, Stop, not_supported};
use crate::trace::{EventId, ThreadId};

/// Instructions after which a thread that is to give way inside the library is asked again.
const LIBRARY_PATIENCE: u64 = 50;

/// What other threads may cost while one waits in a nested run.
const NESTED_WAIT_BUDGET: i64 = 50_000_000;

impl Vm {
    /// Runs at most about `fuel` instructions' cost.
    pub fn advance(&mut self, fuel: u64) -> Status {
        self.fuel = fuel as i64;
        loop {
            if self.threads().current.is_none() && self.stop.is_none() {
                self.halted |= self.halts_here();
                if self.halted {
                    return Status::Running;
                }
            }
            if let Some(status) = self.go_on() {
                return status;
            }
        }
    }

    /// Finds the thread that runs now, or runs it for a while. Some: that is not to go on.
    fn go_on(&mut self) -> Option<Status> {
        if let Some(stop) = self.stop.clone() {
            if self.process_stopped(&stop) {
                return None;
            }
            if stop == Stop::TimeLimit && self.is_over() {
                return Some(self.end_of_the_program());
            }
            super::told_at_end::look(self);
            return Some(Status::Stopped(stop));
        }
        if self.threads().current.is_none() {
            if self.is_program() && self.threads().over.is_some() && !self.others_live() {
                return Some(self.end_of_the_program());
            }
            let machine = machine(self);
            match machine.next(&mut self.log) {
                Next::Run { thread, woken } => {
                    self.enter_process(machine.process_of(thread).id);
                    if self.hangs(thread) {
                        return None;
                    }
                    self.switch_to(thread, woken);
                    if self.stands_below(thread) {
                        not_supported(self, "blocking inside what a built-in calls, in two threads at once", None);
                    }
                }
                Next::Deadlock if self.is_over() => return Some(self.end_of_the_program()),
                Next::Deadlock => self.deadlock(),
                Next::TimeLimit => {
                    self.stop(Stop::TimeLimit);
                }
            }
            return None;
        }
        if let Some(full) = self.log.full() {
            self.stop(if full == crate::trace::Full::Output { Stop::OutputLimit } else { Stop::EventLimit });
            return None;
        }
        let threads = self.threads();
        let is_main = threads.current == threads.main;
        let process = machine(self).process();
        if process.signals.is_killed() {
            self.stop(Stop::Killed(SIGKILL));
            return None;
        }
        if is_main && process.signals.is_pending() && !process.begins.get() {
            super::signals::deliver(self);
        }
        if self.stack.sent.is_some() {
            super::signals::raise_sent(self);
        }
        self.alarm = self.alarm.min(self.threads().told + machine(self).quantum());
        match run(self, 0) {
            Outcome::Done => self.thread_done(),
            Outcome::Stopped => {}
            Outcome::Blocked(block) => self.wait(block),
            Outcome::Preempted => {
                if self.cost >= self.alarm {
                    self.alarm = u64::MAX;
                    match self.tell_machine() {
                        Verdict::GiveWay => self.give_way(),
                        Verdict::Busy(until) => self.compute(until),
                        _ => {}
                    }
                }
                if self.fuel <= 0 {
                    return Some(Status::Running);
                }
            }
        }
        None
    }

    /// Whether others wait in nested runs whose Rust frames stand on those of this thread: it cannot go on before them.
    fn stands_below(&mut self, thread: ThreadId) -> bool {
        let nested = &self.threads().nested;
        nested.last() != Some(&thread) && nested.contains(&thread)
    }

    /// Whether a thread never goes on: the others of a process that finalizes are daemons.
    fn hangs(&mut self, thread: ThreadId) -> bool {
        let threads = self.threads();
        threads.finalizing && thread != threads.main
    }

    /// The running thread waits once what it has computed is through.
    fn wait(&mut self, block: Block) {
        match self.tell_machine() {
            Verdict::Busy(until) => {
                self.stack.postponed = Some(block);
                self.compute(until);
            }
            _ => self.block(block),
        }
    }

    /// The running thread waits in a nested run: the others run meanwhile, on top of its Rust frames. False: the run is
    /// stopped (`Core::stop`).
    pub(super) fn wait_nested(&mut self, block: Block) -> bool {
        if !self.is_program() || self.others_live() {
            // Any of them may end this one.
            not_supported(self, "blocking inside what a built-in calls, beside other processes", None);
            return false;
        }
        let me = self.threads().current;
        let (fuel, base) = (self.fuel, self.base);
        let native_depth = std::mem::take(&mut self.native_depth);
        self.fuel = NESTED_WAIT_BUDGET;
        self.threads().nested.push(me);
        self.wait(block);
        while self.threads().current != me && self.stop.is_none() {
            if self.go_on().is_some() && self.stop.is_none() {
                self.stop(Stop::StepLimit);
            }
        }
        self.threads().nested.pop();
        if self.threads().current != me {
            if !self.threads().current.is_none() {
                self.leave_thread();
            }
            self.switch_to(me, false);
        }
        (self.fuel, self.base, self.alarm) = (fuel, base, u64::MAX);
        self.native_depth = native_depth;
        self.stop.is_none()
    }

    /// The running thread waits.
    fn block(&mut self, block: Block) {
        let machine = machine(self);
        self.stack.blocked = true;
        machine.block(&mut self.log, block.why, block.object, block.deadline, &block.label);
        if block.idle {
            machine.wake_when_idle(machine.current(), EventId::NONE);
        }
        self.leave_thread();
    }

    /// What the running thread has computed takes until then; other processes run meanwhile.
    fn compute(&mut self, until: u64) {
        machine(self).compute(until);
        self.stack.computed = true;
        self.leave_thread();
    }

    /// The quantum is over and others are runnable. The library's own code (the inside of a queue, a future) is not
    /// interrupted: its locks are then free for whoever runs it nested.
    fn give_way(&mut self) {
        let innermost = self.stack.frames().find_map(|frame| match frame {
            AnyFrame::Python(frame) => Some(frame.code.filename.starts_with('<')),
            AnyFrame::Native(_) => None,
        });
        if innermost == Some(true) {
            // Never in step with a loop of the program's: that would find it in the library each time.
            let odd = self.cost.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
            self.alarm = self.cost + 1 + odd % LIBRARY_PATIENCE;
            return;
        }
        let machine = machine(self);
        machine.give_way(&mut self.log);
        self.leave_thread();
    }

    /// Tells the machine what has been computed since it was last told.
    pub(super) fn tell_machine(&mut self) -> Verdict {
        let cost = self.cost - self.threads().told;
        self.threads().told = self.cost;
        let machine = machine(self);
        let verdict = machine.ran(&mut self.log, cost);
        if verdict == Verdict::TimeLimit {
            self.stop(Stop::TimeLimit);
        }
        verdict
    }

    /// What the running thread has computed since the machine was last told was none of the program's doing.
    pub fn count_anew(&mut self) {
        let cost = self.cost;
        self.threads().told = cost;
        self.alarm = cost + machine(self).quantum();
    }

    fn switch_to(&mut self, thread: ThreadId, woken: bool) {
        let threads = self.threads();
        threads.current = thread;
        let mut stack = threads.stacks.remove(&thread).map(|stack| *stack).unwrap_or_default();
        // A thread that blocked gets its answer; one that was preempted or has not begun just goes on.
        if stack.blocked {
            stack.blocked = false;
            stack.inbox = Some(Inbox::Woken(woken));
        }
        self.states().set(std::mem::take(&mut stack.hooks));
        let computed = std::mem::take(&mut stack.computed);
        self.stack = stack;
        self.alarm = u64::MAX;
        if self.stop.is_some() {
            return;
        }
        if let Some(block) = self.stack.postponed.take() {
            self.block(block);
        } else if computed {
            // Others of its process may be waiting for the GIL.
            self.alarm = 0;
        }
    }

    fn leave_thread(&mut self) {
        let mut stack = std::mem::take(&mut self.stack);
        stack.hooks = std::mem::take(self.states().get::<AsyncGenHooks>());
        let threads = self.threads();
        let current = std::mem::replace(&mut threads.current, ThreadId::NONE);
        threads.stacks.insert(current, Box::new(stack));
    }
}
