//! Findings that the trace itself proves: who blocked the loop while somebody was ready, who waits in a circle, who was
//! left running, who swallowed a cancellation. (What only the interpreter sees, it records as diagnostics.)

use super::facts::{Facts, TaskFacts};
use super::objects::Holder;
use super::world::{LoopNowState, TaskState, ThreadNowState, World};
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
}

impl Detector {
    /// Looks at an event; `world` is the world before it.
    pub fn event(&mut self, log: &Log, facts: &Facts, world: &World, id: EventId, entry: &Entry) {
        match entry.event {
            Event::ThreadBlocked { thread, why, .. } if why != Purpose::Select && entry.task.is_some() => {
                self.blocks.insert(thread, Block { event: id, task: entry.task, from: world.clock, line: entry.line });
            }
            Event::ThreadRunning { thread } => {
                if let Some(block) = self.blocks.remove(&thread) {
                    self.blocked(facts, world, block, Arg::Call(block.event), 1);
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
            Event::RunEnded { reason: EndReason::Deadlock, .. } => self.deadlock(log, facts, world, id),
            Event::RunEnded { reason: EndReason::TimeLimit, .. } => self.unvisited(log, facts, world, id),
            _ => {}
        }
    }

    fn report(&mut self, finding: Finding) {
        if self.reported.insert((finding.code, finding.line)) {
            self.found.push(finding);
        }
    }

    /// A task held its thread until now: a finding if its loop had something else to run meanwhile.
    fn blocked(&mut self, facts: &Facts, world: &World, block: Block, call: Arg, least: u64) {
        let held = if call == Arg::Computing { block.from } else { world.clock.saturating_sub(block.from) };
        let Some(task) = facts.task(block.task).filter(|_| held >= least) else { return };
        let Some(now) = world.loops.get(task.event_loop.index()) else { return };
        let overdue = now.timers.iter().next().filter(|((due, _), _)| *due < world.clock).map(|(_, handle)| *handle);
        let Some(victim) = now.ready.front().copied().or(overdue) else { return };
        self.report(Finding {
            code: "blocked-loop",
            severity: Severity::Warning,
            line: block.line as u32,
            event: block.event,
            args: vec![call, Arg::Nanoseconds(held), Arg::Handle(victim)],
        });
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
            self.blocked(facts, world, block, Arg::Computing, SLOW_NS);
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
            let args = vec![Arg::Task(task)];
            let left = Finding { code: "orphan-task", severity: Severity::Hint, line, event: id, args };
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

    /// Who waits for whom; those in a circle, else all who wait. Servers whom nobody else keeps waiting have no client, and
    /// where nobody waits at all, an event loop that nothing stops does.
    fn deadlock(&mut self, log: &Log, facts: &Facts, world: &World, id: EventId) {
        let mut waits: SortedMap<Party, (Arg, Option<Party>, u32)> = SortedMap::new();
        let mut servers: Vec<Party> = Vec::new();
        let (mut others, mut idle_loop) = (false, None);
        let mut note = |party: Party, why: Option<Purpose>| match why {
            Some(why) if waits_for_clients(why) => servers.push(party),
            Some(why) => others |= !waits_for_others(why),
            None => {}
        };
        for (of, now) in facts.tasks.iter().zip(world.tasks.iter()) {
            if now.state != TaskState::Waiting {
                continue;
            }
            let purpose = facts.purpose(log, now.waits_on);
            let object = purpose.map_or(ObjectId::NONE, |(_, object, _)| object);
            let holder = holder(world, object);
            note(Party::Task(of.task), purpose.map(|(why, ..)| why));
            let next = if facts.is_task(now.waits_on) {
                Some(Party::Task(now.waits_on.as_task()))
            } else {
                holder.map(Party::of)
            };
            let arg = Arg::TaskWaits(of.task, now.waits_on, holder);
            // A coroutine of the library's has no line but that which began it.
            let line = if now.line == 0 { log.entry(of.created.index()).line } else { now.line } as u32;
            waits.insert(Party::Task(of.task), (arg, next, line));
            self.not_joined(log, facts, world, id, object, now.waits_on, line);
        }
        for (of, now) in facts.threads.iter().zip(&world.threads) {
            let Some(entry) = log.get(now.blocked) else { continue };
            let Event::ThreadBlocked { why, object, label, .. } = entry.event else { continue };
            if now.state != ThreadNowState::Blocked {
                continue;
            }
            if why == Purpose::Select {
                idle_loop.get_or_insert(entry.line as u32);
                continue;
            }
            // A worker that has nothing to do waits for nobody.
            if why == Purpose::Job && log.text(label).is_empty() {
                continue;
            }
            let holder = holder(world, object);
            let next = holder.map(Party::of);
            if entry.task.is_some() {
                // The task that runs in it holds its whole loop up.
                note(Party::Task(entry.task), Some(why));
                let arg = Arg::TaskBlocks(entry.task, now.blocked, holder);
                waits.insert(Party::Task(entry.task), (arg, next, entry.line as u32));
            } else {
                note(Party::Thread(of.thread), Some(why));
                let arg = Arg::ThreadWaits(of.thread, now.blocked, holder);
                waits.insert(Party::Thread(of.thread), (arg, next, now.line as u32));
            }
        }
        self.pool_too_small(log, facts, world, id);
        if let (true, Some(line)) = (waits.is_empty(), idle_loop) {
            self.report(Finding { code: "idle-loop", severity: Severity::Error, line, event: id, args: Vec::new() });
            return;
        }
        let circle = waits.keys().find_map(|start| circle(&waits, *start));
        let (code, severity, told) = match circle {
            Some(circle) => ("deadlock", Severity::Error, circle),
            None if !servers.is_empty() && !others => ("no-client", Severity::Hint, servers),
            None => ("deadlock", Severity::Error, waits.keys().copied().take(6).collect()),
        };
        let line = told.first().map_or(0, |party| waits[party].2);
        let args = told.iter().map(|party| waits[party].0).collect();
        self.report(Finding { code, severity, line, event: id, args });
    }

    /// A server that looks for clients again and again until the time is up, while nobody else does anything.
    fn unvisited(&mut self, log: &Log, facts: &Facts, world: &World, id: EventId) {
        let mut server = None;
        for (of, now) in facts.threads.iter().zip(&world.threads) {
            match log.get(now.blocked).map(|entry| (entry.event, entry.task)) {
                _ if matches!(now.state, ThreadNowState::Done | ThreadNowState::Failed) => {}
                Some((Event::ThreadBlocked { why, .. }, TaskId::NONE)) if waits_for_clients(why) => {
                    server.get_or_insert((Arg::ThreadWaits(of.thread, now.blocked, None), now.line as u32));
                }
                Some((Event::ThreadBlocked { why, .. }, _)) if waits_for_others(why) => {}
                _ => return,
            }
        }
        if let Some((arg, line)) = server {
            self.report(Finding { code: "no-client", severity: Severity::Hint, line, event: id, args: vec![arg] });
        }
    }

    /// Executors whose workers all wait for jobs, while jobs wait for a worker.
    fn pool_too_small(&mut self, log: &Log, facts: &Facts, world: &World, id: EventId) {
        let is_done = |future: &FutureId| world.is_done(facts, *future);
        for (of, now) in facts.objects.iter().zip(world.objects.iter()) {
            if of.kind != ObjectKind::Executor {
                continue;
            }
            let taken = |job: &FutureId| now.started.iter().any(|(started, _)| started == job);
            let waits = now.members.iter().any(|job| !is_done(job) && !taken(job));
            let busy: Vec<ThreadId> = now.started.iter().filter(|(job, _)| !is_done(job)).map(|(_, by)| *by).collect();
            let blocked = |thread: &ThreadId| {
                let blocked = world.threads.get(thread.index()).and_then(|now| log.get(now.blocked));
                blocked.and_then(|entry| match entry.event {
                    Event::ThreadBlocked { why: Purpose::Job, .. } => Some(entry.line as u32),
                    _ => None,
                })
            };
            let Some(line) = busy.first().and_then(blocked) else { continue };
            if waits && busy.iter().all(|thread| blocked(thread).is_some()) {
                let args = vec![Arg::Object(of.object), Arg::Number(busy.len() as u32)];
                self.report(Finding { code: "pool-too-small", severity: Severity::Error, line, event: id, args });
            }
        }
    }

    /// A join that can never return: the queue is empty, but items were never marked as done.
    #[allow(clippy::too_many_arguments)]
    fn not_joined(
        &mut self,
        log: &Log,
        facts: &Facts,
        world: &World,
        id: EventId,
        object: ObjectId,
        future: FutureId,
        line: u32,
    ) {
        let Some((Purpose::QueueJoin, ..)) = facts.purpose(log, future) else { return };
        let Some(now) = world.objects.get(object.index()).filter(|now| now.items.is_empty()) else { return };
        self.report(Finding {
            code: "queue-not-joined",
            severity: Severity::Error,
            line,
            event: id,
            args: vec![Arg::Object(object), Arg::Number(now.unfinished)],
        });
    }
}

/// Whether who waits so is a server.
fn waits_for_clients(why: Purpose) -> bool {
    matches!(why, Purpose::Accept | Purpose::Datagram)
}

/// Whether who waits so waits for tasks or threads, which wait themselves.
fn waits_for_others(why: Purpose) -> bool {
    use Purpose::{AsCompleted, Gather, Shield, TaskGroup, ThreadJoin, Wait, WaitFor};
    matches!(why, Gather | Wait | WaitFor | AsCompleted | TaskGroup | Shield | ThreadJoin)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Party {
    Task(TaskId),
    Thread(ThreadId),
}

impl Party {
    fn of(holder: Holder) -> Party {
        if holder.task.is_some() { Party::Task(holder.task) } else { Party::Thread(holder.thread) }
    }
}

fn holder(world: &World, object: ObjectId) -> Option<Holder> {
    world.objects.get(object.index()).and_then(|now| now.holders.first().copied())
}

/// The circle that a party's waits run into, if it is part of it.
fn circle(waits: &SortedMap<Party, (Arg, Option<Party>, u32)>, start: Party) -> Option<Vec<Party>> {
    let mut path = vec![start];
    let mut at = start;
    while let Some(next) = waits.get(&at).and_then(|(_, next, _)| *next) {
        if next == start {
            return Some(path);
        }
        if path.contains(&next) || !waits.contains_key(&next) {
            return None;
        }
        path.push(next);
        at = next;
    }
    None
}

/// The clock moves although the task runs: it computes.
fn is_computing(world: &World, entry: &Entry) -> bool {
    entry.task.is_some()
        && world.threads.get(entry.thread.index()).is_some_and(|thread| thread.state == ThreadNowState::Running)
}
