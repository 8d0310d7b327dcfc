//! Findings that the trace itself proves: who blocked the loop while somebody was ready, who waits in a circle, who was
//! left running, who swallowed a cancellation. (What only the interpreter sees, it records as diagnostics.)

use super::deadlock;
use super::facts::{Facts, TaskFacts};
use super::objects::Holder;
use super::waits::{Circles, Now};
use super::world::{LoopNowState, ThreadNowState, World};
use crate::trace::sorted::{SortedMap, SortedSet};
use crate::trace::*;

/// Computing within one step of a task is reported from this on: asyncio's `slow_callback_duration`.
const SLOW_NS: u64 = 100_000_000;

/// The callback by which `run_until_complete` learns that it is done.
const UNTIL_COMPLETE: &str = "_run_until_complete_cb";

/// One finding. `line` is where the fix goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// `blocked-loop`, `deadlock`, …
    pub code: &'static str,
    pub severity: Severity,
    pub line: u32,
    /// The event that proves it.
    pub event: EventId,
    pub args: Vec<Arg>,
}

/// What a finding speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg {
    Task(TaskId),
    Thread(ThreadId),
    Object(ObjectId),
    Handle(HandleId),
    Nanoseconds(u64),
    Number(u32),
    /// The call that blocked a thread, by its `thread-blocked` event.
    Call(EventId),
    /// Computing, not a call.
    Computing,
    /// Somebody who waits: a task for a future, or a thread by the event that blocked it; and who holds it.
    TaskWaits(TaskId, FutureId, Option<Holder>),
    ThreadWaits(ThreadId, EventId, Option<Holder>),
    /// A task that blocks its thread, by the event that blocked that.
    TaskBlocks(TaskId, EventId, Option<Holder>),
}

