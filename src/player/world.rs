//! The world at a step: what changes from event to event. Folding an event never looks at anything but the event,
//! the facts and the world before it.

use super::cow::CowVec;
use super::facts::Facts;
use super::objects::{ObjectNow, is_counted};
use crate::trace::*;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskState {
    Created,
    Ready,
    Running,
    Waiting,
    /// It runs, but its thread is blocked.
    Blocked,
    Done,
    Failed,
    Cancelled,
}

impl TaskState {
    pub fn has_ended(self) -> bool {
        matches!(self, TaskState::Done | TaskState::Failed | TaskState::Cancelled)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaskNow {
    pub state: TaskState,
    /// Its step is in the ready queue.
    pub queued: bool,
    /// The event since which it is in this state.
    pub since: EventId,
    /// What it waits for, while it waits; afterwards what it waited for last.
    pub waits_on: FutureId,
    /// Its frames when it was last suspended.
    pub chain: ChainId,
    /// The line it stands on; 0: none yet.
    pub line: u16,
    pub code: CodeId,
    /// How many times it was given the processor.
    pub runs: u32,
    /// The last request to cancel it.
    pub cancel: EventId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThreadNowState {
    Ready,
    Running,
    Blocked,
    Done,
    Failed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadNow {
    pub state: ThreadNowState,
    pub since: EventId,
    /// The `thread-blocked` event while it is blocked.
    pub blocked: EventId,
    /// Tasks that run in it, the innermost (eager) last.
    pub tasks: Vec<TaskId>,
    /// The line of its own code, outside tasks.
    pub line: u16,
    pub code: CodeId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoopNowState {
    Idle,
    Runs,
    Stopped,
    Closed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoopNow {
    pub state: LoopNowState,
    pub thread: ThreadId,
    pub turn: u32,
    pub ready: VecDeque<HandleId>,
    pub running: Option<HandleId>,
    /// By due time, then by order of setting.
    pub timers: BTreeMap<(u64, u32), HandleId>,
}

/// All that changes, after so many events and lines.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct World {
    /// How many events and lines are folded in.
    pub events: u32,
    pub lines: u32,
    /// Nanoseconds since the start of the run.
    pub clock: u64,
    /// In order of creation, as `Facts::tasks`.
    pub tasks: CowVec<TaskNow>,
    pub threads: Vec<ThreadNow>,
    /// The thread that runs.
    pub thread: ThreadId,
    pub loops: Vec<LoopNow>,
    pub objects: CowVec<Rc<ObjectNow>>,
    /// The `run-ended` event, once it has come.
    pub ended: EventId,
}

impl World {
    pub fn task(&self, facts: &Facts, task: TaskId) -> Option<&TaskNow> {
        self.tasks.get(facts.task_index(task)?)
    }

    /// The task that runs now, in the thread that runs now.
    pub fn running_task(&self) -> Option<TaskId> {
        self.threads.get(self.thread.index()).and_then(|thread| thread.tasks.last().copied())
    }

    /// Has this event happened yet?
    pub fn has(&self, id: EventId) -> bool {
        id.0 < self.events
    }

    pub fn is_done(&self, facts: &Facts, future: FutureId) -> bool {
        facts.done_at(future).is_some_and(|id| self.has(id))
    }

    /// Folds in a line.
    pub(super) fn apply_line(&mut self, facts: &Facts, line: &LineEvent) {
        self.lines += 1;
        if line.task.is_some() {
            if let Some(task) = facts.task_index(line.task).and_then(|index| self.tasks.get_mut(index)) {
                task.line = line.line;
                task.code = line.code;
            }
        } else if let Some(thread) = self.threads.get_mut(line.thread.index()) {
            thread.line = line.line;
            thread.code = line.code;
        }
    }

    /// Who acts stands at that line: back from a function, it is one before the last that ran.
    fn stand(&mut self, facts: &Facts, entry: &Entry) {
        if entry.task.is_some() {
            let Some(index) = facts.task_index(entry.task) else { return };
            if self.tasks.get(index).is_some_and(|task| task.line != 0 && task.line != entry.line)
                && let Some(task) = self.tasks.get_mut(index)
            {
                task.line = entry.line;
            }
        } else if let Some(thread) = self.threads.get_mut(entry.thread.index())
            && thread.line != 0
        {
            thread.line = entry.line;
        }
    }

    /// Folds in an event; says which task's state it may have changed.
    pub(super) fn apply(&mut self, facts: &Facts, id: EventId, entry: &Entry) -> Option<usize> {
        self.events += 1;
        if entry.line != 0 {
            self.stand(facts, entry);
        }
        match entry.event {
            Event::ClockAdvanced { to } => self.clock = to.ns(),
            Event::RunEnded { .. } => self.ended = id,
            Event::ThreadStarted { .. }
            | Event::ThreadRunning { .. }
            | Event::ThreadReady { .. }
            | Event::ThreadBlocked { .. }
            | Event::ThreadEnded { .. } => return self.apply_thread(facts, id, entry),
            Event::LoopCreated { .. }
            | Event::LoopStarted { .. }
            | Event::LoopStopped { .. }
            | Event::LoopClosed { .. }
            | Event::TurnBegan { .. } => self.apply_loop(entry),
            Event::HandlePushed { .. }
            | Event::HandleTaken { .. }
            | Event::HandleDone { .. }
            | Event::HandleCancelled { .. }
            | Event::TimerSet { .. }
            | Event::TimerFired { .. } => return self.apply_handle(facts, id, entry),
            Event::TaskCreated { .. }
            | Event::StepBegan { .. }
            | Event::StepEnded { .. }
            | Event::CancelRequested { .. } => return self.apply_task(facts, id, entry),
            Event::FutureCreated { future, object, .. } if object.is_some() => {
                self.with_object(object, id, |now| now.waiters.push_back(future));
            }
            Event::FutureDone { future, outcome, .. } => {
                self.future_done(facts, id, future, outcome == Outcome::Result);
            }
            Event::ObjectCreated { number, kind, .. } => {
                let value = if is_counted(kind) { number } else { 0 };
                self.objects.push(Rc::new(ObjectNow { value, touched: id, ..ObjectNow::default() }));
            }
            Event::ObjectUsed { .. } => self.apply_object(id, entry),
            _ => {}
        }
        None
    }

    fn apply_thread(&mut self, facts: &Facts, id: EventId, entry: &Entry) -> Option<usize> {
        let (thread, state) = match entry.event {
            Event::ThreadStarted { thread, .. } => {
                self.threads.push(ThreadNow {
                    state: ThreadNowState::Ready,
                    since: id,
                    blocked: EventId::NONE,
                    tasks: Vec::new(),
                    line: 0,
                    code: CodeId::NONE,
                });
                return {
                    let _ = thread;
                    None
                };
            }
            Event::ThreadRunning { thread } => (thread, ThreadNowState::Running),
            Event::ThreadReady { thread } => (thread, ThreadNowState::Ready),
            Event::ThreadBlocked { thread, .. } => (thread, ThreadNowState::Blocked),
            Event::ThreadEnded { thread, outcome: Outcome::Exception, .. } => (thread, ThreadNowState::Failed),
            Event::ThreadEnded { thread, .. } => (thread, ThreadNowState::Done),
            _ => return None,
        };
        if state == ThreadNowState::Running {
            // Preempted, if it still runs: back into the queue of runnable threads. Processes run side by side.
            let before = self.thread;
            let process = |thread| facts.thread(thread).map(|facts| facts.process);
            if before != thread
                && process(before) == process(thread)
                && let Some(other) = self.threads.get_mut(before.index())
                && other.state == ThreadNowState::Running
            {
                other.state = ThreadNowState::Ready;
                other.since = id;
            }
            self.thread = thread;
        }
        let now = self.threads.get_mut(thread.index())?;
        now.state = state;
        now.since = id;
        now.blocked = if state == ThreadNowState::Blocked { id } else { EventId::NONE };
        let index = facts.task_index(*now.tasks.last()?)?;
        let task = self.tasks.get_mut(index)?;
        let new = match (state, task.state) {
            (ThreadNowState::Blocked, TaskState::Running) => TaskState::Blocked,
            (ThreadNowState::Running, TaskState::Blocked) => TaskState::Running,
            _ => return None,
        };
        task.state = new;
        task.since = id;
        Some(index)
    }

    fn apply_loop(&mut self, entry: &Entry) {
        let (event_loop, state) = match entry.event {
            Event::LoopCreated { .. } => {
                self.loops.push(LoopNow {
                    state: LoopNowState::Idle,
                    thread: entry.thread,
                    turn: 0,
                    ready: VecDeque::new(),
                    running: None,
                    timers: BTreeMap::new(),
                });
                return;
            }
            Event::LoopStarted { event_loop } => (event_loop, LoopNowState::Runs),
            Event::LoopStopped { event_loop } => (event_loop, LoopNowState::Stopped),
            Event::LoopClosed { event_loop } => (event_loop, LoopNowState::Closed),
            Event::TurnBegan { event_loop, turn, .. } => {
                if let Some(now) = self.loops.get_mut(event_loop.index()) {
                    now.turn = turn;
                }
                return;
            }
            _ => return,
        };
        if let Some(now) = self.loops.get_mut(event_loop.index()) {
            now.state = state;
            match state {
                LoopNowState::Runs => now.thread = entry.thread,
                LoopNowState::Closed => {
                    now.ready.clear();
                    now.timers.clear();
                }
                _ => now.running = None,
            }
        }
    }

    fn apply_handle(&mut self, facts: &Facts, id: EventId, entry: &Entry) -> Option<usize> {
        let handle = match entry.event {
            Event::HandlePushed { handle, .. }
            | Event::HandleTaken { handle }
            | Event::HandleDone { handle }
            | Event::HandleCancelled { handle }
            | Event::TimerSet { handle, .. }
            | Event::TimerFired { handle } => handle,
            _ => return None,
        };
        let made = facts.handle(handle)?;
        let now = self.loops.get_mut(made.event_loop.index())?;
        match entry.event {
            Event::HandlePushed { kind, task, .. } => {
                now.ready.push_back(handle);
                if kind == HandleKind::TaskStep {
                    return self.set_queued(facts, id, task);
                }
            }
            Event::HandleTaken { .. } => {
                remove(&mut now.ready, handle);
                now.running = Some(handle);
            }
            Event::HandleDone { .. } => now.running = None,
            Event::HandleCancelled { .. } => {
                remove(&mut now.ready, handle);
                now.timers.remove(&(made.when.ns(), made.made.0));
            }
            Event::TimerSet { .. } => {
                now.timers.insert((made.when.ns(), id.0), handle);
            }
            Event::TimerFired { .. } => {
                now.timers.remove(&(made.when.ns(), made.made.0));
                now.ready.push_back(handle);
            }
            _ => {}
        }
        None
    }

    fn set_queued(&mut self, facts: &Facts, id: EventId, task: TaskId) -> Option<usize> {
        let index = facts.task_index(task)?;
        let now = self.tasks.get_mut(index)?;
        now.queued = true;
        if matches!(now.state, TaskState::Created | TaskState::Waiting) {
            now.state = TaskState::Ready;
            now.since = id;
        }
        Some(index)
    }

    fn apply_task(&mut self, facts: &Facts, id: EventId, entry: &Entry) -> Option<usize> {
        match entry.event {
            Event::TaskCreated { .. } => {
                self.tasks.push(TaskNow {
                    state: TaskState::Created,
                    queued: false,
                    since: id,
                    waits_on: FutureId::NONE,
                    chain: ChainId::NONE,
                    line: 0,
                    code: CodeId::NONE,
                    runs: 0,
                    cancel: EventId::NONE,
                });
                Some(self.tasks.len() - 1)
            }
            Event::StepBegan { task, .. } => {
                let index = facts.task_index(task)?;
                let now = self.tasks.get_mut(index)?;
                now.state = TaskState::Running;
                now.queued = false;
                now.since = id;
                now.runs += 1;
                self.threads.get_mut(entry.thread.index())?.tasks.push(task);
                Some(index)
            }
            Event::StepEnded { task, how, future, chain, .. } => {
                if let Some(thread) = self.threads.get_mut(entry.thread.index())
                    && thread.tasks.last() == Some(&task)
                {
                    thread.tasks.pop();
                }
                let index = facts.task_index(task)?;
                let now = self.tasks.get_mut(index)?;
                now.since = id;
                now.waits_on = future;
                now.chain = chain;
                now.state = match how {
                    StepEnd::Waits if now.queued => TaskState::Ready,
                    StepEnd::Waits => TaskState::Waiting,
                    StepEnd::Yields => TaskState::Ready,
                    StepEnd::Returned => TaskState::Done,
                    StepEnd::Raised => TaskState::Failed,
                    StepEnd::Cancelled => TaskState::Cancelled,
                };
                Some(index)
            }
            Event::CancelRequested { future, .. } => {
                self.tasks.get_mut(facts.task_index(future.as_task())?)?.cancel = id;
                None
            }
            _ => None,
        }
    }
}

/// Removes the handle: nearly always the first.
fn remove(ready: &mut VecDeque<HandleId>, handle: HandleId) {
    if ready.front() == Some(&handle) {
        ready.pop_front();
    } else if let Some(position) = ready.iter().position(|other| *other == handle) {
        ready.remove(position);
    }
}