/// A thread that is blocked while a task runs in it.
#[derive(Clone, Copy, Debug)]
struct Block {
    event: EventId,
    task: TaskId,
    from: u64,
    line: u16,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Detector {
    pub found: Vec<Finding>,
    /// What was reported at which line: once is enough.
    reported: SortedSet<(&'static str, u32)>,
    blocks: SortedMap<ThreadId, Block>,
    /// Time that a task has computed in its present step, and since which event.
    computed: SortedMap<TaskId, Block>,
    cancelled: SortedSet<TaskId>,
    thrown: SortedMap<TaskId, (EventId, u16)>,
    /// Loops whose `run_until_complete` has what it waits for.
    complete: SortedSet<LoopId>,
    /// Tasks that were cancelled from outside their stopped loop, and in which line: left behind, if the same call waits for
    /// them then, as asyncio.run does.
    cancelled_outside: Vec<(u16, Finding)>,
    /// What each loop most likely runs for: the task that was made last before it began.
    main: SortedMap<LoopId, TaskId>,
    /// Members that had not ended when their gather failed.
    left: SortedMap<TaskId, (ObjectId, EventId)>,
    circles: Circles,
}

impl Detector {
    /// Looks at an event; `world` is the world before it.
    pub fn event(&mut self, log: &Log, facts: &Facts, world: &World, id: EventId, entry: &Entry) {
        if let Some(circle) = self.circles.event(Now { log, facts, world }, id, entry) {
            self.report(circle);
        }
        match entry.event {
            Event::ThreadBlocked { thread, why, .. } if why != Purpose::Select && entry.task.is_some() => {
                self.blocks.insert(thread, Block { event: id, task: entry.task, from: world.clock, line: entry.line });
            }
            Event::ThreadRunning { thread } => {
                if let Some(block) = self.blocks.remove(&thread) {
                    self.blocked("blocked-loop", facts, world, block, Arg::Call(block.event), 1);
                }
            }
            Event::ClockAdvanced { to } if is_computing(world, entry) => {
                let by = to.ns().saturating_sub(world.clock);
                let start = Block { event: id, task: entry.task, from: 0, line: entry.line };
                self.computed.or_insert_with(entry.task, || start).from += by;
            }
            Event::StepBegan { task, resume, .. } => self.step_began(log, facts, entry, id, task, resume),
            Event::StepEnded { task, how, .. } => self.step_ended(facts, world, id, task, how),
            Event::CancelRequested { future, .. } => self.cancel_requested(log, facts, world, id, entry, future),
            Event::FutureDone { future, outcome: Outcome::Exception, .. } => {
                self.gather_failed(log, facts, world, id, future);
            }
            Event::LoopStarted { event_loop } => {
                self.complete.remove(&event_loop);
                let is_main = |it: &&TaskFacts| {
                    it.event_loop == event_loop && it.parent.is_none() && it.created.index() < id.index()
                };
                if let Some(main) = facts.tasks.iter().rev().find(is_main) {
                    self.main.insert(event_loop, main.task);
                }
                self.cancelled_outside.clear();
            }
            Event::ObjectCreated { kind: ObjectKind::Gather, .. } if entry.task.is_none() => {
                for (line, left) in std::mem::take(&mut self.cancelled_outside) {
                    if line == entry.line {
                        self.report(left);
                    }
                }
            }
            Event::HandlePushed { event_loop, kind: HandleKind::Internal, label, .. }
                if log.text(label) == UNTIL_COMPLETE =>
            {
                self.complete.insert(event_loop);
            }
            Event::ThreadEnded { thread, outcome: Outcome::Cancelled, .. } => {
                self.cut_off(log, facts, world, id, thread)
            }
            Event::RunEnded { reason, .. } => {
                // What a task computed when it was stopped.
                for block in std::mem::take(&mut self.computed).into_values() {
                    let code = if is_stopped(reason) { "never-yields" } else { "blocked-loop" };
                    self.blocked(code, facts, world, block, Arg::Computing, SLOW_NS);
                }
                let now = Now { log, facts, world };
                let found = match reason {
                    EndReason::Deadlock => deadlock::findings(now, id),
                    EndReason::TimeLimit => deadlock::unvisited(now, id).into_iter().collect(),
                    _ => Vec::new(),
                };
                found.into_iter().for_each(|found| self.report(found));
            }
            _ => {}
        }
    }

    fn report(&mut self, finding: Finding) {
        if self.reported.insert((finding.code, finding.line)) {
            self.found.push(finding);
        }
    }

    /// A task held its thread until now: a finding if its loop had something else to run meanwhile.
    fn blocked(&mut self, code: &'static str, facts: &Facts, world: &World, block: Block, call: Arg, least: u64) {
        let held = if call == Arg::Computing { block.from } else { world.clock.saturating_sub(block.from) };
        let Some(task) = facts.task(block.task).filter(|_| held >= least) else { return };
        let Some(now) = world.loops.get(task.event_loop.index()) else { return };
        let overdue = now.timers.iter().next().filter(|((due, _), _)| *due < world.clock).map(|(_, handle)| *handle);
        let Some(victim) = now.ready.front().copied().or(overdue) else { return };
        self.report(Finding {
            code,
            severity: Severity::Warning,
            line: block.line as u32,
            event: block.event,
            args: vec![call, Arg::Nanoseconds(held), Arg::Handle(victim)],
        });
    }

    /// A daemon thread of the program's ends with it: a finding where it was at work and did not wait for any.
    fn cut_off(&mut self, log: &Log, facts: &Facts, world: &World, id: EventId, thread: ThreadId) {
        let (Some(of), Some(now)) = (facts.thread(thread), world.threads.get(thread.index())) else { return };
        let why = log.get(now.blocked).and_then(|entry| match entry.event {
            Event::ThreadBlocked { why, .. } => Some(why),
            _ => None,
        });
        let works = matches!(why, None | Some(Purpose::Sleep | Purpose::Request | Purpose::Computing | Purpose::Gil));
        if of.daemon && works && now.line != 0 {
            let line = log.entry(of.started.index()).line.into();
            let args = vec![Arg::Thread(thread), Arg::Number(now.line.into())];
            self.report(Finding { code: "daemon-cut", severity: Severity::Hint, line, event: id, args });
        }
    }

    fn step_began(&mut self, log: &Log, facts: &Facts, entry: &Entry, id: EventId, task: TaskId, resume: Resume) {
        self.computed.remove(&task);
        if resume == Resume::ThrowCancelled && self.cancelled.remove(&task) {
            self.thrown.insert(task, (id, entry.line));
        }
        if resume != Resume::ThrowCancelled
            && let Some((gather, failed)) = self.left.remove(&task)
        {
            let made = facts.object(gather).and_then(|facts| log.get(facts.created));
            let mut args = vec![Arg::Task(task)];
            let others = self.left.iter().filter(|(_, (other, _))| *other == gather);
            args.extend(others.map(|(other, _)| Arg::Task(*other)).take(3));
            self.left.retain(|_, (other, _)| *other != gather);
            self.report(Finding {
                code: "siblings-left-running",
                severity: Severity::Hint,
                line: made.map_or(0, |made| made.line as u32),
                event: failed,
                args,
            });
        }
    }

    fn step_ended(&mut self, facts: &Facts, world: &World, id: EventId, task: TaskId, how: StepEnd) {
        if let Some(block) = self.computed.remove(&task) {
            self.blocked("blocked-loop", facts, world, block, Arg::Computing, SLOW_NS);
        }
        match how {
            StepEnd::Returned => {
                if let Some((_, line)) = self.thrown.remove(&task) {
                    self.report(Finding {
                        code: "swallowed-cancel",
                        severity: Severity::Hint,
                        line: line as u32,
                        event: id,
                        args: vec![Arg::Task(task)],
                    });
                }
            }
            StepEnd::Raised | StepEnd::Cancelled => drop(self.thrown.remove(&task)),
            StepEnd::Waits | StepEnd::Yields => {}
        }
    }

    fn cancel_requested(
        &mut self,
        log: &Log,
        facts: &Facts,
        world: &World,
        id: EventId,
        entry: &Entry,
        future: FutureId,
    ) {
        let task = future.as_task();
        let Some(of) = facts.task(task).filter(|of| !of.internal) else { return };
        if world.task(facts, task).is_none_or(|now| now.state.has_ended()) {
            return;
        }
        if entry.task.is_some() {
            self.cancelled.insert(task);
            return;
        }
        // Cancelled from outside a stopped loop: asyncio.run tidies up what was left.
        let stopped = world.loops.get(of.event_loop.index()).is_some_and(|now| now.state == LoopNowState::Stopped);
        let by_a_handle = matches!(
            log.get(entry.cause).map(|cause| cause.event),
            Some(Event::HandleTaken { .. } | Event::StepBegan { .. })
        );
        if !stopped || by_a_handle {
            return;
        }
        // What stops the loop before what it runs for has ended is an exit, and leaves nothing behind.
        let main = self.main.get(&of.event_loop).and_then(|main| world.task(facts, *main));
        let ended = self.complete.contains(&of.event_loop) || main.is_none_or(|now| now.state.has_ended());
        // A task of the library's own, such as one that closes an async generator, is nothing to keep.
        let line = log.entry(of.created.index()).line as u32;
        if line != 0 && ended {
            let (mut code, mut line, mut args) = ("orphan-task", line, vec![Arg::Task(task)]);
            // What a gather left when it failed, told of together.
            if let Some((gather, _)) = self.left.get(&task).copied() {
                let made = facts.object(gather).and_then(|facts| log.get(facts.created));
                let others = self.left.iter().filter(|(_, (other, _))| *other == gather);
                (code, args) = ("siblings-cut", vec![Arg::Task(task), Arg::Number(others.count() as u32)]);
                line = made.map_or(line, |made| made.line.into());
            }
            let left = Finding { code, severity: Severity::Hint, line, event: id, args };
            self.cancelled_outside.push((entry.line, left));
        }
    }

    fn gather_failed(&mut self, log: &Log, facts: &Facts, world: &World, id: EventId, future: FutureId) {
        let Some((Purpose::Gather, object, _)) = facts.purpose(log, future) else { return };
        let Some(now) = world.objects.get(object.index()) else { return };
        for member in now.members.iter().filter(|member| facts.is_task(**member) && !world.is_done(facts, **member)) {
            self.left.insert(member.as_task(), (object, id));
        }
    }
}

/// Whether a run ended where the program would have gone on.
fn is_stopped(reason: EndReason) -> bool {
    matches!(reason, EndReason::Stopped | EndReason::TimeLimit | EndReason::EventLimit | EndReason::StepLimit)
}

/// The clock moves although the task runs: it computes.
fn is_computing(world: &World, entry: &Entry) -> bool {
    entry.task.is_some()
        && world.threads.get(entry.thread.index()).is_some_and(|thread| thread.state == ThreadNowState::Running)
}
